package org.jointregistry.exporting;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.importing.FileFormat;
import org.jointregistry.importing.RegistryFormats;
import org.jointregistry.read.Extracts;
import org.jointregistry.read.GraphModel;

/**
 * Writes files of what a viewer sees.
 */
@Component
class Exports {

	/** Of a page besides its cells, as of a list of GraphQL. */
	private static final long COST_OF_PAGE = 20_000;

	private final Extracts extracts;

	private final Map<String, FileQuestion> files = new LinkedHashMap<>();

	Exports(Extracts extracts, GraphModel model, RegistryFormats formats) {
		this.extracts = extracts;
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
	 * Writes a file, a page at a time.
	 * @param file one of {@link #files}
	 * @param sent to whom it is written, who sees it
	 * @param asOf the time whose registry is written; null for what is recorded now, as
	 * each page finds it
	 * @param rows where its header and rows go
	 * @throws IOException if they cannot go there any more; nothing more is read then
	 * @throws org.jointregistry.shared.RegistryException if nothing can be read for now
	 */
	void write(String file, ExportTurns.Sent sent, @Nullable OffsetDateTime asOf, Rows rows) throws IOException {
		FileQuestion question = Objects.requireNonNull(this.files.get(file));
		rows.begin(question.header());
		long cost = COST_OF_PAGE + (long) RecordQuestion.PAGE * question.header().size();
		String after = "";
		while (after != null) {
			String from = after;
			FilePage page = sent.page(cost,
					() -> this.extracts.ask(sent.viewer(), asOf, (weaving) -> question.page(weaving, from)));
			for (List<@Nullable Object> row : page.rows()) {
				rows.row(row);
			}
			after = page.last();
		}
		rows.end();
	}

}
