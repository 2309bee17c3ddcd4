package org.jointregistry.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Plans filters: the arguments {@code where} as clients write them.
 */
final class FilterPlanner {

	private static final int FIRST_BEYOND_ASCII = 0x80;

	private final GraphModel model;

	private final Parameters parameters;

	FilterPlanner(GraphModel model, SelectionPlanner selection) {
		this.model = model;
		this.parameters = selection.parameters();
	}

	/**
	 * The filter of a connection.
	 * @param type of its nodes
	 * @param facts the interface of its edges' facts; null where they carry none
	 * @param where the argument; null where none was given
	 * @return a filter that holds of everything for null
	 */
	Filter connection(NodeType type, @Nullable String facts, @Nullable Map<String, Object> where) {
		if (where == null) {
			return new Filter.All(List.of());
		}
		Filter filter = (facts != null) ? edge(type, facts, where) : node(type, where);
		return filter;
	}

	private Filter edge(NodeType type, String facts, Map<String, Object> where) {
		List<Filter> all = new ArrayList<>();
		where.forEach((name, value) -> all.add(switch (name) {
			case "node" -> node(type, map(name, value));
			case "edge" -> facts(facts, map(name, value));
			default -> logic(name, value, (nested) -> edge(type, facts, nested));
		}));
		return new Filter.All(all);
	}

	private Filter facts(String facts, Map<String, Object> where) {
		List<Filter> all = new ArrayList<>();
		where.forEach((name, value) -> all.add(isLogic(name) ? logic(name, value, (nested) -> facts(facts, nested))
				: compare(Plan.Scope.EDGE, this.model.fact(facts, name), map(name, value))));
		return new Filter.All(all);
	}

	private Filter node(NodeType type, Map<String, Object> where) {
		List<Filter> all = new ArrayList<>();
		where.forEach((name, value) -> {
			if (isLogic(name)) {
				all.add(logic(name, value, (nested) -> node(type, nested)));
			}
			else if (name.equals("id")) {
				all.add(identity(type, map(name, value)));
			}
			else if (name.equals("search")) {
				all.add(search(SearchText.of(String.valueOf(required(name, value)))));
			}
			else {
				all.add(switch (type.field(name)) {
					case Property property -> compare(Plan.Scope.NODE, property, map(name, value));
					case Relation relation -> related(relation, map(name, value));
				});
			}
		});
		return new Filter.All(all);
	}

	private Filter related(Relation relation, Map<String, Object> asked) {
		NodeType target = this.model.node(relation.target());
		if (!relation.many()) {
			return new Filter.Related(relation, Filter.Quantifier.SOME, connection(target, relation.facts(), asked));
		}
		List<Filter> all = new ArrayList<>();
		asked.forEach((name, where) -> {
			Filter.Quantifier quantifier = Filter.Quantifier.valueOf(name.toUpperCase(Locale.ROOT));
			all.add(new Filter.Related(relation, quantifier, connection(target, relation.facts(), map(name, where))));
		});
		return new Filter.All(all);
	}

	private Filter compare(Plan.Scope scope, Property property, Map<String, Object> asked) {
		List<Filter> all = new ArrayList<>();
		asked.forEach((name, value) -> {
			Filter.Operator operator = Filter.Operator.valueOf(name.toUpperCase(Locale.ROOT));
			FilterKind kind = FilterKind.of(property.scalar(), this.model);
			Object stored = StoredValue.forComparison(kind, operator, required(name, value));
			boolean key = scope == Plan.Scope.NODE && property.name().equals("key") && operator.isBound();
			String parameter = this.parameters.add(stored);
			all.add((key && isAscii(String.valueOf(stored))) ? new Filter.KeyBound(operator, parameter)
					: new Filter.Compare(scope, property, operator, parameter));
		});
		return new Filter.All(all);
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch((unit) -> unit < FIRST_BEYOND_ASCII);
	}

	private Filter identity(NodeType type, Map<String, Object> asked) {
		List<Filter> all = new ArrayList<>();
		asked.forEach((name, value) -> {
			Collection<?> ids = (required(name, value) instanceof Collection<?> several) ? several : List.of(value);
			List<GlobalId> known = ids.stream()
				.flatMap((id) -> GlobalId.decode(String.valueOf(id)).stream())
				.filter((id) -> type.isAbstract() || id.type().equals(type.name()))
				.toList();
			String keys = this.parameters.add(known.stream().map(GlobalId::key).toList());
			all.add(new Filter.Identity(keys,
					type.isAbstract() ? this.parameters.add(known.stream().map(GlobalId::comparable).toList()) : null));
		});
		return new Filter.All(all);
	}

	private Filter search(SearchText text) {
		return text.words().isEmpty() ? new Filter.Any(List.of())
				: new Filter.Search(this.parameters.add(text.words()), this.parameters.add(text.longest()));
	}

	private static boolean isLogic(String name) {
		return name.equals("and") || name.equals("or") || name.equals("not");
	}

	private Filter logic(String name, Object value, Function<Map<String, Object>, Filter> nested) {
		Object given = required(name, value);
		Filter logic;
		if (name.equals("not")) {
			logic = new Filter.Not(nested.apply(map(name, given)));
		}
		else {
			List<Filter> filters = ((Collection<?>) given).stream()
				.map((element) -> nested.apply(map(name, element)))
				.toList();
			logic = name.equals("and") ? new Filter.All(filters) : new Filter.Any(filters);
		}
		return logic;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(String name, @Nullable Object value) {
		return (Map<String, Object>) required(name, value);
	}

	private static Object required(String name, @Nullable Object value) {
		if (value == null) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"A condition of a filter is null: leave " + name + " out, or ask by isNull");
		}
		return value;
	}

}
