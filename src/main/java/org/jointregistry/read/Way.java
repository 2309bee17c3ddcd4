package org.jointregistry.read;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Property;
import org.neo4j.cypherdsl.core.Relationship;
import org.neo4j.cypherdsl.core.Statement;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReading;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.ReleaseStore;

/**
 * How the nodes of a pattern are found.
 */
sealed interface Way {

	/** As the database finds best. */
	record Direct() implements Way {

	}

	/** By the index on the key, in its order. */
	record ByKey() implements Way {

	}

	/** By the index on the key, where what must hold besides gives keys. */
	record ByGivenKeys() implements Way {

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
	 * @param index the index
	 * @param indexed the index's properties of an entry
	 * @param scopes that the viewer's entries are in
	 * @param at the node at which the entries are; null for those of all records
	 */
	record Entries(Relationship relationship, Index index, List<Property> indexed, Scopes scopes,
			@Nullable Node at) implements Way {

		/**
		 * Matches entries. The index is named, so that it finds them, and compares their
		 * keys, whatever the planner thinks of the database's size.
		 * @param reading what is read before
		 * @return a reading to go on from
		 */
		OngoingReadingWithoutWhere in(ExposesMatch reading) {
			return hinted(reading.match(this.relationship));
		}

		/**
		 * Matches entries at the beginning of a statement.
		 * @return a reading to go on from
		 */
		OngoingReadingWithoutWhere first() {
			return hinted(Cypher.match(this.relationship));
		}

		private OngoingReadingWithoutWhere hinted(OngoingReadingWithoutWhere entries) {
			return entries.usingIndexSeek(this.indexed.toArray(Property[]::new));
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
			return (this.scopes.loops().isEmpty() ? first() : in(this.scopes.reading())).where(where);
		}

		/**
		 * Goes through the scopes in which the first nodes by key are: where scopes begin
		 * with as many keys as are asked for, no other begins with a key that is among
		 * the first.
		 * @param first reads with which key a scope begins
		 * @param key the name of that key
		 * @param backwards whether from the end
		 * @param limit how many nodes at most
		 * @return a reading with a row for each of these scopes
		 */
		OngoingReading nearest(Statement first, SymbolicName key, boolean backwards, Expression limit) {
			SymbolicName scope = this.scopes.loops().getLast().element();
			SymbolicName begin = Cypher.name(key.getValue() + "First");
			SymbolicName scopes = Cypher.name(key.getValue() + "Scopes");
			return this.scopes.reading()
				.call(first, Cypher.asterisk())
				.with(key.as(begin), Cypher.collect(scope).as(scopes))
				.orderBy(backwards ? begin.descending() : begin.ascending())
				.limit(limit)
				.unwind(scopes)
				.as(scope);
		}

	}

	/** The indexes over relationships to audiences. */
	enum Index {

		/** All records of a label, by key. */
		RECORDS(ReleaseStore.RELATIONSHIP, List.of("scope"), true),

		/** Records at a node, by key. */
		RECORDS_AT(ReleaseStore.RELEASED_AT, List.of("scope", "at"), true),

		/** Records by the words in them. */
		WORDS(ReleaseStore.FOUND_BY, List.of("scope", "word"), false);

		private final String type;

		private final List<String> before;

		private final boolean byKey;

		Index(String type, List<String> before, boolean byKey) {
			this.type = type;
			this.before = before;
			this.byKey = byKey;
		}

		/**
		 * The type of the relationships.
		 * @return a type
		 */
		String type() {
			return this.type;
		}

		/**
		 * The properties before the key.
		 * @return one or several, in the index's order
		 */
		List<String> before() {
			return this.before;
		}

		/**
		 * Whether what a search finds comes in the order of the keys.
		 * @return false where a search is for the beginning of a property before the key
		 */
		boolean isByKey() {
			return this.byKey;
		}

		/**
		 * All of its properties.
		 * @return those before the key, and the key
		 */
		List<String> properties() {
			return Stream.concat(this.before.stream(), Stream.of("key")).toList();
		}

	}

}
