package org.jointregistry.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a viewer would see of a graph if one kind of condition were not there: by the
 * oracle alone, so that requests can be chosen that must tell.
 */
final class Widening {

	/** Who holds a right, where that is no nation. */
	private static final Map<String, String> HOLDERS = Map.of("PERFORMED_BY", "Contractor", "RESEARCHED_BY",
			"Institution");

	private final Sdl sdl;

	private final RawGraph graph;

	private final Asker asker;

	private final String today;

	Widening(Sdl sdl, RawGraph graph, Asker asker, String today) {
		this.sdl = sdl;
		this.graph = graph;
		this.asker = asker;
		this.today = today;
	}

	/**
	 * The graph that the viewer would see.
	 * @param place a kind of place, as {@link Conditions} names it
	 * @return more than the viewer sees, or the same
	 */
	RawGraph without(String place) {
		String[] words = place.split(", |\\.");
		return switch (words[0]) {
			case "edge" -> RawGraph.of(List.copyOf(seen().nodes().values()), this.graph.edges());
			case "figure" -> figures();
			case "validity" -> seen(rights(lasting(words[1], words[2])));
			case "role" -> seen(rights(words[1].equals("viewerMembership") ? edges("MEMBER_OF", "role", "MEMBER")
					: edges("PARTICIPATES_IN", "role", "PARTNER")));
			case "holder" -> seen(held(words[1]));
			default -> this.graph;
		};
	}

	RawGraph seen() {
		return seen(rights(this.graph));
	}

	/** What is seen of the graph as it is by someone with such rights. */
	private RawGraph seen(Rights rights) {
		return new Reduction(this.sdl, this.graph, this.asker, new Policy(this.sdl, this.graph, this.asker, rights, 0))
			.seen();
	}

	private Rights rights(RawGraph of) {
		return Rights.of(this.asker, of, this.today);
	}

	private RawGraph figures() {
		Policy policy = new Policy(this.sdl, this.graph, this.asker, this.today);
		return this.graph.withEdges(policy::seesEdge).withNodes(policy::seesNode);
	}

	private RawGraph lasting(String fact, String date) {
		return switch (fact) {
			case "viewerMembership" -> edges("MEMBER_OF", date, null);
			case "viewerParticipation" -> edges("PARTICIPATES_IN", date, null);
			case "viewerParty" -> edges("PARTY_TO", date, null);
			default -> nodes(fact.substring("viewer".length()).replace("Work", "WorkShare"), date);
		};
	}

	private RawGraph nodes(String type, String date) {
		List<RawNode> nodes = this.graph.nodes()
			.values()
			.stream()
			.map((node) -> node.type().equals(type) ? node.with(date, null) : node)
			.toList();
		return RawGraph.of(nodes, this.graph.edges());
	}

	private RawGraph edges(String type, String fact, @org.jspecify.annotations.Nullable String value) {
		return edges((edge) -> edge.type().equals(type) ? edge.with(fact, value) : edge);
	}

	private RawGraph edges(UnaryOperator<RawEdge> change) {
		return new RawGraph(this.graph.nodes(), this.graph.edges().stream().map(change).toList());
	}

	/** As if everyone's rights of a kind were the viewer's own. */
	private Rights held(String right) {
		Rights rights = rights(this.graph);
		for (RawNode.Ref holder : this.graph.nodes().keySet()) {
			if (holder.type().equals(HOLDERS.getOrDefault(right, "Nation"))) {
				Asker other = new Asker("other", this.asker.roles(), holder.key(), holder.key(), Set.of());
				rights = rights.and(Rights.of(other, this.graph, this.today), right);
			}
		}
		return rights;
	}

}
