package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Requests over everything that the schema can express, from a seed.
 */
final class RequestGenerator {

	private static final int DEPTH = 2;

	private static final List<String> ALIASES = List.of("match", "viewer", "n0", "token", "r0", "answer", "k0", "p0",
			"where", "return", "today", "viewerTokens", "exists", "null", "type", "__n0", "key", "releasedTo");

	private final Sdl sdl;

	private final ValueGenerator values;

	private final FilterGenerator filters;

	private final List<RawNode.Ref> nodes;

	private int aliases;

	private RequestGenerator(Sdl sdl, RawGraph graph, Random random) {
		this.sdl = sdl;
		this.values = new ValueGenerator(sdl, random);
		this.nodes = List.copyOf(graph.nodes().keySet());
		this.filters = new FilterGenerator(sdl, this.values, this.nodes);
		this.aliases = random.nextInt(ALIASES.size());
	}

	/**
	 * A request.
	 * @param sdl the schema
	 * @param graph whose ids and keys are asked for, seen or not
	 * @param random decides
	 * @return a request that fits the schema
	 */
	static Request request(Sdl sdl, RawGraph graph, Random random) {
		return new RequestGenerator(sdl, graph, random).request();
	}

	/**
	 * A list with its length, its cursors and where each page stands.
	 * @param sdl the schema
	 * @param graph decides which lists are not empty
	 * @param random decides
	 * @return a list, mostly in an order with ties and nulls
	 */
	static Request.All list(Sdl sdl, RawGraph graph, Random random) {
		RequestGenerator generator = new RequestGenerator(sdl, graph, random);
		Request.All all = generator.all();
		return new Request.All("list", all.field(), all.connection()
			.with(List.of(new Request.Total("total"), new Request.Info("info"),
					new Request.Edges("edges", "cursor", "node", List.of(new Request.Leaf("id", "id")), List.of()))));
	}

	private Request request() {
		List<Request.Root> roots = new ArrayList<>();
		for (int count = 1 + this.values.upTo(3) / 3; count > 0; count--) {
			roots.add(switch (this.values.upTo(9)) {
				case 0 -> one();
				case 1 -> new Request.Several(alias(), List.of(id(), id(), id()), picks("Node", DEPTH));
				default -> all();
			});
		}
		return new Request(roots);
	}

	private Request.All all() {
		if (this.values.chance(10)) {
			Map.Entry<String, String> list = this.values.one(List.copyOf(this.sdl.lists().entrySet()));
			return all(list.getValue(), list.getKey());
		}
		List<String> present = this.nodes.stream().map(RawNode.Ref::type).distinct().toList();
		Sdl.Type type = this.sdl.type(this.values.chance(95) ? this.values.one(present)
				: this.values.one(List.copyOf(this.sdl.types().keySet())));
		return all(type.plural(), type.name());
	}

	private Request.All all(String field, String type) {
		return new Request.All(alias(), field, connection("Query." + field, type, null, DEPTH));
	}

	private Request.Root one() {
		RawNode.Ref node = this.values.one(this.nodes);
		return this.values.chance(70)
				? new Request.One(alias(), GlobalIds.of(node),
						List.of(new Request.Fragment(node.type(), false, null, picks(node.type(), DEPTH))))
				: new Request.One(alias(), id(), picks("Node", DEPTH));
	}

	private String id() {
		return switch (this.values.upTo(5)) {
			case 0 -> "garbage";
			case 1 -> GlobalIds.of(new RawNode.Ref(this.values.one(this.nodes).type(), "NEVER WAS"));
			default -> GlobalIds.of(this.values.one(this.nodes));
		};
	}

	private Request.Connection connection(String coordinates, String target, @Nullable String facts, int depth) {
		return new Request.Connection(coordinates, target, facts,
				this.values.chance(50) ? this.filters.where(target, facts, 2) : null,
				this.values.chance(50) ? orders(target, facts) : null, page(), parts(target, facts, depth));
	}

	private List<Map<String, Object>> orders(String target, @Nullable String facts) {
		return Stream.generate(() -> this.filters.order(target, facts)).limit(1 + this.values.upTo(1)).toList();
	}

	private Request.Page page() {
		return switch (this.values.upTo(5)) {
			case 0, 1 -> new Request.Page(1 + this.values.upTo(3), null, null, null);
			case 2 -> new Request.Page(null, null, 1 + this.values.upTo(3), null);
			default -> Request.Page.WHOLE;
		};
	}

	private List<Request.Part> parts(String target, @Nullable String facts, int depth) {
		List<Request.Part> parts = new ArrayList<>();
		if (this.values.chance(40)) {
			parts.add(new Request.Total(alias()));
		}
		if (this.values.chance(40)) {
			parts.add(new Request.Info(alias()));
		}
		if (this.values.chance(30)) {
			parts.add(groups(target, facts, depth));
		}
		if (facts != null ? this.values.chance(80) : this.values.chance(30)) {
			parts.add(edges(target, facts, depth));
		}
		if (parts.isEmpty() || this.values.chance(50)) {
			parts.add(new Request.Nodes(alias(), picks(target, depth - 1)));
		}
		return parts;
	}

	private Request.Edges edges(String target, @Nullable String facts, int depth) {
		List<Request.Leaf> leaves = (facts == null) ? List.of()
				: leaves(List.copyOf(this.sdl.facts().getOrDefault(facts, Map.of()).values()));
		return new Request.Edges(alias(), this.values.chance(50) ? alias() : null,
				this.values.chance(70) ? alias() : null, picks(target, depth - 1), leaves);
	}

	private Request.Groups groups(String target, @Nullable String facts, int depth) {
		GroupGenerator groups = new GroupGenerator(this.sdl, this.values, target, facts);
		List<Request.GroupBy> by = groups.by();
		List<Request.Computed> computed = new ArrayList<>();
		for (String part : this.values.some(List.of("sum", "average", "min", "max"), 50)) {
			groups.measured(part, by)
				.forEach((end, fields) -> computed.add(new Request.Computed(alias(), part, GroupGenerator.named(end),
						List.copyOf(fields.stream().map(this::leaf).toList()))));
		}
		for (String end : groups.ends()) {
			computed
				.add(new Request.Computed(alias(), "key", GroupGenerator.named(end), common(groups, end, by, depth)));
		}
		return new Request.Groups(alias(), by, this.values.chance(30) ? (Integer) (1 + this.values.upTo(3)) : null,
				alias(), computed);
	}

	private List<Request.Pick> common(GroupGenerator groups, String end, List<Request.GroupBy> by, int depth) {
		List<Request.Pick> picks = new ArrayList<>();
		for (String field : groups.common(end, by)) {
			Sdl.Relation relation = groups.relation(end, field);
			picks.add((relation != null)
					? new Request.ToOne(alias(), field, picks(relation.target(), Math.min(1, depth - 1)))
					: leaf(field));
		}
		return picks;
	}

	private List<Request.Leaf> leaves(List<Sdl.Field> fields) {
		List<Request.Leaf> leaves = new ArrayList<>();
		if (!fields.isEmpty()) {
			fields.stream().filter(Sdl.Field::figure).forEach((figure) -> leaves.add(leaf(figure.name())));
			for (int count = 1 + this.values.upTo(2); count > 0; count--) {
				leaves.add(leaf(this.values.one(fields).name()));
			}
		}
		return leaves;
	}

	private Request.Leaf leaf(String field) {
		return new Request.Leaf(alias(), field);
	}

	private List<Request.Pick> picks(String type, int depth) {
		List<Request.Pick> picks = new ArrayList<>(leaves(List.copyOf(this.sdl.fields(type).values())));
		if (this.values.chance(50)) {
			picks.add(leaf("id"));
		}
		if (this.values.chance(40)) {
			picks.add(fragment(type, depth));
		}
		List<Sdl.Relation> relations = List.copyOf(this.sdl.relations(type).values());
		for (int count = (depth > 0 && !relations.isEmpty()) ? 1 + this.values.upTo(1) : 0; count > 0; count--) {
			picks.add(relation(this.values.one(relations), depth));
		}
		return picks;
	}

	private Request.Pick relation(Sdl.Relation relation, int depth) {
		return relation.many()
				? new Request.ToMany(alias(), relation.name(),
						connection(relation.owner() + "." + relation.name(), relation.target(), relation.facts(),
								depth))
				: new Request.ToOne(alias(), relation.name(), picks(relation.target(), depth - 1));
	}

	private Request.Fragment fragment(String type, int depth) {
		List<String> on = new ArrayList<>();
		if (this.sdl.isAbstract(type)) {
			this.sdl.concretes(type).forEach((concrete) -> on.add(concrete.name()));
		}
		else {
			on.add(type);
			on.addAll(this.sdl.type(type).interfaces());
		}
		String condition = this.values.one(on);
		return new Request.Fragment(condition, this.values.chance(50),
				this.values.chance(40) ? (Boolean) this.values.chance(50) : null, picks(condition, Math.min(depth, 1)));
	}

	private String alias() {
		int number = this.aliases++;
		return ALIASES.get(number % ALIASES.size()) + ((number < ALIASES.size()) ? "" : "_" + number / ALIASES.size());
	}

}
