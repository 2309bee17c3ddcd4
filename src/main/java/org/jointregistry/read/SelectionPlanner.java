package org.jointregistry.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.schema.SelectedField;

import org.jointregistry.access.Viewer;

/**
 * Plans selections: what a client asks of a node. Beside the plan it notes where each
 * value of the answer will stand.
 */
final class SelectionPlanner {

	private final GraphModel model;

	private final Parameters parameters;

	private final ConnectionPlanner connections;

	SelectionPlanner(GraphModel model, Cursors cursors, Viewer viewer) {
		this.model = model;
		this.parameters = new Parameters();
		this.connections = new ConnectionPlanner(model, this, cursors, viewer);
	}

	Parameters parameters() {
		return this.parameters;
	}

	ConnectionPlanner connections() {
		return this.connections;
	}

	/**
	 * Plans what is selected of a node.
	 * @param type the declared type
	 * @param selection the selected fields, those of fragments included
	 * @return the plan and the shape of its answer
	 */
	Planned node(NodeType type, List<SelectedField> selection) {
		List<Plan.Case> cases = new ArrayList<>();
		Map<String, Map<String, NodeShape.Field>> fields = new HashMap<>();
		for (NodeType.Concrete concrete : type.concretes()) {
			List<Plan.Slot> slots = new ArrayList<>();
			Map<String, NodeShape.Field> places = new LinkedHashMap<>();
			for (SelectedField field : selection) {
				if (field.getObjectTypeNames().contains(concrete.type()) && !field.getName().startsWith("__")) {
					places.put(field.getResultKey(), field(concrete.type(), field, slots));
				}
			}
			cases.add(new Plan.Case(concrete, List.copyOf(slots)));
			fields.put(concrete.type(), places);
		}
		boolean audience = selection.stream().anyMatch(SelectionPlanner::tellsAudience);
		return new Planned(new Plan.Selected(type, List.copyOf(cases), audience),
				new NodeShape(type.isAbstract() ? null : type.name(), fields));
	}

	private NodeShape.Field field(String type, SelectedField field, List<Plan.Slot> slots) {
		if (field.getName().equals("id")) {
			return new NodeShape.Field(place(new Plan.Key(), slots), new NodeShape.Id());
		}
		if (tellsAudience(field)) {
			return new NodeShape.Field(0, new NodeShape.Audiences());
		}
		return switch (this.model.node(type).field(field.getName())) {
			case Property property -> new NodeShape.Field(place(new Plan.Value(property), slots),
					new NodeShape.Scalar(FilterKind.of(property.scalar(), this.model)));
			case Relation relation when relation.many() -> {
				ConnectionPlanner.Planned many = this.connections.connection(type, field.getName(), relation,
						field.getArguments(), field.getSelectionSet().getImmediateFields());
				yield new NodeShape.Field(place(new Plan.Many(relation, many.plan()), slots),
						new NodeShape.Many(many.shape()));
			}
			case Relation relation -> {
				Planned one = node(this.model.node(relation.target()), field.getSelectionSet().getImmediateFields());
				yield new NodeShape.Field(place(new Plan.One(relation, one.plan()), slots),
						new NodeShape.One(one.shape()));
			}
		};
	}

	private static boolean tellsAudience(SelectedField field) {
		return SchemaTypes.tellsAudience(field.getFieldDefinitions().getFirst());
	}

	private static int place(Plan.Slot slot, List<Plan.Slot> slots) {
		int known = slots.indexOf(slot);
		if (known >= 0) {
			return known;
		}
		slots.add(slot);
		return slots.size() - 1;
	}

	/**
	 * A planned selection.
	 *
	 * @param plan what shapes the statement
	 * @param shape where the answer's values stand
	 */
	record Planned(Plan.Selected plan, NodeShape shape) {

	}

}
