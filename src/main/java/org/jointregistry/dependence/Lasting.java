package org.jointregistry.dependence;

import java.util.List;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * Records that count while they hold.
 */
interface Lasting {

	/**
	 * The type of the records.
	 * @return an object type
	 */
	String target();

	/**
	 * What a record tells of whether it holds, in the order in which it is read.
	 * @return none where the relationship to it tells, or it always holds
	 */
	List<Telling> telling();

	/**
	 * What the relationship to a record tells of whether it holds.
	 * @param found the record
	 * @param weave what the statement is built from
	 * @return the condition
	 */
	default Condition holds(Guarded found, Weaving weave) {
		return Cypher.noCondition();
	}

	/**
	 * Matches records while they hold, each once. Values of records are read behind what
	 * is matched: Neo4j tries many ways to match, and plans again with each what is asked
	 * beside, such as what a value was at a time. They are read one after the other, so
	 * that few records are asked for the second one (record 0045).
	 * @param found the records
	 * @param weave what the statement is built from
	 * @return a reading in which what was found is known
	 */
	default OrderableOngoingReadingAndWithWithoutWhere reading(Guarded found, Weaving weave) {
		SymbolicName told = Cypher.name("told");
		ExposesWith reading = found.once(holds(found, weave));
		for (Telling telling : telling()) {
			reading = reading.with(found.node(), weave.value(found.node(), target(), telling.field()).as(told))
				.where(telling.holds().apply(told));
		}
		return reading.with(found.node());
	}

	/**
	 * A value that tells whether a record holds.
	 *
	 * @param field of the record
	 * @param holds the condition that it does, of the value
	 */
	record Telling(String field, Function<Expression, Condition> holds) {

		/**
		 * A record is not over, which rules out most, and has begun.
		 * @param since the field with its first day
		 * @param until the field with the first day without it
		 * @return what tells
		 */
		static List<Telling> period(String since, String until) {
			return List.of(new Telling(until, Validity::lasts), new Telling(since, Validity::hasBegun));
		}

		/**
		 * A contract is not at its end.
		 * @return what tells
		 */
		static List<Telling> openContract() {
			Expression over = Cypher.listOf(Cypher.literalOf("COMPLETED"), Cypher.literalOf("TERMINATED"),
					Cypher.literalOf("ABANDONED"));
			return List.of(new Telling("until", Validity::lasts),
					new Telling("state", (state) -> state.in(over).not()));
		}

	}

}
