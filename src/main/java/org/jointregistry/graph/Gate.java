package org.jointregistry.graph;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.TransactionContext;

/**
 * What every writer goes through, and what a reader may close. There are several gates,
 * so that writers seldom meet: a writer locks one of them, and whoever locks all of them
 * holds all writers off. A lock lasts until its transaction has ended and all of it is
 * visible.
 */
public final class Gate {

	/** Gates that there are, as the migrations make them. */
	public static final int STRIPES = 16;

	/** Setting what is set locks a node and changes nothing. */
	private static final String ENTER = "MERGE (gate:Gate {stripe: $stripe}) SET gate.locks = true";

	private static final String CLOSE = """
			UNWIND range(0, $last) AS stripe
			MERGE (gate:Gate {stripe: stripe}) SET gate.locks = true
			""";

	private Gate() {
	}

	/**
	 * Lets a transaction write. To be called before it locks anything else, so that no
	 * two wait for each other.
	 * @param transaction a transaction that may change the registry
	 * @return the same transaction, which knows its gate
	 */
	public static Passage enter(TransactionContext transaction) {
		int stripe = ThreadLocalRandom.current().nextInt(STRIPES);
		transaction.run(ENTER, Map.of("stripe", stripe)).consume();
		return new Passage(transaction, stripe);
	}

	/**
	 * Waits for the writers that are under way, and holds off all others.
	 * @param transaction until its end they wait
	 */
	public static void close(SimpleQueryRunner transaction) {
		transaction.run(CLOSE, Map.of("last", STRIPES - 1)).consume();
	}

}
