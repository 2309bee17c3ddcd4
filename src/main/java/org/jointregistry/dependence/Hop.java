package org.jointregistry.dependence;

import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * A relation that is followed from a record to others while it holds.
 */
interface Hop extends Lasting {

	/**
	 * What it leads to.
	 * @param record a node that is matched already
	 * @param weave what the statement is built from
	 * @return the pattern
	 */
	Guarded from(Node record, Weaving weave);

}
