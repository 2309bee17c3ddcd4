package org.jointregistry.read;

import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;

/**
 * How the nodes of a pattern are found.
 */
sealed interface Way {

	/** As the database finds best. */
	record Direct() implements Way {

	}

	/** By the index on the key. */
	record ByKey() implements Way {

	}

	/**
	 * Type by type, where that gives an order.
	 *
	 * @param patterns of the same node, one for each type
	 */
	record Kinds(List<Guarded> patterns) implements Way {

	}

	/**
	 * By entries of an index over relationships to audiences. A node may be found by
	 * several.
	 *
	 * @param relationship an entry, with a {@code scope} and the node's {@code key}
	 * @param scopes that the viewer's entries are in
	 * @param byKey whether the entries of a scope are in the order of the keys
	 */
	record Entries(Relationship relationship, Scopes scopes, boolean byKey) implements Way {

		/**
		 * Matches entries in each of the scopes.
		 * @param visible which of them are the viewer's
		 * @param further what must hold besides
		 * @return a reading to go on from
		 */
		OngoingReadingWithWhere match(Condition visible, Condition further) {
			Condition where = visible.and(this.relationship.property("key").gte(Cypher.literalOf(""))).and(further);
			return this.scopes.loops().isEmpty() ? Cypher.match(this.relationship).where(where)
					: this.scopes.reading().match(this.relationship).where(where);
		}

	}

}
