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
import org.jointregistry.read.Property;
import org.jointregistry.read.Relation;
import org.jointregistry.read.Weaving;

/**
 * Asks for the relationships with facts of one kind, one to a row, those of one record
 * after those of another.
 */
final class EdgeQuestion implements FileQuestion {

	/** Records whose relationships are asked for at once. */
	private static final int PAGE = 100;

	private final GraphModel model;

	private final String type;

	private final Relation relation;

	private final String facts;

	private final List<Column> columns;

	EdgeQuestion(GraphModel model, FileFormat format, String edge) {
		this.model = model;
		this.type = format.type();
		this.relation = (Relation) model.node(this.type).field(edge);
		this.facts = Objects.requireNonNull(this.relation.facts());
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
		return new Insight<>(List.of(EdgeQuestion.class, this.type, this.relation.name(), this.columns),
				() -> records(weaving, begin, most), this::read);
	}

	private Expression records(Weaving weaving, Expression after, Expression most) {
		return weaving.page(this.type, after, most, (node) -> {
			Guarded hop = weaving.follow(node, this.type, this.relation.name());
			return Cypher.listOf(node.property("key"),
					Cypher.collect(hop.match(Cypher.noCondition())
						.returning(Cypher
							.listOf(this.columns.stream().map((column) -> cell(weaving, node, hop, column)).toList()))
						.build()));
		});
	}

	private Expression cell(Weaving weaving, Node node, Guarded hop, Column column) {
		return switch (column.field()) {
			case Column.KEY -> node.property("key");
			case Column.TARGET -> Cypher.listOf(Cypher.head(hop.node().labels()), hop.node().property("key"));
			case Column.EDGE_KEY -> weaving.fact(hop.edge(), this.facts, "key");
			case "" -> findFact(column) != null ? weaving.fact(hop.edge(), this.facts, CellValues.commonField(column))
					: weaving.release(hop.edge(), CellValues.commonField(column));
			case String field -> weaving.fact(hop.edge(), this.facts, field);
		};
	}

	/** The fact that fills a column; null where it says to whom the edge is shown. */
	private @Nullable Property findFact(Column column) {
		String field = column.field().isEmpty() ? CellValues.commonField(column) : column.field();
		return this.model.facts(this.facts)
			.stream()
			.filter((property) -> property.name().equals(field))
			.findFirst()
			.orElse(null);
	}

	private FilePage read(@Nullable Object answer) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		String last = null;
		for (Object each : (List<?>) Objects.requireNonNull(answer)) {
			List<?> record = (List<?>) each;
			last = String.valueOf(record.getFirst());
			((List<?>) Objects.requireNonNull(record.getLast())).stream()
				.map((edge) -> row((List<?>) edge))
				.sorted((one, other) -> String.valueOf(one.getFirst()).compareTo(String.valueOf(other.getFirst())))
				.forEach(rows::add);
		}
		return new FilePage(rows, last);
	}

	private List<@Nullable Object> row(List<?> returned) {
		List<@Nullable Object> cells = new ArrayList<>();
		for (int i = 0; i < returned.size(); i++) {
			cells.add(cell(this.columns.get(i), returned.get(i)));
		}
		return cells;
	}

	private @Nullable Object cell(Column column, @Nullable Object returned) {
		return switch (column.field()) {
			case Column.KEY, Column.EDGE_KEY -> returned;
			case Column.TARGET ->
				CellValues.named(this.model.node(this.relation.target()), (List<?>) Objects.requireNonNull(returned));
			default -> {
				Property fact = findFact(column);
				yield (fact != null) ? CellValues.of(fact, returned)
						: (returned instanceof List<?>) ? CellValues.released(returned) : returned;
			}
		};
	}

}
