package org.jointregistry.dependence;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * A relation that is followed from a record while it holds.
 */
interface Hop {

	/**
	 * The type that it leads to.
	 * @return an object type
	 */
	String target();

	/**
	 * What it leads to.
	 * @param record a node that is matched already
	 * @param weave what the statement is built from
	 * @return the pattern
	 */
	Guarded from(Node record, Weaving weave);

	/**
	 * The condition that it holds.
	 * @param found what it leads to
	 * @param weave what the statement is built from
	 * @return the condition
	 */
	Condition holds(Guarded found, Weaving weave);

}
