package org.jointregistry.read;

import java.util.function.Function;
import java.util.stream.Stream;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.AccessRule;

/**
 * Makes the patterns of paths, with the visibility of all that they meet: for paths what
 * {@link Guard} is for nodes and relations.
 */
final class PathGuard {

	/**
	 * What stands where a pattern asks for a condition and the viewer sees everything.
	 */
	private static final Condition ALWAYS = Cypher.literalTrue().asCondition();

	private final Guard guard;

	/**
	 * The paths of a statement.
	 * @param guard of the statement
	 */
	PathGuard(Guard guard) {
		this.guard = guard;
	}

	/**
	 * What {@link Weaving#throughout} leads to.
	 */
	Guarded throughout(SymbolicName path, Node from, Relation relation, NodeType.Concrete type,
			Function<Relationship, Condition> taken) {
		Node there = Cypher.anyNode("there");
		Relationship step = from.relationshipTo(there).named("step");
		Node reached = Cypher.node(type.label()).named(this.guard.nodeName());
		String[] types = this.guard.types(relation.relationship());
		Relationship steps = relation.outgoing() ? from.relationshipTo(reached, types)
				: from.relationshipFrom(reached, types);
		Condition taking = ALWAYS.and(isSeen(step)).and(taken.apply(step));
		Condition seen = Cypher.all(step.getRequiredSymbolicName())
			.in(Cypher.relationships(path))
			.where(taking)
			.and(Cypher.all(there.getRequiredSymbolicName())
				.in(Cypher.nodes(path))
				.where(ALWAYS.and(this.guard.visible(type.rule(), there))));
		return new Guarded(Cypher.path(path).definedBy(steps.min(0)), reached, null, seen);
	}

	/**
	 * What a node is tied to by some relationships, whatever that is.
	 * @param here a node that is matched already
	 * @param relationships types of relationships between types under the rule RECORD
	 * @param along whether they are taken in their direction
	 * @return the pattern of the node, the relationship and what it leads to
	 */
	Guarded step(Node here, String[] relationships, boolean along) {
		Node there = Cypher.anyNode(this.guard.nodeName());
		Relationship edge = edge(here, there, relationships, along);
		return new Guarded(edge, there, edge, isSeen(edge).and(this.guard.visible(AccessRule.RECORD, there)));
	}

	/**
	 * How a node is tied to another by some relationships.
	 * @param here a node that is matched already
	 * @param there another one
	 * @param relationships types of relationships
	 * @param along whether they are taken in their direction
	 * @return the pattern of the node, the relationship and what it leads to
	 */
	Guarded step(Node here, Node there, String[] relationships, boolean along) {
		Node end = this.guard.known(there.getRequiredSymbolicName());
		Relationship edge = edge(here, end, relationships, along);
		return new Guarded(edge, end, edge, isSeen(edge));
	}

	private Relationship edge(Node here, Node there, String[] relationships, boolean along) {
		return this.guard.edge(here, there, along,
				Stream.of(relationships).flatMap((type) -> Stream.of(this.guard.types(type))).toArray(String[]::new));
	}

	private Condition isSeen(Relationship edge) {
		return this.guard.visible(AccessRule.EDGE, edge).and(this.guard.held(edge));
	}

}
