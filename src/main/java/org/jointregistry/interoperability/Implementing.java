package org.jointregistry.interoperability;

import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.PropertyContainer;

/**
 * What a program says of a standard.
 */
public final class Implementing {

	private static final List<String> HAVING = List.of("IMPLEMENTS", "CERTIFICATION_BASIS", "BASED_ON", "DEFINES");

	private Implementing() {
	}

	/**
	 * Whether a program has a standard, and does not only plan to.
	 * @param implementation the relationship IMPLEMENTS
	 * @return the condition
	 */
	public static Condition has(PropertyContainer implementation) {
		return implementation.property("status").in(Cypher.literalOf(HAVING));
	}

}
