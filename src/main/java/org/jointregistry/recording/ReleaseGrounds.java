package org.jointregistry.recording;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.jointregistry.access.ReleasePlaces;
import org.jointregistry.read.Bond;
import org.jointregistry.read.GraphModel;
import org.jointregistry.read.NodeType;
import org.jointregistry.read.Property;
import org.jointregistry.read.Relation;

/**
 * What the schema says that the releases of records follow from: what they are anchored
 * in ({@code @anchor}), which parties they name ({@code @names}), and the texts that they
 * are found by ({@code @search}). Its answers are expressions in Cypher over the record
 * {@code n}.
 */
@Component
public final class ReleaseGrounds {

	private static final String PROGRAM = "Program";

	private static final String AGREEMENT = "Agreement";

	private final Map<String, NodeType> types = new LinkedHashMap<>();

	/** The references that relationships are anchored by, by the relationships' type. */
	private final Map<String, Set<Property>> anchored = new TreeMap<>();

	/** The relationships that may end: what has ended anchors nothing. */
	private final Set<String> ending = new TreeSet<>();

	private final Map<String, OfNodes> nodes = new HashMap<>();

	private final String programsOfEdges;

	private final String agreementsOfEdges;

	ReleaseGrounds(GraphModel model) {
		model.nodes()
			.values()
			.stream()
			.filter((type) -> !type.isAbstract())
			.forEach((type) -> this.types.put(type.concrete().label(), type));
		this.types.values()
			.stream()
			.flatMap(ReleaseGrounds::relations)
			.filter((relation) -> relation.facts() != null)
			.forEach((relation) -> anchor(relation, model.facts(Objects.requireNonNull(relation.facts()))));
		this.types.keySet()
			.forEach((label) -> this.nodes.put(label, new OfNodes(anchors(label, PROGRAM), anchors(label, AGREEMENT),
					parties(label), names(label), isBound(label), anchorsEdges(label))));
		this.programsOfEdges = anchorsOfEdges(PROGRAM);
		this.agreementsOfEdges = anchorsOfEdges(AGREEMENT);
	}

	/**
	 * Whether a node's releases may change with the edges that it gets.
	 * @param node the node
	 * @return false for one that stands alone or is its own anchor
	 */
	public boolean followsEdges(NodeRef node) {
		return ofNodes(node.label()).followsEdges();
	}

	OfNodes ofNodes(String label) {
		return this.nodes.getOrDefault(label, OfNodes.NONE);
	}

	/**
	 * The keys of the programs that an edge is anchored in, whose ends are
	 * {@code parties}.
	 */
	String programsOfEdges() {
		return this.programsOfEdges;
	}

	/** The keys of the agreements that it is anchored in. */
	String agreementsOfEdges() {
		return this.agreementsOfEdges;
	}

	private void anchor(Relation relation, Collection<Property> facts) {
		List<Property> anchors = facts.stream().filter(Property::anchor).toList();
		if (!anchors.isEmpty()) {
			this.anchored.put(relation.relationship(), Set.copyOf(anchors));
		}
		if (facts.stream().anyMatch((fact) -> fact.name().equals("until"))) {
			this.ending.add(relation.relationship());
		}
	}

	private boolean isBound(String label) {
		return relations(label).anyMatch((relation) -> relation.bond() != null) || !ReleasePlaces.of(label).isEmpty();
	}

	private boolean anchorsEdges(String label) {
		return relations(label).anyMatch((relation) -> relation.bond() == Bond.ANCHOR)
				&& relations(label).anyMatch((relation) -> relation.facts() != null);
	}

	private String anchors(String label, String anchor) {
		if (label.equals(anchor)) {
			return "[n.key]";
		}
		return sum(relations(label)
			.filter((relation) -> relation.bond() == Bond.ANCHOR && label(relation.target()).equals(anchor))
			.map((relation) -> "[(n)%s(x)%s | x.key]".formatted(arrow(relation), lasting(relation))));
	}

	private String parties(String label) {
		return sum(relations(label).filter((relation) -> relation.bond() == Bond.PARTY)
			.map((relation) -> "[(n)%s(x) | x]".formatted(arrow(relation))));
	}

	/** The texts that a label's records are found by. */
	String names(String label) {
		return this.types.containsKey(label) ? this.types.get(label)
			.searched()
			.stream()
			.map("n."::concat)
			.collect(Collectors.joining(", ", "[name IN [", "] WHERE name IS NOT NULL]")) : "[]";
	}

	/** Those that it refers to, or else its ends and what they are anchored in. */
	private String anchorsOfEdges(String anchor) {
		StringBuilder choice = new StringBuilder("CASE type(n)");
		this.anchored
			.forEach((type, facts) -> choice.append(" WHEN '%s' THEN %s".formatted(type, referred(facts, anchor))));
		return choice.append(" ELSE ").append(anchorsOfEnds(anchor)).append(" END").toString();
	}

	private String referred(Set<Property> facts, String anchor) {
		return sum(facts.stream()
			.filter((fact) -> label(Objects.requireNonNull(fact.reference())).equals(anchor))
			.map((fact) -> "[] + coalesce(n.%s, [])".formatted(fact.name())));
	}

	private String anchorsOfEnds(String anchor) {
		Set<String> further = new TreeSet<>();
		this.types.keySet()
			.stream()
			.filter(this::anchorsEdges)
			.forEach((label) -> relations(label)
				.filter((relation) -> relation.bond() == Bond.ANCHOR && label(relation.target()).equals(anchor))
				.forEach((relation) -> further.add("COLLECT { UNWIND parties AS x MATCH (x:%s)%s(p)%s RETURN p.key }"
					.formatted(label, arrow(relation), lasting(relation)))));
		return sum(Stream.concat(Stream.of("[x IN parties WHERE x:%s | x.key]".formatted(anchor)), further.stream()));
	}

	private String label(String type) {
		return this.types.values()
			.stream()
			.map(NodeType::concrete)
			.filter((concrete) -> concrete.type().equals(type))
			.map(NodeType.Concrete::label)
			.findFirst()
			.orElse("");
	}

	private Stream<Relation> relations(String label) {
		return relations(Objects.requireNonNull(this.types.get(label)));
	}

	private static Stream<Relation> relations(NodeType type) {
		return type.fields().values().stream().filter(Relation.class::isInstance).map(Relation.class::cast);
	}

	private static String sum(Stream<String> lists) {
		return lists.sorted()
			.collect(Collectors.collectingAndThen(Collectors.joining(" + "), (sum) -> sum.isEmpty() ? "[]" : sum));
	}

	private static String arrow(Relation relation) {
		return (relation.outgoing() ? "-[tie:%s]->" : "<-[tie:%s]-").formatted(relation.relationship());
	}

	private String lasting(Relation relation) {
		return this.ending.contains(relation.relationship()) ? " WHERE tie.until IS NULL" : "";
	}

	/**
	 * What the releases of a label's records follow from.
	 *
	 * @param programs the keys of the programs that one is anchored in
	 * @param agreements the keys of the agreements that one is anchored in
	 * @param parties the nodes that one names as parties
	 * @param names the texts that one is found by
	 * @param followsEdges whether these may change with the edges that one gets
	 * @param anchorsEdges whether what one is anchored in anchors edges at it too
	 */
	record OfNodes(String programs, String agreements, String parties, String names, boolean followsEdges,
			boolean anchorsEdges) {

		private static final OfNodes NONE = new OfNodes("[]", "[]", "[]", "[]", false, false);

	}

}
