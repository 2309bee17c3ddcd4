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

	/** Types of nodes that are reference data. */
	private static final Set<String> REFERENCE = Set.of("Nation", "Community", "Standard");

	private final Sdl sdl;

	private final RawGraph graph;

	private final Asker asker;

	private final Rights rights;

	private final int without;

	/**
	 * The policy for a viewer.
	 * @param sdl the schema, for the rules that types stand under
	 * @param graph the whole graph
	 * @param asker the viewer
	 * @param today the day in UTC, {@code YYYY-MM-DD}
	 */
	Policy(Sdl sdl, RawGraph graph, Asker asker, String today) {
		this(sdl, graph, asker, Rights.of(asker, graph, today), 0);
	}

	/**
	 * A policy that says otherwise: to see whether that would be noticed.
	 * @param sdl the schema, for the rules that types stand under
	 * @param graph the whole graph
	 * @param asker the viewer
	 * @param rights what the graph is taken to say of the viewer
	 * @param without the sentence that does not hold; 0 where all do
	 */
	Policy(Sdl sdl, RawGraph graph, Asker asker, Rights rights, int without) {
		this.sdl = sdl;
		this.graph = graph;
		this.asker = asker;
		this.rights = rights;
		this.without = without;
	}

	private boolean holds(int sentence) {
		return this.without != sentence;
	}

	boolean seesNode(RawNode node) {
		return switch (this.sdl.type(node.type()).rule()) {
			case "AUDIT" -> this.asker.is("AUDITOR") && holds(10);
			case "OFFICE" -> seesEverything();
			default -> isReference(node) ? holds(1)
					: sees(node.facts().get("marking"), node::fact, Anchors.of(node, this.graph, this.sdl));
		};
	}

	/** Sentence 1. */
	private static boolean isReference(RawNode node) {
		return REFERENCE.contains(node.type()) && "PUBLIC".equals(node.fact("marking"));
	}

	/** Sentence 11. */
	boolean seesEdge(RawEdge edge) {
		return seesNode(this.graph.get(edge.from())) && seesNode(this.graph.get(edge.to()))
				&& (!holds(11) || edge.fact("marking") == null
						|| sees(edge.fact("marking"), edge::fact, Anchors.of(edge, this.graph, this.sdl)));
	}

	/** Sentence 12, of a node that the viewer sees. */
	boolean seesFigures(RawNode node) {
		return !holds(12) || node.fact("figuresMarking") == null
				|| sees(node.fact("figuresMarking"), node::fact, Anchors.of(node, this.graph, this.sdl));
	}

	/** Sentence 12, of an edge that the viewer sees. */
	boolean seesFigures(RawEdge edge) {
		return !holds(12) || edge.fact("figuresMarking") == null
				|| sees(edge.fact("figuresMarking"), edge::fact, Anchors.of(edge, this.graph, this.sdl));
	}

	/** Sentence 10. */
	private boolean seesEverything() {
		return holds(10) && (this.asker.is("REGISTRAR") || this.asker.is("AUDITOR"));
	}

	private boolean sees(@Nullable Object marking, Facts facts, Anchors anchors) {
		return ("PUBLIC".equals(marking) && holds(2)) || seesEverything() || nationSees(marking, facts, anchors)
				|| managerSees(anchors) || industrySees(marking, facts, anchors);
	}

	/** Sentences 3 to 7. */
	private boolean nationSees(@Nullable Object marking, Facts facts, Anchors anchors) {
		String nation = this.asker.nation();
		if (!this.asker.isNational() || nation == null) {
			return false;
		}
		boolean member = this.rights.communities()
			.stream()
			.anyMatch((key) -> released(facts).contains("community:" + key));
		boolean origin = nation.equals(facts.get("originator"));
		boolean byMarking = switch (String.valueOf(marking)) {
			case "COMMUNITY" -> member && holds(3);
			case "ORIGINATOR" -> (origin && holds(5)) || (member && holds(6));
			case "PARTNERS" -> (takesPart(anchors) && holds(4)) || ((member || origin) && holds(6));
			default -> (member || origin) && holds(6);
		};
		boolean byRelease = released(facts).contains("nation:" + nation) || (origin && "COMMUNITY".equals(marking));
		return byMarking || (byRelease && holds(6)) || (anchors.nations().contains(nation) && holds(7));
	}

	private boolean takesPart(Anchors anchors) {
		return meet(this.rights.programs(), anchors.programs()) || meet(this.rights.agreements(), anchors.agreements());
	}

	/** Sentence 8. */
	private boolean managerSees(Anchors anchors) {
		return holds(8) && this.asker.is("PROGRAM_MANAGER") && meet(this.asker.programs(), anchors.programs());
	}

	/** Sentence 9. */
	private boolean industrySees(@Nullable Object marking, Facts facts, Anchors anchors) {
		String organization = this.asker.organization();
		if (!holds(9) || !this.asker.is("INDUSTRY") || organization == null) {
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
