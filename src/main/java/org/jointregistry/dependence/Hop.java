package org.jointregistry.dependence;

import java.util.List;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithoutWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

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
	 * Fields of the record that it leads to which tell whether it holds.
	 * @return none where the relationship tells, or it always holds
	 */
	List<String> telling();

	/**
	 * The condition that it holds.
	 * @param found what it leads to
	 * @param weave what the statement is built from
	 * @param value the values of the fields that tell
	 * @return the condition
	 */
	Condition holds(Guarded found, Weaving weave, Function<String, Expression> value);

	/**
	 * Matches what it leads to while it holds, each once. Values of records are read
	 * behind what is matched: Neo4j tries many ways to match, and plans again with each
	 * what is asked beside, such as what a value was at a time.
	 * @param found what it leads to
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

}
