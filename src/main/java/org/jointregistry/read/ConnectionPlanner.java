package org.jointregistry.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import graphql.schema.SelectedField;
import org.jspecify.annotations.Nullable;

import org.jointregistry.access.Viewer;

/**
 * Plans connections: which elements a client asks for, in which order, how many, and what
 * of each.
 */
final class ConnectionPlanner {

	private final GraphModel model;

	private final Cursors cursors;

	private final Viewer viewer;

	private final SelectionPlanner nodes;

	ConnectionPlanner(GraphModel model, SelectionPlanner nodes, Cursors cursors, Viewer viewer) {
		this.model = model;
		this.cursors = cursors;
		this.viewer = viewer;
		this.nodes = nodes;
	}

	/**
	 * Plans a connection over a relation.
	 * @param owner name of the type that has the field
	 * @param field the field's name
	 * @param relation the relation that it follows
	 * @param arguments of the field
	 * @param selection the selected fields of the connection
	 * @return the plan and the shape of its answer
	 */
	Planned connection(String owner, String field, Relation relation, Map<String, Object> arguments,
			List<SelectedField> selection) {
		return plan(owner + "." + field, this.model.node(relation.target()), relation.facts(), arguments, selection);
	}

	/**
	 * Plans the connection of all nodes of a type.
	 * @param type an object type
	 * @param arguments of the field
	 * @param selection the selected fields of the connection
	 * @return the plan and the shape of its answer
	 */
	Planned all(NodeType type, Map<String, Object> arguments, List<SelectedField> selection) {
		return plan("Query." + type.plural(), type, null, arguments, selection);
	}

	@SuppressWarnings("unchecked")
	private Planned plan(String coordinates, NodeType type, @Nullable String facts, Map<String, Object> arguments,
			List<SelectedField> selection) {
		int size = PagePlanner.size(arguments);
		Map<String, Object> where = (Map<String, Object>) arguments.get("where");
		List<Map<String, Object>> orderBy = (List<Map<String, Object>>) arguments.get("orderBy");
		Filter filter = new FilterPlanner(this.model, this.nodes).connection(type, facts, where);
		List<Plan.Order> orders = new OrderPlanner(this.model).connection(type, facts, orderBy);
		CursorBinding binding = new CursorBinding(this.cursors,
				BoundTo.field(coordinates).with(where).with(orderBy).with(this.viewer).bytes(),
				OrderCompiler.size(type, orders));
		Plan.Page page = new PagePlanner(this.nodes.parameters()).page(arguments, binding);
		List<Plan.Part> parts = new ArrayList<>();
		List<Plan.Groups> groups = new ArrayList<>();
		Map<String, PageShape.Child> children = new HashMap<>();
		for (SelectedField child : selection) {
			if (!child.getName().startsWith("__")) {
				children.put(child.getResultKey(), child(child, type, facts, parts, groups));
			}
		}
		boolean total = children.values().stream().anyMatch(PageShape.Total.class::isInstance);
		boolean rows = children.values().stream().anyMatch(PageShape.Child::isOfPage);
		return new Planned(
				new Plan.Connection(filter, orders, page, total, rows, List.copyOf(parts), List.copyOf(groups)),
				new PageShape(children, page, size, rows, total, binding));
	}

	private PageShape.Child child(SelectedField child, NodeType type, @Nullable String facts, List<Plan.Part> parts,
			List<Plan.Groups> groups) {
		List<SelectedField> selection = child.getSelectionSet().getImmediateFields();
		return switch (child.getName()) {
			case "totalCount" -> new PageShape.Total();
			case "pageInfo" -> new PageShape.Info();
			case "groups" -> {
				GroupPlanner.Planned planned = new GroupPlanner(this.model, this.nodes, type, facts).groups(child);
				groups.add(planned.plan());
				yield new PageShape.Groups(groups.size() - 1, planned.shape());
			}
			case "nodes" -> {
				SelectionPlanner.Planned node = this.nodes.node(type, selection);
				parts.add(new Plan.Part(List.of(node.plan()), List.of()));
				yield new PageShape.Nodes(parts.size() - 1, node.shape());
			}
			case "edges" -> {
				Map<String, PageShape.EdgeField> edge = edge(type, facts, selection, parts);
				yield new PageShape.Edges(parts.size() - 1, edge, parts.getLast().nodes().size());
			}
			default -> throw new IllegalStateException("Unknown field of a connection: " + child.getName());
		};
	}

	private Map<String, PageShape.EdgeField> edge(NodeType type, @Nullable String facts, List<SelectedField> selection,
			List<Plan.Part> parts) {
		Map<String, PageShape.EdgeField> fields = new HashMap<>();
		List<Plan.Selected> nodes = new ArrayList<>();
		List<Property> factual = new ArrayList<>();
		for (SelectedField field : selection) {
			switch (field.getName()) {
				case "__typename" -> {
					// Answered by graphql-java
				}
				case "cursor" -> fields.put(field.getResultKey(), new PageShape.EdgeCursor());
				case "node" -> {
					SelectionPlanner.Planned node = this.nodes.node(type, field.getSelectionSet().getImmediateFields());
					fields.put(field.getResultKey(), new PageShape.EdgeNode(nodes.size(), node.shape()));
					nodes.add(node.plan());
				}
				default -> {
					Property fact = this.model.fact(String.valueOf(facts), field.getName());
					fields.put(field.getResultKey(),
							new PageShape.EdgeFact(place(fact, factual), FilterKind.of(fact.scalar(), this.model)));
				}
			}
		}
		parts.add(new Plan.Part(List.copyOf(nodes), List.copyOf(factual)));
		return fields;
	}

	private static int place(Property fact, List<Property> facts) {
		if (!facts.contains(fact)) {
			facts.add(fact);
		}
		return facts.indexOf(fact);
	}

	/**
	 * A planned connection.
	 *
	 * @param plan what shapes the statement
	 * @param shape where the answer's parts stand
	 */
	record Planned(Plan.Connection plan, PageShape shape) {

	}

}
