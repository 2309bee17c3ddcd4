package org.jointregistry.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import graphql.schema.SelectedField;
import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Plans the groups of a connection: by what a client groups its elements, and what is
 * computed over each group.
 */
final class GroupPlanner {

	private static final int MOST_KEYS = 8;

	private final GraphModel model;

	private final SelectionPlanner nodes;

	private final NodeType type;

	private final @Nullable String facts;

	private final List<Key> keys = new ArrayList<>();

	private final List<Plan.Measure> measures = new ArrayList<>();

	/**
	 * Plans groups of one connection.
	 * @param model the mapping
	 * @param nodes plans what is selected of nodes
	 * @param type of the connection's nodes
	 * @param facts the interface of its edges' facts; null where they carry none
	 */
	GroupPlanner(GraphModel model, SelectionPlanner nodes, NodeType type, @Nullable String facts) {
		this.model = model;
		this.nodes = nodes;
		this.type = type;
		this.facts = facts;
	}

	/**
	 * Plans what one selection of {@code groups} asks.
	 * @param field the selected field
	 * @return the plan and the shape of its answer
	 * @throws RegistryException if the arguments are out of bounds, or money is measured
	 * that is not grouped by its currency
	 */
	Planned groups(SelectedField field) {
		Collection<?> by = (Collection<?>) field.getArguments().getOrDefault("by", List.of());
		if (by.size() > MOST_KEYS) {
			throw new RegistryException(ErrorCode.BAD_INPUT, "A list is grouped by at most " + MOST_KEYS + " things");
		}
		by.forEach(this::key);
		int first = PagePlanner.size(field.getArguments());
		Map<String, GroupShape.Field> shape = parts(field);
		List<Plan.GroupBy> planned = this.keys.stream().map(Key::plan).toList();
		Plan.Groups plan = new Plan.Groups(planned, List.copyOf(this.measures), this.nodes.parameters().add(first));
		return new Planned(plan, new GroupShape(shape, planned.size()));
	}

	private void key(Object by) {
		Plan.Scope scope = Plan.Scope.NODE;
		Object constant = by;
		if (by instanceof Map<?, ?> either) {
			scope = either.containsKey("edge") ? Plan.Scope.EDGE : Plan.Scope.NODE;
			constant = either.values().iterator().next();
		}
		Key key = new Key(scope, field(scope, String.valueOf(constant)), new ArrayList<>());
		if (this.keys.stream().noneMatch(key::isSame)) {
			this.keys.add(key);
		}
	}

	private MappedField field(Plan.Scope scope, String constant) {
		Collection<? extends MappedField> fields = switch (scope) {
			case NODE -> this.type.fields().values();
			case EDGE -> this.model.facts(String.valueOf(this.facts));
		};
		return fields.stream()
			.filter((field) -> Grouping.constant(field).equals(constant))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nothing to group by: " + constant));
	}

	private Map<String, GroupShape.Field> parts(SelectedField groups) {
		Map<String, GroupShape.Field> parts = new HashMap<>();
		for (SelectedField part : groups.getSelectionSet().getImmediateFields()) {
			switch (part.getName()) {
				case "__typename" -> {
					// Answered by graphql-java
				}
				case "count" -> parts.put(part.getResultKey(), new GroupShape.Count());
				default -> parts.put(part.getResultKey(), new GroupShape.Part(values(part.getName(), part)));
			}
		}
		return parts;
	}

	/**
	 * The values in a part of a group, which stand below {@code node} and {@code edge}
	 * where edges carry facts.
	 */
	private Map<String, GroupShape.Field> values(String part, SelectedField selected) {
		if (this.facts == null) {
			return values(part, Plan.Scope.NODE, selected);
		}
		Map<String, GroupShape.Field> values = new HashMap<>();
		for (SelectedField end : selected.getSelectionSet().getImmediateFields()) {
			if (!end.getName().startsWith("__")) {
				Plan.Scope scope = end.getName().equals("edge") ? Plan.Scope.EDGE : Plan.Scope.NODE;
				values.put(end.getResultKey(), new GroupShape.Part(values(part, scope, end)));
			}
		}
		return values;
	}

	private Map<String, GroupShape.Field> values(String part, Plan.Scope scope, SelectedField selected) {
		Map<String, GroupShape.Field> values = new HashMap<>();
		for (SelectedField value : selected.getSelectionSet().getImmediateFields()) {
			if (!value.getName().startsWith("__")) {
				MappedField field = (scope == Plan.Scope.NODE) ? this.type.field(value.getName())
						: this.model.fact(String.valueOf(this.facts), value.getName());
				values.put(value.getResultKey(), value(part, scope, field, value));
			}
		}
		return values;
	}

	private GroupShape.Field value(String part, Plan.Scope scope, MappedField field, SelectedField selected) {
		return switch (field) {
			case Property property when part.equals("key") -> common(scope, property);
			case Property property -> measured(part, scope, property);
			case Relation relation -> common(scope, relation, selected);
		};
	}

	private GroupShape.Field common(Plan.Scope scope, Property property) {
		int place = place(scope, property);
		return (place < 0) ? new GroupShape.Nothing()
				: new GroupShape.Scalar(place, FilterKind.of(property.scalar(), this.model));
	}

	private GroupShape.Field common(Plan.Scope scope, Relation relation, SelectedField selected) {
		int place = place(scope, relation);
		if (place < 0) {
			return new GroupShape.Nothing();
		}
		SelectionPlanner.Planned node = this.nodes.node(this.model.node(relation.target()),
				selected.getSelectionSet().getImmediateFields());
		List<Plan.Selected> several = this.keys.get(place).selected();
		several.add(node.plan());
		return new GroupShape.Node(place, several.size() - 1, node.shape());
	}

	private int place(Plan.Scope scope, MappedField field) {
		Key asked = new Key(scope, field, List.of());
		for (int place = 0; place < this.keys.size(); place++) {
			if (this.keys.get(place).isSame(asked)) {
				return place;
			}
		}
		return -1;
	}

	private GroupShape.Field measured(String part, Plan.Scope scope, Property property) {
		if (property.currency() != null && place(scope, currency(scope, property.currency())) < 0) {
			throw new RegistryException(ErrorCode.BAD_INPUT, "Money is measured within one currency: to measure "
					+ property.name() + ", group by " + property.currency() + " too");
		}
		FilterKind kind = FilterKind.of(property.scalar(), this.model);
		return switch (part) {
			case "sum" -> new GroupShape.Sum(measure(Plan.Function.SUM, scope, property),
					measure(Plan.Function.KNOWN, scope, property));
			case "average" -> new GroupShape.Average(measure(Plan.Function.SUM, scope, property),
					measure(Plan.Function.KNOWN, scope, property));
			case "min" -> new GroupShape.Bound(measure(Plan.Function.MIN, scope, property), kind);
			case "max" -> new GroupShape.Bound(measure(Plan.Function.MAX, scope, property), kind);
			default -> throw new IllegalStateException("Unknown part of a group: " + part);
		};
	}

	private MappedField currency(Plan.Scope scope, String name) {
		return (scope == Plan.Scope.NODE) ? this.type.field(name) : this.model.fact(String.valueOf(this.facts), name);
	}

	private int measure(Plan.Function function, Plan.Scope scope, Property property) {
		Plan.Measure measure = new Plan.Measure(function, scope, property);
		if (!this.measures.contains(measure)) {
			this.measures.add(measure);
		}
		return this.measures.indexOf(measure);
	}

	/**
	 * Something that the list is grouped by.
	 */
	private record Key(Plan.Scope scope, MappedField field, List<Plan.Selected> selected) {

		boolean isSame(Key other) {
			return this.scope == other.scope && this.field.name().equals(other.field.name());
		}

		Plan.GroupBy plan() {
			return switch (this.field) {
				case Property property -> new Plan.ByValue(this.scope, property);
				case Relation relation -> new Plan.ByNode(relation, List.copyOf(this.selected));
			};
		}

	}

	/**
	 * Planned groups.
	 *
	 * @param plan what shapes the statement
	 * @param shape where the answer's values stand
	 */
	record Planned(Plan.Groups plan, GroupShape shape) {

	}

}
