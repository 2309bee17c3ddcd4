package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Plans orders: the arguments {@code orderBy} as clients write them.
 */
final class OrderPlanner {

	private static final int MOST = 8;

	private final GraphModel model;

	OrderPlanner(GraphModel model) {
		this.model = model;
	}

	/**
	 * The orders of a connection.
	 * @param type of its nodes
	 * @param facts the interface of its edges' facts; null where they carry none
	 * @param orderBy the argument; null where none was given
	 * @return the orders, first things first
	 */
	List<Plan.Order> connection(NodeType type, @Nullable String facts, @Nullable List<Map<String, Object>> orderBy) {
		if (orderBy == null) {
			return List.of();
		}
		if (orderBy.size() > MOST) {
			throw new RegistryException(ErrorCode.BAD_INPUT, "A list is ordered by at most " + MOST + " things");
		}
		return orderBy.stream().map((order) -> (facts != null) ? edge(type, facts, order) : node(type, order)).toList();
	}

	private Plan.Order edge(NodeType type, String facts, Map<String, Object> order) {
		String name = only(order);
		Map<String, Object> nested = nested(order, name);
		if (name.equals("node")) {
			return node(type, nested);
		}
		String fact = only(nested);
		return new Plan.Order(List.of(), Plan.Scope.EDGE, this.model.fact(facts, fact), isDescending(nested, fact));
	}

	private Plan.Order node(NodeType type, Map<String, Object> order) {
		List<Relation> path = new ArrayList<>();
		NodeType reached = type;
		Map<String, Object> rest = order;
		while (true) {
			String name = only(rest);
			switch (reached.field(name)) {
				case Property property -> {
					return new Plan.Order(path, Plan.Scope.NODE, property, isDescending(rest, name));
				}
				case Relation relation -> {
					path.add(relation);
					reached = this.model.node(relation.target());
					rest = nested(rest, name);
				}
			}
		}
	}

	private static String only(Map<String, Object> oneOf) {
		return oneOf.keySet().iterator().next();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> nested(Map<String, Object> order, String name) {
		return (Map<String, Object>) Objects.requireNonNull(order.get(name));
	}

	private static boolean isDescending(Map<String, Object> order, String name) {
		return "DESC".equals(order.get(name));
	}

}
