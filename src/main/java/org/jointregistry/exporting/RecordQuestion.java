package org.jointregistry.exporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;

import org.jointregistry.importing.Column;
import org.jointregistry.importing.FileFormat;
import org.jointregistry.read.GraphModel;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.NodeType;
import org.jointregistry.read.Property;
import org.jointregistry.read.Relation;
import org.jointregistry.read.Weaving;

/**
 * Asks for the records of a type, one to a row.
 */
final class RecordQuestion implements FileQuestion {

	/** Records that are asked for at once. */
	static final int PAGE = 500;

	private final GraphModel model;

	private final NodeType type;

	private final List<Column> columns;

	RecordQuestion(GraphModel model, FileFormat format) {
		this.model = model;
		this.type = model.node(format.type());
		this.columns = format.columns();
	}

	@Override
	public List<String> header() {
		return this.columns.stream().map(Column::name).toList();
	}

	@Override
	public Insight<FilePage> page(Weaving weaving, String after) {
		Parameter<Object> begin = weaving.parameter(after);
		Parameter<Object> most = weaving.parameter(PAGE);
		return new Insight<>(List.of(RecordQuestion.class, this.type.name(), this.columns),
				() -> weaving.page(this.type.name(), begin, most,
						(node) -> Cypher
							.listOf(this.columns.stream().map((column) -> cell(weaving, node, column)).toList())),
				this::read);
	}

	private Expression cell(Weaving weaving, Node node, Column column) {
		if (column.is(Column.KEY)) {
			return node.property("key");
		}
		String field = field(column);
		if (!(this.type.field(field) instanceof Relation)) {
			return weaving.value(node, this.type.name(), field);
		}
		Guarded hop = weaving.follow(node, this.type.name(), field);
		return Cypher.collect(hop.match(Cypher.noCondition())
			.returning(Cypher.listOf(Cypher.head(hop.node().labels()), hop.node().property("key")))
			.build());
	}

	private FilePage read(@Nullable Object answer) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		for (Object each : (List<?>) Objects.requireNonNull(answer)) {
			rows.add(row((List<?>) each));
		}
		return new FilePage(rows, rows.isEmpty() ? null : String.valueOf(rows.getLast().getFirst()));
	}

	private List<@Nullable Object> row(List<?> returned) {
		List<@Nullable Object> cells = new ArrayList<>();
		for (int i = 0; i < returned.size(); i++) {
			Column column = this.columns.get(i);
			cells.add(column.is(Column.KEY) ? returned.get(i) : cell(column, returned.get(i)));
		}
		return cells;
	}

	private @Nullable Object cell(Column column, @Nullable Object returned) {
		return switch (this.type.field(field(column))) {
			case Property property -> CellValues.of(property, returned);
			case Relation relation -> CellValues.of(relation, this.model.node(relation.target()), returned);
		};
	}

	private static String field(Column column) {
		return column.field().isEmpty() ? CellValues.commonField(column) : column.field();
	}

}
