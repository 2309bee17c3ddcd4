package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Requests over everything that the schema can express, from a seed.
 */
final class RequestGenerator {

	private static final int DEPTH = 2;

	/** Connections of a hundred that are asked for wrongly. */
	private static final int WRONG = 2;

	private final Sdl sdl;

	private final ValueGenerator values;

	private final FilterGenerator filters;

	private final WrongArguments wrong;

	private final List<RawNode.Ref> nodes;

	private int aliases;

	private RequestGenerator(Sdl sdl, RawGraph graph, Random random) {
		this.sdl = sdl;
		this.values = new ValueGenerator(sdl, random);
		this.nodes = List.copyOf(graph.nodes().keySet());
		this.filters = new FilterGenerator(sdl, this.values, this.nodes);
		this.wrong = new WrongArguments(this.values, this.filters);
		this.aliases = random.nextInt(HostileNames.ALL.size());
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
		Request.All all = generator.all(0);
		return new Request.All("list", all.field(),
				all.connection()
					.with(List.of(new Request.Total("total"), new Request.Info("info"), new Request.Edges("edges",
							"cursor", "node", List.of(new Request.Leaf("id", "id")), List.of(), null))));
	}

	/**
	 * What may be asked of a node, with one relation at most after another.
	 * @param sdl the schema
	 * @param graph whose ids and keys are asked for, seen or not
	 * @param random decides
	 * @param type the node's type
	 * @return a selection
	 */
	static List<Request.Pick> picks(Sdl sdl, RawGraph graph, Random random, String type) {
		return new RequestGenerator(sdl, graph, random).picks(type, 1);
	}

	private Request request() {
		List<Request.Root> roots = new ArrayList<>();
		for (int count = 1 + this.values.upTo(3) / 3; count > 0; count--) {
			roots.add(root());
		}
		if (this.values.chance(5)) {
			roots.add(new Request.RootLeftOut(root()));
		}
		return new Request(roots);
	}

	private Request.Root root() {
		return switch (this.values.upTo(9)) {
			case 0 -> one();
			case 1 -> several();
			default -> all();
		};
	}

	/** Some ids, one of them twice. */
	private Request.Root several() {
		String twice = id();
		return new Request.Several(alias(), List.of(id(), twice, id(), twice), picks("Node", DEPTH));
	}

	private Request.All all() {
		return all(WRONG);
	}

	private Request.All all(int wrong) {
		if (this.values.chance(10)) {
			Map.Entry<String, String> list = this.values.one(List.copyOf(this.sdl.lists().entrySet()));
			return all(list.getValue(), list.getKey(), wrong);
		}
		List<String> present = this.nodes.stream().map(RawNode.Ref::type).distinct().toList();
		Sdl.Type type = this.sdl.type(this.values.chance(95) ? this.values.one(present)
				: this.values.one(List.copyOf(this.sdl.types().keySet())));
		return all(type.plural(), type.name(), wrong);
	}

	private Request.All all(String field, String type, int wrong) {
		return new Request.All(alias(), field, connection("Query." + field, type, null, DEPTH, wrong));
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

	private Request.Connection connection(String coordinates, String target, @Nullable String facts, int depth,
			int wrong) {
		Request.Connection right = new Request.Connection(coordinates, target, facts,
				this.values.chance(50) ? this.filters.where(target, facts, 2) : null,
				this.values.chance(50) ? orders(target, facts) : null, page(), parts(target, facts, depth));
		return this.values.chance(wrong) ? this.wrong.of(right) : right;
	}

	private List<Map<String, Object>> orders(String target, @Nullable String facts) {
		int count = this.values.chance(20) ? this.values.upTo(4) : 1 + this.values.upTo(1);
		return Stream.generate(() -> this.filters.order(target, facts)).limit(count).toList();
	}

	private Request.Page page() {
		return switch (this.values.upTo(5)) {
			case 0, 1 -> new Request.Page(1 + this.values.upTo(3), null, null, null);
			case 2 -> new Request.Page(null, null, 1 + this.values.upTo(3), null);
			case 3 -> this.values.chance(20) ? new Request.Page(500, null, null, null) : Request.Page.WHOLE;
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
		if (this.values.chance(10)) {
			parts.replaceAll((part) -> this.values.chance(60) ? new Request.PartLeftOut(part) : part);
		}
		return parts;
	}

	private Request.Edges edges(String target, @Nullable String facts, int depth) {
		String cursor = this.values.chance(50) ? alias() : null;
		String node = this.values.chance(70) ? alias() : null;
		List<Request.Pick> picks = picks(target, depth - 1);
		if (facts == null) {
			return new Request.Edges(alias(), cursor, node, picks, List.of(), null);
		}
		List<Request.Leaf> leaves = leaves(List.copyOf(this.sdl.facts().getOrDefault(facts, Map.of()).values()));
		String within = this.values.chance(60) ? null
				: this.values.one(List.of(facts, target + facts + "Edge", "Fact"));
		if ("Fact".equals(within)) {
			leaves = leaves(List.copyOf(this.sdl.fields("Fact").values()));
		}
		return new Request.Edges(alias(), cursor, node, picks, leaves, within);
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
		return new Request.Groups(alias(), target + Objects.requireNonNullElse(facts, ""), by,
				this.values.chance(30) ? (Integer) (1 + this.values.upTo(3)) : null, alias(), computed);
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
		List<Sdl.Relation> relations = this.sdl.selectable(type);
		for (int count = (depth > 0 && !relations.isEmpty()) ? 1 + this.values.upTo(1) : 0; count > 0; count--) {
			Sdl.Relation relation = this.values.one(relations);
			picks.add(relation(relation, depth));
			if (this.values.chance(10)) {
				picks.add(relation(relation, depth));
			}
		}
		picks.replaceAll((pick) -> this.values.chance(4) ? sometimes(pick) : pick);
		return picks;
	}

	private Request.Pick sometimes(Request.Pick pick) {
		return new Request.Fragment(null, false, this.values.chance(50), List.of(pick));
	}

	private Request.Pick relation(Sdl.Relation relation, int depth) {
		return relation.many()
				? new Request.ToMany(alias(), relation.name(),
						connection(relation.owner() + "." + relation.name(), relation.target(), relation.facts(), depth,
								WRONG))
				: new Request.ToOne(alias(), relation.name(), picks(relation.target(), depth - 1));
	}

	private Request.Fragment fragment(String type, int depth) {
		String condition = this.values.one(this.sdl.overlapping(type));
		return new Request.Fragment(condition, this.values.chance(50),
				this.values.chance(40) ? (Boolean) this.values.chance(50) : null, picks(condition, Math.min(depth, 1)));
	}

	private String alias() {
		return HostileNames.at(this.aliases++);
	}

}
