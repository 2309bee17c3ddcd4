package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/**
 * Requests that ask for one thing each, along an edge of a graph, from a seed.
 */
final class SmallRequests {

	private static final Request.Leaf ID = new Request.Leaf("id", "id");

	private static final Request.Info INFO = new Request.Info("info");

	private static final int LONGEST_SEARCH = 200;

	private final Sdl sdl;

	private final RawGraph graph;

	private final ValueGenerator values;

	private final FilterGenerator filters;

	private SmallRequests(Sdl sdl, RawGraph graph, Random random) {
		this.sdl = sdl;
		this.graph = graph;
		this.values = new ValueGenerator(sdl, random);
		this.filters = new FilterGenerator(sdl, this.values, List.copyOf(graph.nodes().keySet()));
	}

	/**
	 * Some requests.
	 * @param sdl the schema
	 * @param graph whose nodes and edges are asked for, seen or not
	 * @param random decides
	 * @param count how many
	 * @return requests that fit the schema
	 */
	static List<Request> some(Sdl sdl, RawGraph graph, Random random, int count) {
		SmallRequests requests = new SmallRequests(sdl, graph, random);
		List<Request> some = new ArrayList<>();
		while (some.size() < count) {
			some.add(new Request(List.of(requests.root())));
		}
		return some;
	}

	private Request.Root root() {
		if (this.graph.edges().isEmpty() || this.values.chance(25)) {
			return ofNodes(this.values.one(List.copyOf(this.graph.nodes().values())));
		}
		RawEdge edge = this.values.one(this.graph.edges());
		boolean ahead = this.values.chance(30);
		Sdl.Type owner = this.sdl.type((ahead ? edge.from() : edge.to()).type());
		return owner.relations()
			.values()
			.stream()
			.filter((relation) -> relation.type().equals(edge.type()) && relation.outgoing() == ahead)
			.findFirst()
			.map((relation) -> along(owner, relation))
			.orElseGet(() -> ofNodes(this.graph.get(edge.from())));
	}

	private Request.Root ofNodes(RawNode node) {
		Sdl.Type type = this.sdl.type(node.type());
		String id = GlobalIds.of(node.ref());
		List<String> names = names(node, type);
		if (!names.isEmpty() && this.values.chance(30)) {
			return found(type, names);
		}
		return switch (this.values.upTo(9)) {
			case 0 -> new Request.One("a", id, List.of(ID));
			case 1 -> new Request.Several("a", List.of(id), List.of(ID));
			case 2 -> all(type, this.values.chance(50) ? this.filters.where(type.name(), null, 0) : null, null,
					List.of(new Request.Total("t"), INFO));
			case 3, 4 -> all(type, this.filters.where(type.name(), null, 0), null, nodes(ID));
			case 5, 6 -> all(type, null, this.filters.order(type.name(), null), nodes(ID));
			case 7 -> everyOf(this.values.one(List.copyOf(this.sdl.lists().keySet())));
			default -> all(type, null, null, nodes(shown(type.fields())));
		};
	}

	/** By a word of a name. */
	private Request.Root found(Sdl.Type type, List<String> names) {
		Map<String, Object> search = Map.of("search", this.values.one(names));
		return all(type, search, null, this.values.chance(50) ? nodes(ID) : List.of(new Request.Total("t"), INFO));
	}

	private static List<String> names(RawNode node, Sdl.Type type) {
		return type.searched()
			.stream()
			.map(node::fact)
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.filter((name) -> !name.isBlank() && name.length() <= LONGEST_SEARCH)
			.toList();
	}

	private Request.Root everyOf(String type) {
		return all(this.sdl.lists().getOrDefault(type, ""), type,
				this.values.chance(30) ? this.filters.where(type, null, 0) : null, null, nodes(ID));
	}

	private Request.Root along(Sdl.Type owner, Sdl.Relation relation) {
		if (this.values.chance(25)) {
			return all(owner, Map.of(relation.name(), asked(relation)), null,
					this.values.chance(50) ? nodes(ID) : List.of(new Request.Total("t"), INFO));
		}
		if (relation.many()) {
			return all(owner, null, null, nodes(new Request.ToMany("r", relation.name(), list(relation))));
		}
		boolean ordered = this.values.chance(50);
		return all(owner, null, ordered ? Map.of(relation.name(), this.filters.order(relation.target(), null)) : null,
				nodes(new Request.ToOne("r", relation.name(), List.of(shown(this.sdl.fields(relation.target())), ID))));
	}

	private Map<String, Object> asked(Sdl.Relation relation) {
		Map<String, Object> far = this.values.chance(40) ? Map.of()
				: this.filters.where(relation.target(), relation.facts(), this.values.upTo(1));
		return relation.many() ? Map.of(this.values.one(List.of("some", "none", "every")), far) : far;
	}

	private Request.Connection list(Sdl.Relation relation) {
		Map<String, Sdl.Field> facts = this.sdl.facts().getOrDefault(String.valueOf(relation.facts()), Map.of());
		List<Request.Leaf> shown = facts.isEmpty() ? List.of() : List.of(shown(facts));
		boolean filtered = this.values.chance(30);
		boolean ordered = this.values.chance(30);
		List<Request.Part> parts = switch (this.values.upTo(2)) {
			case 0 -> List.of(new Request.Total("t"));
			case 1 -> nodes(shown(this.sdl.fields(relation.target())));
			default -> List.of(new Request.Edges("e", null, "n", List.of(ID), shown, null));
		};
		return new Request.Connection(relation.owner() + "." + relation.name(), relation.target(), relation.facts(),
				filtered ? this.filters.where(relation.target(), relation.facts(), 0) : null,
				ordered ? List.of(this.filters.order(relation.target(), relation.facts())) : null, Request.Page.WHOLE,
				parts);
	}

	/** A figure where there is one. */
	private Request.Leaf shown(Map<String, Sdl.Field> fields) {
		List<Sdl.Field> figures = fields.values().stream().filter(Sdl.Field::figure).toList();
		List<Sdl.Field> references = fields.values().stream().filter((field) -> field.reference() != null).toList();
		List<Sdl.Field> telling = this.values.chance(50) ? figures : references;
		return new Request.Leaf("v",
				this.values.one(telling.isEmpty() ? List.copyOf(fields.values()) : telling).name());
	}

	private static List<Request.Part> nodes(Request.Pick pick) {
		return List.of(new Request.Nodes("n", List.of(pick)), INFO);
	}

	private static Request.Root all(Sdl.Type type, @Nullable Map<String, Object> where,
			@Nullable Map<String, Object> order, List<Request.Part> parts) {
		return all(type.plural(), type.name(), where, order, parts);
	}

	private static Request.Root all(String field, String type, @Nullable Map<String, Object> where,
			@Nullable Map<String, Object> order, List<Request.Part> parts) {
		return new Request.All("a", field, new Request.Connection("Query." + field, type, null, where,
				(order != null) ? List.of(order) : null, new Request.Page(3, null, null, null), parts));
	}

}
