package org.jointregistry.oracle;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a viewer sees of a graph: the sentences of the access policy, one by one.
 */
final class Policy {

	private final Sdl sdl;

	private final RawGraph graph;

	private final Asker asker;

	private final Rights rights;

	/**
	 * The policy for a viewer.
	 * @param sdl the schema, for the rules that types stand under
	 * @param graph the whole graph
	 * @param asker the viewer
	 * @param today the day in UTC, {@code YYYY-MM-DD}
	 */
	Policy(Sdl sdl, RawGraph graph, Asker asker, String today) {
		this.sdl = sdl;
		this.graph = graph;
		this.asker = asker;
		this.rights = Rights.of(asker, graph, today);
	}

	boolean seesNode(RawNode node) {
		return switch (this.sdl.type(node.type()).rule()) {
			case "AUDIT" -> this.asker.is("AUDITOR");
			case "OFFICE" -> seesEverything();
			default -> sees(node.facts().get("marking"), node::fact, Anchors.of(node, this.graph));
		};
	}

	/** Sentence 11. */
	boolean seesEdge(RawEdge edge) {
		return seesNode(this.graph.get(edge.from())) && seesNode(this.graph.get(edge.to()))
				&& (edge.fact("marking") == null
						|| sees(edge.fact("marking"), edge::fact, Anchors.of(edge, this.graph)));
	}

	/** Sentence 12, of a node that the viewer sees. */
	boolean seesFigures(RawNode node) {
		return node.fact("figuresMarking") == null
				|| sees(node.fact("figuresMarking"), node::fact, Anchors.of(node, this.graph));
	}

	/** Sentence 12, of an edge that the viewer sees. */
	boolean seesFigures(RawEdge edge) {
		return edge.fact("figuresMarking") == null
				|| sees(edge.fact("figuresMarking"), edge::fact, Anchors.of(edge, this.graph));
	}

	/** Sentence 10. */
	private boolean seesEverything() {
		return this.asker.is("REGISTRAR") || this.asker.is("AUDITOR");
	}

	private boolean sees(@Nullable Object marking, Facts facts, Anchors anchors) {
		return "PUBLIC".equals(marking) || seesEverything() || nationSees(marking, facts, anchors)
				|| managerSees(anchors) || industrySees(marking, facts, anchors);
	}

	/** Sentences 3 to 7. */
	private boolean nationSees(@Nullable Object marking, Facts facts, Anchors anchors) {
		String nation = this.asker.nation();
		if (!this.asker.isNational() || nation == null) {
			return false;
		}
		boolean released = released(facts).contains("nation:" + nation)
				|| this.rights.communities().stream().anyMatch((key) -> released(facts).contains("community:" + key));
		boolean partner = "PARTNERS".equals(marking) && (meet(this.rights.programs(), anchors.programs())
				|| meet(this.rights.agreements(), anchors.agreements()));
		return released || partner || nation.equals(facts.get("originator")) || anchors.nations().contains(nation);
	}

	/** Sentence 8. */
	private boolean managerSees(Anchors anchors) {
		return this.asker.is("PROGRAM_MANAGER") && meet(this.asker.programs(), anchors.programs());
	}

	/** Sentence 9. */
	private boolean industrySees(@Nullable Object marking, Facts facts, Anchors anchors) {
		String organization = this.asker.organization();
		if (!this.asker.is("INDUSTRY") || organization == null) {
			return false;
		}
		return anchors.organizations().contains(organization)
				|| ("PARTNERS".equals(marking) && Boolean.TRUE.equals(facts.get("industryReleasable"))
						&& meet(this.rights.worksOn(), anchors.programs()));
	}

	private static Collection<?> released(Facts facts) {
		return (facts.get("releasableTo") instanceof Collection<?> tokens) ? tokens : List.of();
	}

	private static boolean meet(Set<String> one, Set<String> other) {
		return !Collections.disjoint(one, other);
	}

	/** The facts of a record, by field. */
	private interface Facts {

		@Nullable Object get(String field);

	}

}
