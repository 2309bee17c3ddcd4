package org.jointregistry.dependence;

import java.util.List;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
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
	 * Fields of a record which tell whether it holds.
	 * @return none where the relationship to it tells, or it always holds
	 */
	List<String> telling();

	/**
	 * The condition that a record holds.
	 * @param found the record
	 * @param weave what the statement is built from
	 * @param value the values of the fields that tell
	 * @return the condition
	 */
	Condition holds(Guarded found, Weaving weave, Function<String, Expression> value);

	/**
	 * Matches records while they hold, each once. Values of records are read behind what
	 * is matched: Neo4j tries many ways to match, and plans again with each what is asked
	 * beside, such as what a value was at a time.
	 * @param found the records
	 * @param weave what the statement is built from
	 * @return a reading in which what was found is known
	 */
	default OrderableOngoingReadingAndWithWithoutWhere reading(Guarded found, Weaving weave) {
		List<String> telling = telling();
		if (telling.isEmpty()) {
			return found.once(holds(found, weave, (field) -> Cypher.literalNull())).with(found.node());
		}
		SymbolicName told = Cypher.name("told");
		Expression values = Cypher
			.listOf(telling.stream().map((field) -> weave.value(found.node(), target(), field)).toList());
		return found.once(Cypher.noCondition())
			.with(found.node(), values.as(told))
			.where(holds(found, weave, (field) -> Cypher.valueAt(told, telling.indexOf(field))))
			.with(found.node());
	}

	/**
	 * The condition that a contract is not at its end.
	 * @param value the values of its {@code state} and {@code until}
	 * @return the condition
	 */
	static Condition isOpen(Function<String, Expression> value) {
		Expression over = Cypher.listOf(Cypher.literalOf("COMPLETED"), Cypher.literalOf("TERMINATED"),
				Cypher.literalOf("ABANDONED"));
		return value.apply("state").in(over).not().and(Validity.holds(Cypher.literalNull(), value.apply("until")));
	}

}
