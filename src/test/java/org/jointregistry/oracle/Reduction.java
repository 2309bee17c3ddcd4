package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Takes out of a graph everything that a viewer may not see.
 */
final class Reduction {

	/**
	 * What the facts of an edge must still say for the viewer to have the same rights.
	 */
	private static final Map<String, List<String>> RIGHTS = Map.of("MEMBER_OF", List.of("role", "since", "until"),
			"PARTICIPATES_IN", List.of("role", "joined", "left"), "PARTY_TO", List.of("since", "until"), "PERFORMED_BY",
			List.of(), "RESEARCHED_BY", List.of(), "PART_OF_WORK", List.of());

	private final Sdl sdl;

	private final RawGraph graph;

	private final Policy policy;

	private final Asker asker;

	Reduction(Sdl sdl, RawGraph graph, Asker asker, String today) {
		this(sdl, graph, asker, new Policy(sdl, graph, asker, today));
	}

	/**
	 * What is seen under any policy.
	 * @param sdl the schema
	 * @param graph the whole graph
	 * @param asker the viewer
	 * @param policy says what the viewer sees
	 */
	Reduction(Sdl sdl, RawGraph graph, Asker asker, Policy policy) {
		this.sdl = sdl;
		this.graph = graph;
		this.asker = asker;
		this.policy = policy;
	}

	/**
	 * What the viewer sees.
	 * @return seen nodes and edges, without the figures that are hidden
	 */
	RawGraph seen() {
		List<RawNode> nodes = this.graph.nodes()
			.values()
			.stream()
			.filter(this.policy::seesNode)
			.map(this::seen)
			.toList();
		List<RawEdge> edges = this.graph.edges().stream().filter(this.policy::seesEdge).map(this::seen).toList();
		return RawGraph.of(nodes, edges);
	}

	/**
	 * The bare bones that hidden nodes and edges leave behind where the viewer's rights
	 * rest on them: a nation takes part in a program although it may not see the program.
	 * No viewer that has such rights sees them.
	 * @return nodes with a key and edges with dates, nothing else
	 */
	RawGraph bones() {
		Set<RawNode.Ref> ends = new HashSet<>();
		List<RawEdge> edges = new ArrayList<>();
		for (RawEdge edge : this.graph.edges()) {
			if (RIGHTS.containsKey(edge.type()) && !this.policy.seesEdge(edge) && restsOn(edge)) {
				edges.add(bare(edge));
				ends.add(edge.from());
				ends.add(edge.to());
			}
		}
		return new RawGraph(bare(ends), edges);
	}

	private Map<RawNode.Ref, RawNode> bare(Set<RawNode.Ref> refs) {
		Map<RawNode.Ref, RawNode> nodes = new LinkedHashMap<>();
		for (RawNode.Ref ref : refs) {
			RawNode node = this.graph.get(ref);
			if (!this.policy.seesNode(node)) {
				Map<String, @Nullable Object> facts = new LinkedHashMap<>();
				for (String field : List.of("entryIntoForce", "status", "inForce", "ended", "since", "until")) {
					facts.put(field, node.fact(field));
				}
				nodes.put(ref, new RawNode(ref.type(), ref.key(), facts));
			}
		}
		return nodes;
	}

	private boolean restsOn(RawEdge edge) {
		return edge.from().type().equals("WorkShare") ? this.asker.is("INDUSTRY") && worksOn(edge.from())
				: this.asker.isNational() && edge.from().equals(nation());
	}

	private boolean worksOn(RawNode.Ref share) {
		return Rights.WORK.stream()
			.flatMap((doneBy) -> this.graph.out(share, doneBy))
			.anyMatch((doer) -> doer.key().equals(this.asker.organization()));
	}

	private RawNode.Ref nation() {
		return new RawNode.Ref("Nation", String.valueOf(this.asker.nation()));
	}

	private static RawEdge bare(RawEdge edge) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		RIGHTS.getOrDefault(edge.type(), List.of()).forEach((field) -> facts.put(field, edge.fact(field)));
		return new RawEdge(edge.type(), edge.from(), edge.to(), edge.key(), facts);
	}

	private RawNode seen(RawNode node) {
		RawNode seen = node;
		if (!this.policy.seesFigures(node)) {
			for (Sdl.Field field : this.sdl.type(node.type()).fields().values()) {
				seen = field.figure() ? seen.with(field.name(), null) : seen;
			}
		}
		return seen;
	}

	private RawEdge seen(RawEdge edge) {
		RawEdge seen = edge;
		if (!this.policy.seesFigures(edge)) {
			for (Sdl.Field field : this.sdl.factsOf(edge.type()).values()) {
				seen = field.figure() ? seen.with(field.name(), null) : seen;
			}
		}
		return seen;
	}

}
