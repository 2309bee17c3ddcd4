package org.jointregistry.technology;

import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * A technology with what it was derived from, or with what was derived from it, step by
 * step, as far as the viewer sees the way and no derivation has ended. Each technology is
 * met once, by a shortest way.
 *
 * @param pattern of the ways
 */
record Lineage(Guarded pattern) {

	private static final SymbolicName WAY = Cypher.name("lineage");

	/**
	 * What a technology was derived from.
	 * @param weave what the statement is built from
	 * @param technology a node that is matched already
	 * @return the technology and its ancestors
	 */
	static Lineage ancestors(Weaving weave, Node technology) {
		return of(weave, technology, "derivedFrom");
	}

	/**
	 * What was derived from a technology.
	 * @param weave what the statement is built from
	 * @param technology a node that is matched already
	 * @return the technology and its descendants
	 */
	static Lineage descendants(Weaving weave, Node technology) {
		return of(weave, technology, "derivatives");
	}

	private static Lineage of(Weaving weave, Node technology, String field) {
		return new Lineage(weave.throughout(WAY.getValue(), technology, "Technology", field,
				(derivation) -> weave.fact(derivation, "Derivation", "until").isNull()));
	}

	/**
	 * Matches the technologies.
	 * @return a reading in which {@link #node()} and {@link #depth()} are known
	 */
	OngoingReadingWithWhere match() {
		return this.pattern.match(Cypher.noCondition());
	}

	Node node() {
		return this.pattern.node();
	}

	/**
	 * How many derivations lie between a technology and the one that it is asked of.
	 * @return 0 for that one itself
	 */
	Expression depth() {
		return Cypher.size(Cypher.relationships(WAY));
	}

}
