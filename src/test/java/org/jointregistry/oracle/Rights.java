package org.jointregistry.oracle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the graph says today of a viewer's nation and organization.
 *
 * @param communities that the nation is a member of
 * @param programs that the nation takes part in
 * @param agreements in force that the nation is party to
 * @param worksOn programs that the organization works on
 */
record Rights(Set<String> communities, Set<String> programs, Set<String> agreements, Set<String> worksOn) {

	/** From a part of the work to who does it. */
	static final List<String> WORK = List.of("PERFORMED_BY", "RESEARCHED_BY");

	static Rights of(Asker asker, RawGraph graph, String today) {
		String nation = asker.isNational() ? asker.nation() : null;
		String organization = asker.is("INDUSTRY") ? asker.organization() : null;
		return new Rights(memberships(nation, graph, today), participations(nation, graph, today),
				agreements(nation, graph, today), work(organization, graph, today));
	}

	/**
	 * These rights and another's of one kind.
	 * @param other whose rights are added
	 * @param kind the relationship from which they follow
	 * @return more rights, or the same
	 */
	Rights and(Rights other, String kind) {
		return new Rights(kind.equals("MEMBER_OF") ? both(this.communities, other.communities) : this.communities,
				kind.equals("PARTICIPATES_IN") ? both(this.programs, other.programs) : this.programs,
				kind.equals("PARTY_TO") ? both(this.agreements, other.agreements) : this.agreements,
				Rights.WORK.contains(kind) ? both(this.worksOn, other.worksOn) : this.worksOn);
	}

	private static Set<String> both(Set<String> one, Set<String> other) {
		return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
	}

	private static Set<String> memberships(@Nullable String nation, RawGraph graph, String today) {
		return keys(edges(nation, "MEMBER_OF", graph).filter((edge) -> "MEMBER".equals(edge.fact("role")))
			.filter((edge) -> isNow(edge.fact("since"), edge.fact("until"), today)));
	}

	private static Set<String> participations(@Nullable String nation, RawGraph graph, String today) {
		return keys(
				edges(nation, "PARTICIPATES_IN", graph).filter((edge) -> !"FORMER_PARTNER".equals(edge.fact("role")))
					.filter((edge) -> isNow(edge.fact("joined"), edge.fact("left"), today)));
	}

	private static Set<String> agreements(@Nullable String nation, RawGraph graph, String today) {
		return keys(edges(nation, "PARTY_TO", graph)
			.filter((edge) -> isNow(edge.fact("since"), edge.fact("until"), today))
			.filter((edge) -> edge.fact("since") != null || isHistory(graph.get(edge.to())))
			.filter((edge) -> isNow(graph.get(edge.to()).fact("inForce"), graph.get(edge.to()).fact("ended"), today)));
	}

	/** Whether an unknown day since when the agreement binds a nation limits nothing. */
	private static boolean isHistory(RawNode agreement) {
		return agreement.fact("entryIntoForce") == null && !"SIGNED".equals(agreement.fact("status"))
				&& !"NEGOTIATED".equals(agreement.fact("status"));
	}

	private static Set<String> work(@Nullable String organization, RawGraph graph, String today) {
		return graph.ofType("WorkShare")
			.stream()
			.filter((share) -> isNow(share.fact("since"), share.fact("until"), today))
			.filter((share) -> WORK.stream()
				.flatMap((doneBy) -> graph.out(share.ref(), doneBy))
				.anyMatch((who) -> who.key().equals(organization)))
			.flatMap((share) -> graph.out(share.ref(), "PART_OF_WORK"))
			.map(RawNode::key)
			.collect(Collectors.toSet());
	}

	private static Stream<RawEdge> edges(@Nullable String nation, String type, RawGraph graph) {
		return graph.edges()
			.stream()
			.filter((edge) -> edge.type().equals(type) && edge.from().type().equals("Nation")
					&& edge.from().key().equals(nation));
	}

	private static Set<String> keys(Stream<RawEdge> edges) {
		return edges.map((edge) -> edge.to().key()).collect(Collectors.toSet());
	}

	/**
	 * Whether a day lies in a period; a date known to the year or month counts from its
	 * first day, and the end is the first day without.
	 */
	private static boolean isNow(@Nullable Object from, @Nullable Object until, String today) {
		return (from == null || ((String) from).compareTo(today) <= 0)
				&& (until == null || ((String) until).compareTo(today) > 0);
	}

}
