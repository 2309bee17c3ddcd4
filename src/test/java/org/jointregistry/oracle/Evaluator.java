package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Answers requests over a graph in memory, all of which the viewer sees: slowly and
 * obviously.
 */
final class Evaluator {

	private static final int DEFAULT_PAGE = 50;

	private final Sdl sdl;

	private final RawGraph graph;

	private final FilterEvaluator filters;

	private final OrderEvaluator orders;

	private final KnownCursors cursors;

	Evaluator(Sdl sdl, RawGraph graph, KnownCursors cursors) {
		this.sdl = sdl;
		this.graph = graph.withReferences(sdl);
		this.filters = new FilterEvaluator(sdl, this.graph);
		this.orders = new OrderEvaluator(sdl, this.graph);
		this.cursors = cursors;
	}

	/**
	 * The answer's data.
	 * @param request what is asked, and nothing of it wrongly
	 * @return JSON as maps and lists, with {@link KnownCursors.At} where a cursor stands
	 */
	Map<String, @Nullable Object> answer(Request request) {
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		for (Request.Root root : request.roots()) {
			if (!(root instanceof Request.RootLeftOut)) {
				answer.put(root.alias(), answer(root));
			}
		}
		return answer;
	}

	@Nullable Object answer(Request.Root root) {
		return switch (root) {
			case Request.All all -> connection(all.connection(), everyNode(all.connection().target()));
			case Request.One one -> node(one.id(), one.picks());
			case Request.Several several -> {
				List<@Nullable Object> found = new ArrayList<>();
				several.ids().forEach((id) -> found.add(node(id, several.picks())));
				yield found;
			}
			case Request.RootLeftOut out -> null;
		};
	}

	private Stream<Element> everyNode(String type) {
		return this.sdl.concretes(type)
			.stream()
			.flatMap((concrete) -> this.graph.ofType(concrete.name()).stream())
			.map((node) -> new Element(null, node));
	}

	private @Nullable Object node(String id, List<Request.Pick> picks) {
		return this.graph.nodes()
			.values()
			.stream()
			.filter((node) -> GlobalIds.of(node.ref()).equals(id))
			.findFirst()
			.map((node) -> picked(node, picks))
			.orElse(null);
	}

	private Map<String, @Nullable Object> picked(RawNode node, List<Request.Pick> picks) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("__typename", node.type());
		for (Request.Pick pick : picks) {
			switch (pick) {
				case Request.Leaf leaf -> values.put(leaf.alias(), leaf(node, leaf.field()));
				case Request.ToOne one -> values.put(one.alias(),
						related(node, one.field()).map((far) -> picked(far.node(), one.picks()))
							.findFirst()
							.orElse(null));
				case Request.ToMany many ->
					values.put(many.alias(), connection(many.connection(), related(node, many.field())));
				case Request.Fragment fragment -> {
					if (fragment.appliesTo(this.sdl.type(node.type()))) {
						values.putAll(picked(node, fragment.picks()));
					}
				}
			}
		}
		return values;
	}

	private static @Nullable Object leaf(RawNode node, String field) {
		return field.equals("id") ? GlobalIds.of(node.ref()) : Written.of(node.fact(field));
	}

	private Stream<Element> related(RawNode node, String field) {
		Sdl.Relation relation = Objects.requireNonNull(this.sdl.type(node.type()).relations().get(field));
		return Element.along(relation, node, this.graph, this.sdl);
	}

	private Map<String, @Nullable Object> connection(Request.Connection asked, Stream<Element> elements) {
		List<Placed> list = elements
			.filter((element) -> asked.where() == null
					|| this.filters.holds(asked.target(), asked.facts(), asked.where(), element))
			.map((element) -> new Placed(this.orders.place(asked, element), element))
			.sorted((one, other) -> this.orders.compare(asked, one.place(), other.place()))
			.toList();
		Slice slice = slice(asked, list);
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		for (Request.Part part : asked.parts()) {
			switch (part) {
				case Request.Total total -> answer.put(total.alias(), list.size());
				case Request.Info info -> answer.put(info.alias(), info(asked, slice));
				case Request.Nodes nodes -> answer.put(nodes.alias(),
						slice.page().stream().map((one) -> picked(one.element().node(), nodes.picks())).toList());
				case Request.Groups groups -> answer.put(groups.alias(), new GroupEvaluator(this.sdl, this.graph, asked)
					.groups(groups, list.stream().map(Placed::element).toList(), this::picked));
				case Request.Edges edges ->
					answer.put(edges.alias(), slice.page().stream().map((one) -> edge(asked, edges, one)).toList());
				case Request.PartLeftOut out -> {
					// Is in no answer
				}
			}
		}
		return answer;
	}

	private Slice slice(Request.Connection asked, List<Placed> list) {
		List<Placed> within = new ArrayList<>(list);
		boolean before = false;
		boolean behind = false;
		if (asked.page().after() != null) {
			List<@Nullable Object> cursor = this.cursors.get(asked, asked.page().after());
			before = within.removeIf((one) -> this.orders.compare(asked, one.place(), cursor) <= 0);
		}
		if (asked.page().before() != null) {
			List<@Nullable Object> cursor = this.cursors.get(asked, asked.page().before());
			behind = list.stream().anyMatch((one) -> this.orders.compare(asked, one.place(), cursor) >= 0);
			within.removeIf((one) -> this.orders.compare(asked, one.place(), cursor) >= 0);
		}
		if (asked.page().last() != null) {
			int from = Math.max(0, within.size() - asked.page().last());
			return new Slice(within.subList(from, within.size()), before || from > 0, behind);
		}
		int to = Math.min(within.size(), Objects.requireNonNullElse(asked.page().first(), DEFAULT_PAGE));
		return new Slice(within.subList(0, to), before, behind || to < within.size());
	}

	private static Map<String, @Nullable Object> info(Request.Connection asked, Slice slice) {
		Map<String, @Nullable Object> info = new LinkedHashMap<>();
		info.put("hasNextPage", slice.behind());
		info.put("hasPreviousPage", slice.before());
		boolean empty = slice.page().isEmpty();
		info.put("startCursor", empty ? null : KnownCursors.At.of(asked, slice.page().getFirst().place()));
		info.put("endCursor", empty ? null : KnownCursors.At.of(asked, slice.page().getLast().place()));
		return info;
	}

	private Map<String, @Nullable Object> edge(Request.Connection asked, Request.Edges edges, Placed one) {
		Map<String, @Nullable Object> edge = new LinkedHashMap<>();
		edge.put("__typename", asked.stem() + "Edge");
		if (edges.cursor() != null) {
			edge.put(edges.cursor(), KnownCursors.At.of(asked, one.place()));
		}
		if (edges.node() != null) {
			edge.put(edges.node(), picked(one.element().node(), edges.picks()));
		}
		for (Request.Leaf fact : edges.facts()) {
			edge.put(fact.alias(), Written.of(Objects.requireNonNull(one.element().edge()).fact(fact.field())));
		}
		return edge;
	}

	/**
	 * An element and the values that it is ordered by.
	 */
	private record Placed(List<@Nullable Object> place, Element element) {

	}

	/**
	 * A page, and whether the list has elements before and behind it.
	 */
	private record Slice(List<Placed> page, boolean before, boolean behind) {

	}

}
