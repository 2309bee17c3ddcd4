package org.jointregistry.oracle;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a record belongs to and whom it names, as the graph says.
 *
 * @param programs keys of its programs
 * @param agreements keys of its agreements
 * @param nations codes of the nations that it names
 * @param organizations keys of the organizations that it names
 */
record Anchors(Set<String> programs, Set<String> agreements, Set<String> nations, Set<String> organizations) {

	private static final Set<String> ORGANIZATIONS = Set.of("Contractor", "Institution", "InnovationHub");

	/** Relationships by which a record belongs to what they lead to. */
	private static final List<String> BELONGS = List.of("TOWARDS", "MADE_UNDER", "PART_OF_WORK", "UNDER", "FUNDS",
			"APPLIES_TO", "LIMITS", "FOUND_AT", "LEVIED_FOR", "LEVIED_IN");

	static Anchors none() {
		return new Anchors(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
	}

	/**
	 * Those of a node.
	 * @param node the record
	 * @param graph the whole graph
	 * @return its anchors and parties
	 */
	static Anchors of(RawNode node, RawGraph graph) {
		Anchors anchors = none();
		anchors.belong(Stream.of(node));
		BELONGS.forEach((type) -> anchors.belong(graph.out(node.ref(), type)));
		if (node.type().equals("Technology")) {
			anchors.belong(graph.in(node.ref(), "USES"));
		}
		switch (node.type()) {
			case "Contribution" -> anchors.name(graph.in(node.ref(), "CONTRIBUTES"));
			case "WorkShare" -> anchors.name(graph.out(node.ref(), "PERFORMED_BY"));
			case "Transfer" -> anchors.name(Stream.concat(graph.out(node.ref(), "FROM"), graph.out(node.ref(), "TO")));
			case "LevyPayment" ->
				anchors.name(Stream.concat(graph.out(node.ref(), "LEVIED_FROM"), graph.out(node.ref(), "SHARED_WITH")));
			default -> {
				// Names no one
			}
		}
		return anchors;
	}

	/**
	 * Those of an edge: a right's program and agreements; else the program or agreement
	 * at an end, and what a cost-share key, a levy rule or a technology at an end belongs
	 * to. It names the nations and organizations at its ends.
	 * @param edge the record
	 * @param graph the whole graph
	 * @return its anchors and parties
	 */
	static Anchors of(RawEdge edge, RawGraph graph) {
		Anchors anchors = none();
		List<RawNode> ends = List.of(graph.get(edge.from()), graph.get(edge.to()));
		anchors.name(ends.stream());
		if (edge.type().equals("HOLDS_RIGHT")) {
			if (edge.fact("program") instanceof String program) {
				anchors.programs.add(program);
			}
			if (edge.fact("agreements") instanceof Collection<?> agreements) {
				agreements.forEach((agreement) -> anchors.agreements.add((String) agreement));
			}
			return anchors;
		}
		anchors.belong(ends.stream());
		for (RawNode end : ends) {
			switch (end.type()) {
				case "CostShareKey" -> anchors.belong(graph.out(end.ref(), "APPLIES_TO"));
				case "LevyRule" -> anchors.belong(graph.out(end.ref(), "LEVIED_FOR"));
				case "Technology" -> anchors.belong(graph.in(end.ref(), "USES"));
				default -> {
					// Is its own anchor, or none
				}
			}
		}
		return anchors;
	}

	private void belong(Stream<RawNode> to) {
		to.forEach((node) -> {
			if (node.type().equals("Program")) {
				this.programs.add(node.key());
			}
			if (node.type().equals("Agreement")) {
				this.agreements.add(node.key());
			}
		});
	}

	private void name(Stream<RawNode> parties) {
		parties.forEach((node) -> {
			if (node.type().equals("Nation")) {
				this.nations.add(node.key());
			}
			if (ORGANIZATIONS.contains(node.type())) {
				this.organizations.add(node.key());
			}
		});
	}

}
