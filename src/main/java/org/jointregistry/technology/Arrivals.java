package org.jointregistry.technology;

import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * The transfers by which a technology came to a program: those under it by which
 * technology flows, or did.
 *
 * @param weave what the statement is built from
 * @param transfer the pattern of a transfer of the technology
 * @param program key of the program
 */
record Arrivals(Weaving weave, Guarded transfer, Expression program) {

	private static final String TRANSFER = "Transfer";

	/**
	 * The transfers of a technology.
	 * @param weave what the statement is built from
	 * @param technology a node that is matched already
	 * @param program key of the program
	 * @return the transfers
	 */
	static Arrivals of(Weaving weave, Node technology, Expression program) {
		return new Arrivals(weave, weave.follow(technology, "Technology", "transfers"), program);
	}

	/**
	 * Finds them.
	 * @return a reading in which {@link #node()} is known
	 */
	ExposesWith match() {
		Guarded to = this.weave.follow(node(), TRANSFER, "program");
		Condition here = Cypher
			.exists(to.match(to.node().property("key").isEqualTo(this.program)).returning(to.node()).build());
		return this.transfer.once(Flowing.condition(fact()).and(here));
	}

	Node node() {
		return this.transfer.node();
	}

	/**
	 * The key of the regime that it came under.
	 * @return null in the database's sense where there is none
	 */
	Expression regime() {
		return fact().apply("regime");
	}

	private Function<String, Expression> fact() {
		return (name) -> this.weave.value(node(), TRANSFER, name);
	}

}
