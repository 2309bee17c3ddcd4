package org.jointregistry.read;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingAndWith;
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
	 * @param before the properties before the key in an index that has nothing else
	 * before it; empty where the entries of a scope are not in the order of the keys
	 * @param at the node at which the entries are; null for those of all records
	 */
	record Entries(Relationship relationship, Scopes scopes, List<String> before, @Nullable Node at) implements Way {

		/**
		 * Whether the entries of a scope are in the order of the keys.
		 * @return false for entries by words
		 */
		boolean byKey() {
			return !this.before.isEmpty();
		}

		/**
		 * The condition that an entry is one of those of a row of the scopes.
		 * @return the condition
		 */
		Condition holds() {
			Condition scoped = this.scopes.holds(this.relationship);
			return (this.at != null) ? scoped.and(this.relationship.property("at").isEqualTo(this.at.property("key")))
					: scoped;
		}

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

		/**
		 * Reads nodes in each of the scopes.
		 * @param scoped reads them in one
		 * @param node the node
		 * @return a reading of each node once
		 */
		ExposesWith each(OngoingReadingAndWith scoped, Node node) {
			if (this.scopes.loops().isEmpty()) {
				return scoped.with(node);
			}
			return this.scopes.reading().call(scoped.returning(node).build(), Cypher.asterisk()).withDistinct(node);
		}

	}

}
