package org.jointregistry.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jointregistry.graph.SentStatement;

/**
 * The statements of an operation, of which the slowest are kept.
 */
final class SentStatements {

	private static final int MOST = 10;

	private final List<Timed> slowest = new ArrayList<>();

	private int count;

	synchronized void add(SentStatement statement, long millis) {
		this.count++;
		this.slowest.add(new Timed(statement, millis));
		if (this.slowest.size() > MOST) {
			this.slowest.sort(Comparator.comparingLong(Timed::millis).reversed());
			this.slowest.removeLast();
		}
	}

	/**
	 * How many there were.
	 * @return 0 for an operation that was answered without the database
	 */
	synchronized int count() {
		return this.count;
	}

	/**
	 * The slowest of them.
	 * @return ten at most, the slowest first
	 */
	synchronized List<Timed> slowest() {
		return this.slowest.stream().sorted(Comparator.comparingLong(Timed::millis).reversed()).toList();
	}

	/**
	 * A statement and its time.
	 *
	 * @param statement what was sent
	 * @param millis from when it was asked for until it was answered
	 */
	record Timed(SentStatement statement, long millis) {

		@Override
		public String toString() {
			return "%s (%d ms, %d ms in the database, %d rows, plan %s)".formatted(this.statement.hash(), this.millis,
					this.statement.databaseMillis(), this.statement.rows(), this.statement.isKnown() ? "hit" : "miss");
		}

	}

}
