package org.jointregistry.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Filters and orders over every field, operator, quantifier and path of the schema.
 */
final class FilterGenerator {

	private static final List<String> COMPARISONS = List.of("eq", "in", "lt", "lte", "gt", "gte", "isNull");

	private static final List<String> TEXTUAL = List.of("eq", "in", "lt", "lte", "gt", "gte", "contains", "startsWith",
			"isNull");

	private static final List<String> PIECES = List.of("a", "AL", "\u00E4", "b", "`", "", "\u202E", "'", "\\");

	private static final List<String> QUANTIFIERS = List.of("some", "none", "every");

	private static final List<String> EXACT = List.of("eq", "in", "isNull");

	/** To-one relations that an order follows at most. */
	private static final int DEEP = 3;

	private final Sdl sdl;

	private final ValueGenerator values;

	private final List<RawNode.Ref> nodes;

	FilterGenerator(Sdl sdl, ValueGenerator values, List<RawNode.Ref> nodes) {
		this.sdl = sdl;
		this.values = values;
		this.nodes = nodes;
	}

	/**
	 * A filter of a connection.
	 * @param target type of its nodes
	 * @param facts interface of its edges' facts; null without
	 * @param depth how deep it may reach
	 * @return the filter as clients write it
	 */
	Map<String, Object> where(String target, @Nullable String facts, int depth) {
		if (facts == null) {
			return node(target, depth);
		}
		return switch (this.values.upTo((depth > 0) ? 5 : 1)) {
			case 0, 2 -> Map.of("node", node(target, depth - 1));
			case 1, 3 -> Map.of("edge", facts(facts, depth));
			case 4 -> Map.of("node", node(target, depth - 1), "edge", facts(facts, depth));
			default -> logic(() -> where(target, facts, depth - 1));
		};
	}

	private Map<String, Object> facts(String facts, int depth) {
		return fields(this.sdl.facts().getOrDefault(facts, Map.of()), depth);
	}

	private Map<String, Object> node(String type, int depth) {
		Map<String, Object> where = new LinkedHashMap<>(fields(this.sdl.fields(type), depth));
		List<Sdl.Relation> relations = List.copyOf(this.sdl.relations(type).values());
		if (depth > 0 && this.values.chance(20)) {
			return logic(() -> node(type, depth - 1));
		}
		if (depth > 0 && !relations.isEmpty() && this.values.chance(60)) {
			if (this.values.chance(70)) {
				where.clear();
			}
			Sdl.Relation relation = this.values.one(relations);
			where.put(relation.name(), related(relation, depth - 1));
		}
		if (this.sdl.isSearched(type) && this.values.chance(15)) {
			where.clear();
			where.put("search", this.values.search());
		}
		if (this.values.chance(this.sdl.isAbstract(type) ? 20 : 5)) {
			where.put("id", identity());
		}
		return where;
	}

	/**
	 * A condition of ids: of nodes of any type, hidden or not, and of texts that are
	 * none.
	 * @return the filter as clients write it
	 */
	Map<String, Object> identity() {
		String id = GlobalIds.of(this.values.one(this.nodes));
		return this.values.chance(40) ? Map.of("eq", id)
				: Map.of("in", List.of(id, "garbage", GlobalIds.of(this.values.one(this.nodes)), id));
	}

	private Map<String, Object> related(Sdl.Relation relation, int depth) {
		if (!relation.many()) {
			return far(relation, depth);
		}
		Map<String, Object> asked = new LinkedHashMap<>();
		asked.put(this.values.one(QUANTIFIERS), far(relation, depth));
		if (this.values.chance(15)) {
			asked.put(this.values.one(QUANTIFIERS), far(relation, depth));
		}
		return asked;
	}

	private Map<String, Object> far(Sdl.Relation relation, int depth) {
		return this.values.chance(25) ? Map.of() : where(relation.target(), relation.facts(), depth);
	}

	private Map<String, Object> logic(java.util.function.Supplier<Map<String, Object>> nested) {
		return switch (this.values.upTo(3)) {
			case 0 -> Map.of("and", this.values.chance(10) ? List.of() : List.of(nested.get(), nested.get()));
			case 1 -> Map.of("or", this.values.chance(10) ? List.of() : List.of(nested.get(), nested.get()));
			default -> Map.of("not", nested.get());
		};
	}

	private Map<String, Object> fields(Map<String, Sdl.Field> fields, int depth) {
		if (depth > 0 && this.values.chance(10)) {
			return logic(() -> fields(fields, depth - 1));
		}
		List<Sdl.Field> figures = fields.values().stream().filter(Sdl.Field::figure).toList();
		Map<String, Object> where = new LinkedHashMap<>();
		for (int count = this.values.chance(15) ? 2 : 1; count > 0; count--) {
			Sdl.Field field = (!figures.isEmpty() && this.values.chance(40)) ? this.values.one(figures)
					: this.values.one(List.copyOf(fields.values()));
			where.put(field.name(), comparison(field));
		}
		return where;
	}

	private Map<String, Object> comparison(Sdl.Field field) {
		Map<String, Object> comparison = new LinkedHashMap<>();
		for (int count = this.values.chance(10) ? 2 : 1; count > 0; count--) {
			String operator = this.values.one(operators(field));
			comparison.put(operator, compared(field, operator));
		}
		return comparison;
	}

	/**
	 * The operators that a field may be asked by.
	 * @param field of which type
	 * @return names of the fields of its filter
	 */
	static List<String> operators(Sdl.Field field) {
		if (field.list()) {
			return List.of("includes");
		}
		return switch (field.scalar()) {
			case "String" -> TEXTUAL;
			case "Boolean" -> List.of("eq", "isNull");
			case "Int", "Decimal", "Percent", "MoneyAmount", "PartialDate", "DateTime" -> COMPARISONS;
			default -> EXACT;
		};
	}

	/**
	 * What a field is compared with, now and then as a variable.
	 * @param field of which type
	 * @param operator one of its operators
	 * @return a value as clients write it
	 */
	Object compared(Sdl.Field field, String operator) {
		Object value = switch (operator) {
			case "isNull" -> this.values.chance(50);
			case "in" -> this.values.chance(5) ? List.of() : List.of(asked(field), asked(field));
			case "contains", "startsWith" -> this.values.one(PIECES);
			case "includes" -> this.values.chance(50) ? "nation:DEU" : this.values.text();
			default -> asked(field);
		};
		return this.values.chance(20) ? new Request.Variable(type(field, operator), value) : value;
	}

	private static String type(Sdl.Field field, String operator) {
		String scalar = switch (field.scalar()) {
			case "Percent", "MoneyAmount" -> "Decimal";
			default -> field.scalar();
		};
		return switch (operator) {
			case "isNull" -> "Boolean";
			case "in" -> "[" + scalar + "!]";
			default -> scalar;
		};
	}

	private Object asked(Sdl.Field field) {
		if (field.name().equals("key")) {
			return this.values.one(this.nodes).key();
		}
		Object value = this.values.scalar(field.scalar());
		return switch (value) {
			case BigDecimal number -> number.toPlainString();
			case Instant instant -> instant.toString();
			case String name when this.sdl.enums().containsKey(field.scalar()) -> new Request.Name(name);
			default -> value;
		};
	}

	/**
	 * One thing to order by.
	 * @param target type of the nodes
	 * @param facts interface of the edges' facts; null without
	 * @return the order as clients write it
	 */
	Map<String, Object> order(String target, @Nullable String facts) {
		if (facts == null) {
			return order(target, DEEP);
		}
		return this.values.chance(50) ? Map.of("node", order(target, DEEP))
				: Map.of("edge", order(this.sdl.facts().getOrDefault(facts, Map.of())));
	}

	private Map<String, Object> order(String type, int depth) {
		List<Sdl.Relation> paths = this.sdl.relations(type).values().stream().filter((one) -> !one.many()).toList();
		if (depth > 0 && !paths.isEmpty() && this.values.chance(50)) {
			Sdl.Relation path = this.values.one(paths);
			return Map.of(path.name(), order(path.target(), depth - 1));
		}
		return order(this.sdl.fields(type));
	}

	/**
	 * One of several fields to order by.
	 * @param fields of a node or an edge
	 * @return the order as clients write it
	 */
	Map<String, Object> order(Map<String, Sdl.Field> fields) {
		List<Sdl.Field> single = fields.values().stream().filter((field) -> !field.list()).toList();
		List<Sdl.Field> figures = single.stream().filter(Sdl.Field::figure).toList();
		Sdl.Field field = this.values.one((!figures.isEmpty() && this.values.chance(40)) ? figures : single);
		return Map.of(field.name(), new Request.Name(this.values.chance(50) ? "ASC" : "DESC"));
	}

}
