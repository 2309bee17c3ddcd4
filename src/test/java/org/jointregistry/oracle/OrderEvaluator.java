package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The order of a list: what the client asks, then the edge's key where edges carry facts
 * and the node's elsewhere, then the type where nodes are of several. Nulls come last
 * ascending and first descending. Keys are by code points where an index gives their
 * order, and by code units, as everything else, where not.
 */
final class OrderEvaluator {

	private final Sdl sdl;

	private final RawGraph graph;

	OrderEvaluator(Sdl sdl, RawGraph graph) {
		this.sdl = sdl;
		this.graph = graph;
	}

	/**
	 * The values that an element is ordered by.
	 * @param asked the list
	 * @param element of it
	 * @return one for each order, then what breaks ties
	 */
	List<@Nullable Object> place(Request.Connection asked, Element element) {
		List<@Nullable Object> place = new ArrayList<>();
		for (Map<String, Object> order : orders(asked)) {
			place.add(value(asked, order, element));
		}
		place.add((asked.facts() != null) ? Objects.requireNonNull(element.edge()).key() : element.node().key());
		if (this.sdl.isAbstract(asked.target())) {
			place.add(this.sdl.type(element.node().type()).label());
		}
		return place;
	}

	int compare(Request.Connection asked, List<@Nullable Object> one, List<@Nullable Object> other) {
		List<Map<String, Object>> orders = orders(asked);
		for (int index = 0; index < one.size(); index++) {
			int compared = isIndexed(asked)
					? Values.byCodePoints(String.valueOf(one.get(index)), String.valueOf(other.get(index)))
					: Values.nullsLast().compare(one.get(index), other.get(index));
			if (compared != 0) {
				return (index < orders.size() && isDescending(orders.get(index))) ? -compared : compared;
			}
		}
		return 0;
	}

	/** Whether the list is by keys of nodes that are found by releases or by keys. */
	private boolean isIndexed(Request.Connection asked) {
		String[] field = asked.coordinates().split("\\.");
		Sdl.Relation relation = this.sdl.relations(field[0]).get(field[1]);
		boolean root = field[0].equals("Query") && !isFound(asked.where());
		return orders(asked).isEmpty() && (root || (relation != null && relation.byRelease()));
	}

	/** Whether a filter leaves what is found by words or by given keys, in no order. */
	private static boolean isFound(@Nullable Map<String, Object> where) {
		return where != null && where.entrySet().stream().anyMatch((asked) -> switch (asked.getKey()) {
			case "search" -> true;
			case "id" -> !map(asked.getValue()).isEmpty();
			case "key" -> map(asked.getValue()).containsKey("eq") || map(asked.getValue()).containsKey("in");
			case "and" -> ((Collection<?>) asked.getValue()).stream().anyMatch((nested) -> isFound(map(nested)));
			default -> false;
		});
	}

	private static List<Map<String, Object>> orders(Request.Connection asked) {
		return Objects.requireNonNullElse(asked.orderBy(), List.of());
	}

	private @Nullable Object value(Request.Connection asked, Map<String, Object> order, Element element) {
		if (asked.facts() == null) {
			return value(order, element.node());
		}
		return order.containsKey("edge") ? Objects.requireNonNull(element.edge()).fact(only(map(order.get("edge"))))
				: value(map(order.get("node")), element.node());
	}

	private @Nullable Object value(Map<String, Object> order, RawNode node) {
		String name = only(order);
		if (order.get(name) instanceof Request.Name) {
			return node.fact(name);
		}
		Sdl.Relation path = Objects.requireNonNull(this.sdl.relations(node.type()).get(name));
		return Element.along(path, node, this.graph, this.sdl)
			.findFirst()
			.map((far) -> value(map(order.get(name)), far.node()))
			.orElse(null);
	}

	private static boolean isDescending(Map<String, Object> order) {
		Object value = order.get(only(order));
		return (value instanceof Request.Name name) ? name.value().equals("DESC") : isDescending(map(value));
	}

	private static String only(Map<String, Object> order) {
		return order.keySet().iterator().next();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(@Nullable Object value) {
		return (Map<String, Object>) Objects.requireNonNull(value);
	}

}
