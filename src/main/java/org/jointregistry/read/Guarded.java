package org.jointregistry.read;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;

/**
 * A pattern together with the condition under which the viewer sees all of it. Only a
 * {@link Guard} makes one, and only from one is anything matched: a pattern without its
 * condition cannot be written.
 */
public final class Guarded {

	private final PatternElement pattern;

	private final Node node;

	private final @Nullable Relationship edge;

	private final Condition visible;

	Guarded(PatternElement pattern, Node node, @Nullable Relationship edge, Condition visible) {
		this.pattern = pattern;
		this.node = node;
		this.edge = edge;
		this.visible = visible;
	}

	/**
	 * Matches the pattern where the viewer sees it.
	 * @param further what must hold besides
	 * @return a reading to go on from
	 */
	public OngoingReadingWithWhere match(Condition further) {
		return Cypher.match(this.pattern).where(this.visible.and(further));
	}

	/**
	 * Matches the pattern where the viewer sees it, after what was matched before.
	 * @param before a reading whose nodes the pattern may start from
	 * @param further what must hold besides
	 * @return a reading to go on from
	 */
	public OngoingReadingWithWhere matchAfter(ExposesMatch before, Condition further) {
		return before.match(this.pattern).where(this.visible.and(further));
	}

	/**
	 * The node that the pattern leads to.
	 * @return a named node
	 */
	public Node node() {
		return this.node;
	}

	/**
	 * The relationship that leads to the node.
	 * @return a named relationship
	 * @throws IllegalStateException if the pattern is a node alone
	 */
	public Relationship edge() {
		if (this.edge == null) {
			throw new IllegalStateException("A pattern of one node has no edge");
		}
		return this.edge;
	}

}
