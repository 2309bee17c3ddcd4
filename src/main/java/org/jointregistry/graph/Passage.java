package org.jointregistry.graph;

import java.util.Map;

import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * A transaction that went through a gate. Until it ends no other transaction is through
 * the same gate, so that what belongs to the gate alone is its own to change.
 */
public final class Passage implements TransactionContext {

	private final TransactionContext transaction;

	private final int stripe;

	Passage(TransactionContext transaction, int stripe) {
		this.transaction = transaction;
		this.stripe = stripe;
	}

	/**
	 * The passage of a transaction.
	 * @param transaction a transaction that writes
	 * @return the same transaction
	 * @throws IllegalStateException if it went through no gate
	 */
	public static Passage of(TransactionContext transaction) {
		if (transaction instanceof Passage passage) {
			return passage;
		}
		throw new IllegalStateException("A transaction that writes goes through a gate first");
	}

	/**
	 * Which gate it went through.
	 * @return a number from 0, less than {@link Gate#STRIPES}
	 */
	public int stripe() {
		return this.stripe;
	}

	@Override
	public Result run(String query, Value parameters) {
		return this.transaction.run(query, parameters);
	}

	@Override
	public Result run(String query, Map<String, Object> parameters) {
		return this.transaction.run(query, parameters);
	}

	@Override
	public Result run(String query, Record parameters) {
		return this.transaction.run(query, parameters);
	}

	@Override
	public Result run(String query) {
		return this.transaction.run(query);
	}

	@Override
	public Result run(Query query) {
		return this.transaction.run(query);
	}

}
