package org.jointregistry.oracle;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

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

	static Anchors none() {
		return new Anchors(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
	}

	/**
	 * Those of a node.
	 * @param node the record
	 * @param graph the whole graph
	 * @param sdl the schema, which says what records belong to and whom they name
	 * @return its anchors and parties
	 */
	static Anchors of(RawNode node, RawGraph graph, Sdl sdl) {
		Anchors anchors = none();
		anchors.belong(Stream.of(node));
		for (Sdl.Relation relation : sdl.relations(node.type()).values()) {
			if (relation.anchor()) {
				anchors.belong(lasting(node, relation, graph));
			}
			if (relation.names()) {
				anchors.name(others(node, relation, graph));
			}
		}
		return anchors;
	}

	/**
	 * Those of an edge: the programs and agreements that it refers to where the schema
	 * says so; else the program or agreement at an end, and what the ends belong to. It
	 * names the nations and organizations at its ends.
	 * @param edge the record
	 * @param graph the whole graph
	 * @param sdl the schema
	 * @return its anchors and parties
	 */
	static Anchors of(RawEdge edge, RawGraph graph, Sdl sdl) {
		Anchors anchors = none();
		List<RawNode> ends = List.of(graph.get(edge.from()), graph.get(edge.to()));
		anchors.name(ends.stream());
		List<Sdl.Field> references = sdl.factsOf(edge.type()).values().stream().filter(Sdl.Field::anchor).toList();
		references.forEach((reference) -> keys(edge.fact(reference.name()))
			.forEach((key) -> anchors.belong(String.valueOf(reference.reference()), key)));
		if (references.isEmpty()) {
			ends.forEach((end) -> anchors.belongAs(of(end, graph, sdl)));
		}
		return anchors;
	}

	private static Stream<RawNode> others(RawNode node, Sdl.Relation relation, RawGraph graph) {
		return relation.outgoing() ? graph.out(node.ref(), relation.type()) : graph.in(node.ref(), relation.type());
	}

	/** The ends of edges that have not ended. */
	private static Stream<RawNode> lasting(RawNode node, Sdl.Relation relation, RawGraph graph) {
		return graph.edges()
			.stream()
			.filter((edge) -> edge.type().equals(relation.type()) && edge.fact("until") == null)
			.filter((edge) -> (relation.outgoing() ? edge.from() : edge.to()).equals(node.ref()))
			.map((edge) -> graph.get(relation.outgoing() ? edge.to() : edge.from()));
	}

	private static Stream<String> keys(@Nullable Object fact) {
		return switch (fact) {
			case null -> Stream.of();
			case Collection<?> several -> several.stream().map(String::valueOf);
			default -> Stream.of(String.valueOf(fact));
		};
	}

	private void belongAs(Anchors other) {
		this.programs.addAll(other.programs);
		this.agreements.addAll(other.agreements);
	}

	private void belong(String type, String key) {
		switch (type) {
			case "Program" -> this.programs.add(key);
			case "Agreement" -> this.agreements.add(key);
			default -> throw new IllegalStateException(type + " is no anchor");
		}
	}

	private void belong(Stream<RawNode> to) {
		to.filter((node) -> node.type().equals("Program") || node.type().equals("Agreement"))
			.forEach((node) -> belong(node.type(), node.key()));
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
