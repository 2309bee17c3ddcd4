package org.jointregistry.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Whether elements are what a filter asks for. What is null fulfils no comparison.
 */
final class FilterEvaluator {

	private final Sdl sdl;

	private final RawGraph graph;

	FilterEvaluator(Sdl sdl, RawGraph graph) {
		this.sdl = sdl;
		this.graph = graph;
	}

	/**
	 * Whether a filter holds of an element.
	 * @param target type of the list's nodes
	 * @param facts interface of its edges' facts; null without
	 * @param where the filter as clients write it
	 * @param element of the list
	 * @return whether every condition holds
	 */
	boolean holds(String target, @Nullable String facts, Map<String, Object> where, Element element) {
		if (facts == null) {
			return node(target, where, element.node());
		}
		return all(where, (name, asked) -> switch (name) {
			case "node" -> node(target, map(asked), element.node());
			case "edge" -> facts(facts, map(asked), Objects.requireNonNull(element.edge()));
			default -> logic(name, asked, (nested) -> holds(target, facts, nested, element));
		});
	}

	private boolean node(String type, Map<String, Object> where, RawNode node) {
		return all(where, (name, asked) -> {
			if (isLogic(name)) {
				return logic(name, asked, (nested) -> node(type, nested, node));
			}
			if (name.equals("id")) {
				return fulfils(null, GlobalIds.of(node.ref()), map(asked));
			}
			if (name.equals("search")) {
				return Search.finds((String) asked, names(node));
			}
			Sdl.Relation relation = this.sdl.relations(type).get(name);
			return (relation != null) ? related(relation, map(asked), node)
					: fulfils(this.sdl.fields(type).get(name), node.fact(name), map(asked));
		});
	}

	private List<String> names(RawNode node) {
		return this.sdl.type(node.type())
			.searched()
			.stream()
			.map(node::fact)
			.filter(Objects::nonNull)
			.map(String.class::cast)
			.toList();
	}

	private boolean facts(String facts, Map<String, Object> where, RawEdge edge) {
		return all(where, (name, asked) -> isLogic(name) ? logic(name, asked, (nested) -> facts(facts, nested, edge))
				: fulfils(this.sdl.factsOf(edge.type()).get(name), edge.fact(name), map(asked)));
	}

	private boolean related(Sdl.Relation relation, Map<String, Object> asked, RawNode node) {
		if (!relation.many()) {
			return far(relation, node).anyMatch(fits(relation, asked));
		}
		return all(asked, (quantifier, where) -> switch (quantifier) {
			case "some" -> far(relation, node).anyMatch(fits(relation, map(where)));
			case "none" -> far(relation, node).noneMatch(fits(relation, map(where)));
			default -> far(relation, node).allMatch(fits(relation, map(where)));
		});
	}

	private Stream<Element> far(Sdl.Relation relation, RawNode node) {
		return Element.along(relation, node, this.graph, this.sdl);
	}

	private Predicate<Element> fits(Sdl.Relation relation, Map<String, Object> where) {
		return (element) -> holds(relation.target(), relation.facts(), where, element);
	}

	private static final Set<String> BOUNDS = Set.of("lt", "lte", "gt", "gte");

	private static boolean isLogic(String name) {
		return name.equals("and") || name.equals("or") || name.equals("not");
	}

	private static boolean logic(String name, Object asked, Predicate<Map<String, Object>> holds) {
		return switch (name) {
			case "and" -> ((Collection<?>) asked).stream().allMatch((nested) -> holds.test(map(nested)));
			case "or" -> ((Collection<?>) asked).stream().anyMatch((nested) -> holds.test(map(nested)));
			default -> !holds.test(map(asked));
		};
	}

	/**
	 * A date known only to the year or month counts from its first day where it is
	 * compared with a bound.
	 */
	private static boolean fulfils(Sdl.@Nullable Field field, @Nullable Object value, Map<String, Object> asked) {
		boolean dated = field != null && field.scalar().equals("PartialDate") && value != null;
		return all(asked, (operator, given) -> {
			Object bound = (given instanceof Request.Variable variable) ? variable.value() : given;
			return (dated && BOUNDS.contains(operator))
					? compare(operator, day((String) Objects.requireNonNull(value)), day((String) bound))
					: compare(operator, value, bound);
		});
	}

	private static String day(String date) {
		return (date + "-01-01").substring(0, "2019-07-17".length());
	}

	private static boolean compare(String operator, @Nullable Object value, Object asked) {
		if (operator.equals("isNull")) {
			return asked.equals(value == null);
		}
		if (value == null) {
			return false;
		}
		return switch (operator) {
			case "eq" -> Values.compare(value, bound(value, asked)) == 0;
			case "in" ->
				((Collection<?>) asked).stream().anyMatch((one) -> Values.compare(value, bound(value, one)) == 0);
			case "lt" -> Values.compare(value, bound(value, asked)) < 0;
			case "lte" -> Values.compare(value, bound(value, asked)) <= 0;
			case "gt" -> Values.compare(value, bound(value, asked)) > 0;
			case "gte" -> Values.compare(value, bound(value, asked)) >= 0;
			case "contains" -> lower(value).contains(lower(asked));
			case "startsWith" -> lower(value).startsWith(lower(asked));
			case "includes" -> ((Collection<?>) value).contains(asked);
			default -> throw new IllegalStateException(operator);
		};
	}

	private static Object bound(Object value, Object asked) {
		return switch (value) {
			case BigDecimal number -> new BigDecimal((String) asked);
			case Instant instant -> Instant.parse((String) asked);
			default -> (asked instanceof Request.Name name) ? name.value() : asked;
		};
	}

	private static String lower(Object text) {
		return ((String) text).toLowerCase(Locale.ROOT);
	}

	private static boolean all(Map<String, Object> conditions, java.util.function.BiPredicate<String, Object> holds) {
		return conditions.entrySet().stream().allMatch((entry) -> holds.test(entry.getKey(), entry.getValue()));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

}
