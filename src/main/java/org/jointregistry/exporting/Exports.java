package org.jointregistry.exporting;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Viewer;
import org.jointregistry.graph.Standstill;
import org.jointregistry.importing.FileFormat;
import org.jointregistry.importing.RegistryFormats;
import org.jointregistry.read.Extracts;
import org.jointregistry.read.GraphModel;

/**
 * Writes files of what a viewer sees.
 */
@Component
class Exports {

	/** How long writers that are under way are waited for. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Extracts extracts;

	private final Standstill standstill;

	private final Map<String, FileQuestion> files = new LinkedHashMap<>();

	Exports(Extracts extracts, Standstill standstill, GraphModel model, RegistryFormats formats) {
		this.extracts = extracts;
		this.standstill = standstill;
		formats.all().forEach((name, format) -> this.files.put(name, question(model, format)));
	}

	private static FileQuestion question(GraphModel model, FileFormat format) {
		return format.edge()
			.<FileQuestion>map((edge) -> new EdgeQuestion(model, format, edge))
			.orElseGet(() -> new RecordQuestion(model, format));
	}

	/**
	 * The files that there are.
	 * @return their names, each after those that it refers to
	 */
	Set<String> files() {
		return this.files.keySet();
	}

	/**
	 * A moment whose registry can be exported: whatever is written from now on is later.
	 * @return the time
	 * @throws org.neo4j.driver.exceptions.Neo4jException if writers do not end
	 */
	OffsetDateTime moment() {
		try (Standstill.Held held = this.standstill.begin(PATIENCE)) {
			OffsetDateTime moment = OffsetDateTime.now(Clock.systemUTC());
			held.confirm();
			return moment;
		}
	}

	/**
	 * Writes a file, a page at a time.
	 * @param file one of {@link #files}
	 * @param viewer who sees what is written
	 * @param at the moment whose registry is written
	 * @param rows where its header and rows go
	 * @throws IOException if they cannot go there any more; nothing more is read then
	 */
	void write(String file, Viewer viewer, OffsetDateTime at, Rows rows) throws IOException {
		FileQuestion question = Objects.requireNonNull(this.files.get(file));
		rows.begin(question.header());
		String after = "";
		while (after != null) {
			String from = after;
			FilePage page = this.extracts.ask(viewer, at, (weaving) -> question.page(weaving, from));
			for (List<@Nullable Object> row : page.rows()) {
				rows.row(row);
			}
			after = page.last();
		}
		rows.end();
	}

}
