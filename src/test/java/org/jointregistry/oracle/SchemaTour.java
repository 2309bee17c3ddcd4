package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.HashSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Requests that together ask for each part of the schema: every field, every operator of
 * every filter, every quantifier and every order, of each type and of each kind of edge.
 * Chance alone would need many thousand requests for that.
 */
final class SchemaTour {

	private static final int CONDITIONS = 8;

	/** Conditions of relations cost more. */
	private static final int RELATED = 4;

	private static final int ORDERS = 4;

	private static final int PICKS = 5;

	private static final int ROOTS = 10;

	private static final String FORGED = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB";

	private static final Request.Pick ID = new Request.Leaf("id", "id");

	private final Sdl sdl;

	private final FilterGenerator filters;

	private final List<RawNode.Ref> nodes;

	private final ValueGenerator values;

	private final List<Request> stops = new ArrayList<>();

	private final Set<String> grouped = new HashSet<>();

	private int aliases;

	private int turns;

	private SchemaTour(Sdl sdl, RawGraph graph, Random random) {
		this.sdl = sdl;
		this.values = new ValueGenerator(sdl, random);
		this.nodes = List.copyOf(graph.nodes().keySet());
		this.filters = new FilterGenerator(sdl, this.values, this.nodes);
	}

	/**
	 * A part of the tour.
	 * @param sdl the schema
	 * @param graph whose ids and keys are asked for, seen or not
	 * @param random decides with what is compared
	 * @param part which part, any number
	 * @param parts how many parts there are
	 * @return the requests of the part
	 */
	static List<Request> part(Sdl sdl, RawGraph graph, Random random, long part, int parts) {
		SchemaTour tour = new SchemaTour(sdl, graph, random);
		tour.go();
		List<Request> stops = new ArrayList<>();
		for (int stop = (int) (part % parts); stop < tour.stops.size(); stop += parts) {
			stops.add(tour.stops.get(stop));
		}
		return stops;
	}

	private void go() {
		this.sdl.interfaces()
			.keySet()
			.stream()
			.filter((name) -> !this.sdl.concretes(name).isEmpty())
			.forEach((name) -> {
				Request.Fragment fragment = new Request.Fragment(name, false, null, picks(name));
				this.stops.add(new Request(
						List.of(new Request.One("a", GlobalIds.of(this.values.one(this.nodes)), List.of(fragment)))));
			});
		for (Sdl.Type type : this.sdl.types().values()) {
			List<List<Request.Pick>> picks = chunks(picks(type.name()), PICKS);
			each(wheres(type.name()), orders(type.name()), picks.size(), (where, orderBy, number) -> this.stops
				.add(all(type, where, orderBy, (number < picks.size()) ? picks.get(number) : List.of(ID))));
			type.relations().values().stream().filter(Sdl.Relation::many).forEach((relation) -> along(type, relation));
			withForgedCursors(type);
			grouped(type.plural(), type.name());
		}
		this.sdl.lists().forEach((type, field) -> {
			grouped(field, type);
			each(wheres(type), orders(type), 1,
					(where, orderBy,
							number) -> this.stops.add(new Request(List.of(new Request.All("a", field,
									new Request.Connection("Query." + field, type, null, where, orderBy, page(),
											parts(new Request.Edges("e", "c", "n", List.of(ID), List.of(), null))))))));
		});
	}

	private void grouped(String field, String type) {
		GroupTour.of(this.sdl, this.values, type, null, this::alias)
			.forEach((part) -> this.stops
				.add(new Request(List.of(new Request.All("a", field, new Request.Connection("Query." + field, type,
						null, null, null, Request.Page.WHOLE, List.of(part)))))));
	}

	private void grouped(Sdl.Type type, Sdl.Relation relation) {
		GroupTour.of(this.sdl, this.values, relation.target(), relation.facts(), this::alias)
			.forEach((part) -> this.stops.add(all(type, null, null,
					List.of(new Request.ToMany(alias(), relation.name(),
							new Request.Connection(relation.owner() + "." + relation.name(), relation.target(),
									relation.facts(), null, null, Request.Page.WHOLE,
									List.of(part, new Request.Info("i"))))))));
	}

	/** What is asked of a relation whose edges or nodes have types of their own. */
	private void along(Sdl.Type type, Sdl.Relation relation) {
		if (relation.facts() != null && this.grouped.add(relation.stem())) {
			grouped(type, relation);
		}
		List<List<Map<String, Object>>> wheres = new ArrayList<>();
		List<Map<String, Object>> orders = new ArrayList<>();
		List<String> withins = new ArrayList<>(List.of(""));
		if (relation.facts() != null) {
			Map<String, Sdl.Field> facts = this.sdl.facts().getOrDefault(relation.facts(), Map.of());
			List<Map<String, Object>> conditions = new ArrayList<>();
			comparisons(facts).forEach((one) -> conditions.add(Map.of("edge", one)));
			logic(Map.of()).forEach((one) -> conditions.add(Map.of("edge", one)));
			conditions.add(Map.of("node", Map.of()));
			conditions.addAll(logic(Map.of()));
			wheres.addAll(chunks(conditions, CONDITIONS));
			orders(facts).forEach((one) -> orders.add(Map.of("edge", one)));
			orders.add(Map.of("node", Map.of("key", new Request.Name("DESC"))));
			withins.addAll(List.of(relation.facts(), relation.stem() + "Edge", "Fact"));
		}
		else if (this.sdl.isAbstract(relation.target())) {
			wheres.addAll(wheres(relation.target()));
			orders.addAll(orders(relation.target()));
		}
		each(wheres, orders, withins.size(),
				(where, orderBy, number) -> this.stops.add(all(type, null, null, List.of(new Request.ToMany(alias(),
						relation.name(), list(relation, where, orderBy, withins.get(number % withins.size())))))));
	}

	/** Each list of a type, and the list of all of it, from both ends. */
	private void withForgedCursors(Sdl.Type type) {
		for (Request.Page page : List.of(new Request.Page(1, FORGED, null, null),
				new Request.Page(null, null, 1, FORGED))) {
			List<Request.Root> roots = new ArrayList<>();
			roots.add(new Request.All(alias(), type.plural(),
					connection("Query." + type.plural(), type.name(), null, page)));
			type.relations().values().stream().filter(Sdl.Relation::many).forEach((relation) -> {
				Request.Pick list = new Request.ToMany(alias(), relation.name(), connection(
						relation.owner() + "." + relation.name(), relation.target(), relation.facts(), page));
				roots.add(new Request.All(alias(), type.plural(),
						new Request.Connection("Query." + type.plural(), type.name(), null, null, null,
								Request.Page.WHOLE, List.of(new Request.Nodes("n", List.of(list))))));
			});
			chunks(roots, ROOTS).forEach((some) -> this.stops.add(new Request(some)));
		}
	}

	private static Request.Connection connection(String coordinates, String target, @Nullable String facts,
			Request.Page page) {
		return new Request.Connection(coordinates, target, facts, Map.of(), List.of(), page,
				List.of(new Request.Total("t")));
	}

	private static void each(List<List<Map<String, Object>>> wheres, List<Map<String, Object>> orders, int least,
			Stop stop) {
		List<List<Map<String, Object>>> orderBys = chunks(orders, ORDERS);
		for (int number = 0; number < Math.max(least, Math.max(wheres.size(), orderBys.size())); number++) {
			stop.at(wheres.isEmpty() ? null : Map.of("or", wheres.get(number % wheres.size())),
					orderBys.isEmpty() ? null : orderBys.get(number % orderBys.size()), number);
		}
	}

	/** All conditions of a node of a type, some at a time. */
	private List<List<Map<String, Object>>> wheres(String type) {
		return Stream
			.concat(chunks(comparisons(this.sdl.fields(type)), CONDITIONS).stream(),
					chunks(others(type), RELATED).stream())
			.toList();
	}

	private List<Map<String, Object>> others(String type) {
		List<Map<String, Object>> conditions = new ArrayList<>();
		String id = GlobalIds.of(this.values.one(this.nodes));
		conditions.add(Map.of("id", Map.of("eq", id)));
		conditions.add(Map.of("id", Map.of("in", List.of(id))));
		conditions.addAll(logic(Map.of()));
		if (this.sdl.isSearched(type)) {
			conditions.add(Map.of("search", this.values.search()));
		}
		this.sdl.relations(type).values().forEach((relation) -> {
			List<String> quantifiers = relation.many() ? List.of("some", "none", "every") : List.of();
			quantifiers.forEach((quantifier) -> conditions.add(Map.of(relation.name(),
					Map.of(quantifier, this.filters.where(relation.target(), relation.facts(), 0)))));
			if (!relation.many()) {
				conditions.add(Map.of(relation.name(), this.filters.where(relation.target(), null, 0)));
			}
		});
		return conditions;
	}

	private static List<Map<String, Object>> logic(Map<String, Object> nested) {
		return List.of(Map.of("and", List.of(nested)), Map.of("or", List.of(Map.of("not", nested))),
				Map.of("not", nested));
	}

	private List<Map<String, Object>> comparisons(Map<String, Sdl.Field> fields) {
		return fields.values()
			.stream()
			.flatMap((field) -> FilterGenerator.operators(field)
				.stream()
				.map((operator) -> Map.<String, Object>of(field.name(),
						Map.of(operator, this.filters.compared(field, operator)))))
			.toList();
	}

	private List<Map<String, Object>> orders(String type) {
		return Stream.concat(orders(this.sdl.fields(type)).stream(),
				this.sdl.relations(type)
					.values()
					.stream()
					.filter((relation) -> !relation.many())
					.map((relation) -> Map.<String, Object>of(relation.name(),
							this.filters.order(this.sdl.fields(relation.target())))))
			.toList();
	}

	private List<Map<String, Object>> orders(Map<String, Sdl.Field> fields) {
		return fields.values()
			.stream()
			.filter((field) -> !field.list())
			.map((field) -> this.filters.order(Map.of(field.name(), field)))
			.toList();
	}

	private List<Request.Pick> picks(String type) {
		List<Request.Pick> picks = new ArrayList<>();
		picks.add(new Request.Leaf(alias(), "id"));
		this.sdl.fields(type).keySet().forEach((field) -> picks.add(new Request.Leaf(alias(), field)));
		this.sdl.selectable(type)
			.forEach((relation) -> picks
				.add(relation.many() ? new Request.ToMany(alias(), relation.name(), list(relation, null, null, ""))
						: new Request.ToOne(alias(), relation.name(), List.of(new Request.Leaf(alias(), "id")))));
		return picks;
	}

	private Request.Connection list(Sdl.Relation relation, @Nullable Map<String, Object> where,
			@Nullable List<Map<String, Object>> orderBy, String within) {
		Map<String, Sdl.Field> fields = within.equals("Fact") ? this.sdl.fields(within)
				: this.sdl.facts().getOrDefault(String.valueOf(relation.facts()), Map.of());
		List<Request.Leaf> leaves = fields.keySet().stream().map((field) -> new Request.Leaf(alias(), field)).toList();
		List<Request.Part> parts = parts(
				new Request.Edges("e", "c", "n", List.of(ID), leaves, within.isEmpty() ? null : within));
		if (where == null) {
			parts.add(new Request.Total("whole"));
		}
		return new Request.Connection(relation.owner() + "." + relation.name(), relation.target(), relation.facts(),
				where, orderBy, page(), parts);
	}

	/** The edges, and now and then the rest of the connection. */
	private List<Request.Part> parts(Request.Edges edges) {
		List<Request.Part> parts = new ArrayList<>(List.of(edges));
		switch (this.turns++ % 4) {
			case 0 -> parts.add(new Request.Total("t"));
			case 1 -> parts.add(new Request.Info("i"));
			case 2 -> parts.add(new Request.Nodes("m", List.of(ID)));
			default -> {
				// The edges alone
			}
		}
		return parts;
	}

	private Request.Page page() {
		return (this.aliases % 2 == 0) ? new Request.Page(3, null, null, null) : new Request.Page(null, null, 3, null);
	}

	private Request all(Sdl.Type type, @Nullable Map<String, Object> where, @Nullable List<Map<String, Object>> orderBy,
			List<Request.Pick> picks) {
		List<Request.Part> parts = parts(new Request.Edges("e", "c", "n", picks, List.of(), null));
		return new Request(List.of(new Request.All("a", type.plural(),
				new Request.Connection("Query." + type.plural(), type.name(), null, where, orderBy, page(), parts))));
	}

	private static <T> List<List<T>> chunks(List<T> whole, int size) {
		List<List<T>> chunks = new ArrayList<>();
		for (int from = 0; from < whole.size(); from += size) {
			chunks.add(whole.subList(from, Math.min(whole.size(), from + size)));
		}
		return chunks;
	}

	private String alias() {
		return HostileNames.at(this.aliases++);
	}

	/** Takes a stop of the tour. */
	private interface Stop {

		void at(@Nullable Map<String, Object> where, @Nullable List<Map<String, Object>> orderBy, int number);

	}

}
