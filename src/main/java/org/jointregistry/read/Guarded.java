package org.jointregistry.read;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.PatternElement;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.ViewerTokens;

/**
 * A pattern together with the condition under which the viewer sees all of it. Only a
 * {@link Guard} makes one, and only from one is anything matched: a pattern without its
 * condition cannot be written.
 */
public final class Guarded {

	/**
	 * The name that one of the viewer's tokens has where records are found by release.
	 */
	static final SymbolicName HELD = Cypher.name("held");

	private final PatternElement pattern;

	private final Node node;

	private final @Nullable Relationship edge;

	private final Condition visible;

	private final @Nullable Relationship release;

	Guarded(PatternElement pattern, Node node, @Nullable Relationship edge, Condition visible) {
		this(pattern, node, edge, visible, null);
	}

	/**
	 * A pattern of one node that is found by its releases to the audiences {@link #HELD}.
	 */
	Guarded(Node node, Relationship release, Condition visible) {
		this(release, node, null, visible, release);
	}

	private Guarded(PatternElement pattern, Node node, @Nullable Relationship edge, Condition visible,
			@Nullable Relationship release) {
		this.pattern = pattern;
		this.node = node;
		this.edge = edge;
		this.visible = visible;
		this.release = release;
	}

	/**
	 * The first nodes by key, with those that follow from what must hold besides. Each is
	 * found once.
	 * @param further what must hold besides
	 * @param cursor bounds of the key
	 * @param backwards whether from the end
	 * @param limit how many at most
	 * @return a reading in which {@link #node()} is known
	 */
	ExposesWith firstByKey(Condition further, Function<Expression, Condition> cursor, boolean backwards,
			Expression limit) {
		if (this.release == null) {
			return match(further.and(cursor.apply(this.node.property("key"))));
		}
		Expression key = this.release.property("key");
		Expression scope = this.release.property("scope");
		Statement first = Cypher.match(this.pattern)
			.where(this.visible.and(cursor.apply(key)).and(further))
			.with(this.node, scope.as("scope"), key.as("key"))
			.orderBy(backwards ? Cypher.name("scope").descending() : Cypher.name("scope").ascending(),
					backwards ? Cypher.name("key").descending() : Cypher.name("key").ascending())
			.limit(limit)
			.returning(this.node)
			.build();
		return Cypher.unwind(ViewerTokens.NAME).as(HELD).call(first, HELD, ViewerTokens.NAME).withDistinct(this.node);
	}

	/**
	 * Matches the pattern where the viewer sees it.
	 * @param further what must hold besides
	 * @return a reading to go on from
	 */
	public OngoingReadingWithWhere match(Condition further) {
		return (this.release != null)
				? Cypher.unwind(ViewerTokens.NAME)
					.as(HELD)
					.match(this.pattern)
					.where(this.visible.and(this.release.property("key").gte(Cypher.literalOf(""))).and(further))
				: Cypher.match(this.pattern).where(this.visible.and(further));
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
	 * Whether the pattern may be matched several times with the same node.
	 * @return true where nodes are found by their releases
	 */
	boolean repeats() {
		return this.release != null;
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
