package org.jointregistry.access;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;

/**
 * What a rule says of a record: always seen, never seen, or seen where a condition holds.
 */
public sealed interface Visibility {

	/**
	 * The answer as a condition of a statement.
	 * @return a condition that is never null in the database's sense
	 */
	Condition condition();

	/** Seen whatever the record holds. */
	record Always() implements Visibility {

		@Override
		public Condition condition() {
			return Cypher.noCondition();
		}

	}

	/** Never seen. */
	record Never() implements Visibility {

		@Override
		public Condition condition() {
			return Cypher.isFalse();
		}

	}

	/**
	 * Seen where a condition holds.
	 *
	 * @param condition of the record's stored tokens and the viewer's
	 */
	record Where(Condition condition) implements Visibility {

	}

}
