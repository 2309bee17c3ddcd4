package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.language.Type;
import org.jointregistry.importing.Draft.EdgeWrite;
import org.jointregistry.importing.Draft.NodeWrite;
import org.jointregistry.importing.SchemaMap.Relation;
import org.jspecify.annotations.Nullable;
import org.jointregistry.recording.NodeRef;

/**
 * Reads one row: sorts its cells into facts of the record, facts of the edge and
 * references, as the schema says of each field.
 */
final class RowReader {

	private static final int LONGEST_KEY = 500;

	private static final Set<String> ROLES = Set.of(Column.KEY, Column.TARGET, Column.EDGE_KEY);

	private final SchemaMap schema;

	private final FileFormat format;

	private final RowContext row;

	private final Optional<Relation> edge;

	private final Map<String, @Nullable Object> nodeFacts = new LinkedHashMap<>();

	private final Map<String, @Nullable Object> edgeFacts = new LinkedHashMap<>();

	private final List<EdgeWrite> edges = new ArrayList<>();

	RowReader(SchemaMap schema, FileFormat format, RowContext row) {
		this.schema = schema;
		this.format = format;
		this.row = row;
		this.edge = format.edge().flatMap((field) -> schema.findRelation(format.type(), field));
	}

	/**
	 * Reads the row.
	 * @return what is to be written; empty where the row has findings
	 */
	Optional<Draft> read() {
		this.format.translation().translate(this.row.cells());
		this.row.cells().faults().forEach((fault) -> this.row.reject(fault.code(), fault.column(), fault.reason()));
		NodeRef subject = new NodeRef(this.schema.label(this.format.type()), key());
		this.format.columns().forEach((column) -> read(column, subject));
		RecordFacts common = new RecordFacts(this.schema, this.row);
		boolean aboutNode = this.edge.isEmpty() || !this.nodeFacts.isEmpty();
		List<NodeWrite> nodes = new ArrayList<>();
		if (aboutNode) {
			this.nodeFacts.putAll(common.ofNode());
			nodes.add(new NodeWrite(subject, this.nodeFacts, false));
		}
		else {
			subjectColumn().ifPresent((column) -> this.row.reference(this.format.type(), column.name(), subject.key()));
		}
		this.edge.ifPresent((relation) -> readTargets(relation, subject, common.ofEdge(!aboutNode)));
		implied(common, nodes);
		nodes.forEach((node) -> requireShort(node.node().key()));
		return this.row.findings().isEmpty() ? Optional.of(draft(subject, nodes)) : Optional.empty();
	}

	private Draft draft(NodeRef subject, List<NodeWrite> nodes) {
		String key = this.edge.isEmpty() ? subject.key()
				: this.edges.stream().flatMap((write) -> write.key().stream()).collect(Collectors.joining(";"));
		return new Draft(this.row.line(), key.isEmpty() ? "line " + this.row.line() : key, nodes, this.edges,
				this.row.references(), Optional.empty());
	}

	private void implied(RecordFacts common, List<NodeWrite> nodes) {
		for (Cells.Implied record : this.row.cells().implied()) {
			Map<String, @Nullable Object> facts = common.ofNode();
			facts.putAll(record.facts());
			nodes.add(new NodeWrite(new NodeRef(this.schema.label(record.type()), record.key()), facts, true));
		}
	}

	private String key() {
		return subjectColumn().map(this::needed).orElseGet(() -> joined(identifying().map(this::needed)));
	}

	private void requireShort(String key) {
		if (key.length() > LONGEST_KEY) {
			this.row.reject(FindingCode.OUT_OF_RANGE, subjectColumn().map(Column::name).orElse(""),
					"The key is longer than " + LONGEST_KEY + " characters");
		}
	}

	private Optional<Column> subjectColumn() {
		return this.format.findColumn(Column.KEY);
	}

	private Stream<Column> identifying() {
		return this.format.columns().stream().filter(Column::identifies);
	}

	private String needed(Column column) {
		return this.row.cells().find(column.name()).orElseGet(() -> {
			this.row.reject(FindingCode.MISSING_VALUE, column.name(), "A value is needed");
			return "";
		});
	}

	private static String joined(Stream<String> parts) {
		return parts.map((part) -> part.replace("%", "%25").replace("/", "%2F")).collect(Collectors.joining("/"));
	}

	private void read(Column column, NodeRef subject) {
		String field = column.field();
		if (field.isEmpty() || ROLES.contains(field)) {
			return;
		}
		Optional<String> facts = this.edge.flatMap(Relation::facts);
		Optional<Type<?>> ofEdge = facts.flatMap((type) -> this.schema.findFieldType(type, field));
		if (ofEdge.isPresent()) {
			this.edgeFacts.put(field, this.row.value(ofEdge.get(), column.name(), false));
			facts.flatMap((type) -> this.schema.findReference(type, field))
				.ifPresent((named) -> readMentions(named, column));
			return;
		}
		Optional<Relation> relation = this.schema.findRelation(this.format.type(), field);
		relation.ifPresentOrElse((found) -> readReferences(found, column, subject), () -> readFact(column));
	}

	/** Records that must be there, although no relationship leads to them. */
	private void readMentions(String type, Column column) {
		CellReader.split(this.row.cells().text(column.name()))
			.forEach((key) -> this.row.reference(type, column.name(), key));
	}

	private void readFact(Column column) {
		var type = this.schema.findFieldType(this.format.type(), column.field()).orElseThrow();
		this.nodeFacts.put(column.field(), this.row.value(type, column.name(), column.millions()));
		if (this.row.cells().text(column.name()) != null) {
			this.schema.findCurrency(this.format.type(), column.field())
				.flatMap(this.format::findColumn)
				.map(Column::name)
				.filter((currency) -> this.row.cells().text(currency) == null)
				.ifPresent((currency) -> this.row.reject(FindingCode.MISSING_VALUE, currency,
						"An amount needs a currency"));
		}
	}

	private void readReferences(Relation relation, Column column, NodeRef subject) {
		List<String> texts = relation.list() ? CellReader.split(this.row.cells().text(column.name()))
				: this.row.cells().find(column.name()).stream().toList();
		if (column.needed() && texts.isEmpty()) {
			this.row.reject(FindingCode.MISSING_VALUE, column.name(), "A value is needed");
		}
		for (String text : texts) {
			this.row.reference(relation.target(), column.name(), text)
				.ifPresent((node) -> addEdge(relation, subject, node, joined(Stream.of(subject.key(), text)),
						relation.facts().isPresent() ? new RecordFacts(this.schema, this.row).ofEdge(false)
								: new LinkedHashMap<>()));
		}
	}

	private void readTargets(Relation relation, NodeRef subject, Map<String, @Nullable Object> common) {
		Column column = this.format.findColumn(Column.TARGET).orElseThrow();
		String cell = needed(column);
		common.putAll(this.edgeFacts);
		Optional<Column> own = this.format.findColumn(Column.EDGE_KEY);
		boolean several = own.isEmpty() && this.schema.isInterface(relation.target());
		for (String text : several ? CellReader.split(cell) : List.of(cell)) {
			Stream<String> apart = identifying().map((part) -> this.row.cells().find(part.name()).orElse(""));
			String key = own.flatMap((given) -> this.row.cells().find(given.name()))
				.orElseGet(() -> joined(Stream.concat(Stream.of(subject.key(), text), apart)));
			this.row.reference(relation.target(), column.name(), text)
				.ifPresent((node) -> addEdge(relation, subject, node, key, common));
		}
	}

	private void addEdge(Relation relation, NodeRef subject, NodeRef other, String key,
			Map<String, @Nullable Object> facts) {
		NodeRef from = relation.outgoing() ? subject : other;
		NodeRef to = relation.outgoing() ? other : subject;
		boolean carries = relation.facts().isPresent();
		this.edges.add(new EdgeWrite(relation.type(), from, to, carries ? Optional.of(key) : Optional.empty(),
				carries ? facts : Map.of(), false));
	}

}
