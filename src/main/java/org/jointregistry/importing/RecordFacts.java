package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jointregistry.access.Audience;
import org.jspecify.annotations.Nullable;
import org.jointregistry.recording.NodeRef;

/**
 * What every row may say of its record: whence it is, and to whom it is shown.
 */
final class RecordFacts {

	private static final List<String> PROVENANCE = List.of("source", "confidence", "checked");

	private final SchemaMap schema;

	private final RowContext row;

	RecordFacts(SchemaMap schema, RowContext row) {
		this.schema = schema;
		this.row = row;
	}

	/**
	 * The facts of a node; PUBLIC where the row does not say otherwise.
	 * @return properties as they are stored
	 */
	Map<String, @Nullable Object> ofNode() {
		defaulted("marking", "PUBLIC");
		defaulted("industry_releasable", "N");
		defaulted("fictional", "N");
		Map<String, @Nullable Object> facts = provenance();
		facts.putAll(release());
		facts.put("marking", value("marking", "marking"));
		facts.put("fictional", value("fictional", "fictional"));
		requireAudience();
		return facts;
	}

	/**
	 * The facts of an edge that are not its own interface's.
	 * @param own whether the row is about the edge, so that the row's marking is the
	 * edge's; false where it is about one of the edge's ends
	 * @return properties as they are stored
	 */
	Map<String, @Nullable Object> ofEdge(boolean own) {
		Map<String, @Nullable Object> facts = provenance();
		boolean marked = own && this.row.cells().text("marking") != null;
		if (marked || this.row.cells().text("figures_marking") != null) {
			defaulted("industry_releasable", "N");
			facts.putAll(release());
			facts.put("marking", marked ? value("marking", "marking") : null);
			requireAudience();
		}
		return facts;
	}

	private Map<String, @Nullable Object> provenance() {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		PROVENANCE.forEach((column) -> facts.put(column, value(column, column)));
		return facts;
	}

	private Map<String, @Nullable Object> release() {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		facts.put("figuresMarking", value("figures_marking", "figuresMarking"));
		facts.put("industryReleasable", value("industry_releasable", "industryReleasable"));
		facts.put("releasableTo", releasableTo());
		this.row.cells().find("originator").ifPresent((nation) -> this.row.reference("Nation", "originator", nation));
		facts.put("originator", this.row.cells().text("originator"));
		return facts;
	}

	private List<String> releasableTo() {
		List<String> tokens = new ArrayList<>();
		for (String text : CellReader.split(this.row.cells().text("releasable_to"))) {
			this.row.reference("Party", "releasable_to", text).flatMap(this::token).ifPresent(tokens::add);
		}
		return tokens;
	}

	private Optional<String> token(NodeRef node) {
		return switch (node.label()) {
			case "Nation" -> Optional.of(Audience.nation(node.key()));
			case "Community" -> Optional.of(Audience.community(node.key()));
			default -> {
				this.row.reject(FindingCode.UNKNOWN_REFERENCE, "releasable_to",
						"'" + node.key() + "' is neither a nation nor a community");
				yield Optional.empty();
			}
		};
	}

	private void requireAudience() {
		for (String column : List.of("marking", "figures_marking")) {
			require(column, "ORIGINATOR", "originator", "");
			require(column, "COMMUNITY", "releasable_to", "COMMUNITY:");
		}
	}

	private void require(String marking, String value, String column, String part) {
		if (value.equals(this.row.cells().text(marking))
				&& this.row.cells().find(column).filter((text) -> text.contains(part)).isEmpty()) {
			this.row.reject(FindingCode.MISSING_VALUE, column, "What is marked " + value + " needs to say whose");
		}
	}

	private void defaulted(String column, String text) {
		this.row.cells().put(column, this.row.cells().find(column).orElse(text));
	}

	private @Nullable Object value(String column, String field) {
		return this.row.value(this.schema.findFieldType("Record", field).orElseThrow(), column, false);
	}

}
