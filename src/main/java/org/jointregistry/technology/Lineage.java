package org.jointregistry.technology;

import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.read.Reached;
import org.jointregistry.read.Weaving;

/**
 * A technology with what it was derived from, or with what was derived from it, step by
 * step, as far as the viewer sees the way and no derivation has ended.
 */
final class Lineage {

	private Lineage() {
	}

	/**
	 * What a technology was derived from.
	 * @param weave what the statement is built from
	 * @param technology a node that is matched already
	 * @return the technology and its ancestors
	 */
	static Reached ancestors(Weaving weave, Node technology) {
		return of(weave, technology, "derivedFrom");
	}

	/**
	 * What was derived from a technology.
	 * @param weave what the statement is built from
	 * @param technology a node that is matched already
	 * @return the technology and its descendants
	 */
	static Reached descendants(Weaving weave, Node technology) {
		return of(weave, technology, "derivatives");
	}

	private static Reached of(Weaving weave, Node technology, String field) {
		return weave.throughout(technology, "Technology", field,
				(derivation) -> weave.fact(derivation, "Derivation", "until").isNull());
	}

}
