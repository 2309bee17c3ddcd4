package org.jointregistry.graph;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.summary.ResultSummary;

import org.jointregistry.shared.LoggedFailure;

/**
 * A statement that reads, as those who watch the registry see it: its text, which holds
 * no value, how long it took and how much it answered.
 */
public final class SentStatement extends Observation.Context {

	/** Name of the observation. */
	public static final String NAME = "registry.statement";

	private final String text;

	private final String hash;

	private final boolean known;

	private long databaseMillis;

	private long rows;

	private SentStatement(String text, String hash, boolean known) {
		this.text = text;
		this.hash = hash;
		this.known = known;
	}

	/**
	 * Begins to observe a statement.
	 * @param text in Cypher, without any value
	 * @param hash of the text
	 * @param known whether it was compiled before
	 * @param parent the observation of the operation that asks; null where none is
	 * observed
	 * @param observations where to observe
	 * @return an observation that was started, whose context is a {@link SentStatement}
	 */
	public static Observation start(String text, String hash, boolean known, @Nullable Observation parent,
			ObservationRegistry observations) {
		return Observation.createNotStarted(NAME, () -> new SentStatement(text, hash, known), observations)
			.parentObservation(parent)
			.start();
	}

	/**
	 * Notes what a statement answered.
	 * @param observation of the statement
	 * @param summary what the database tells of it
	 * @param answer the statement's one value, as nested lists
	 */
	public static void answered(Observation observation, ResultSummary summary, @Nullable Object answer) {
		if (observation.getContext() instanceof SentStatement statement) {
			statement.databaseMillis = summary.resultAvailableAfter(TimeUnit.MILLISECONDS)
					+ summary.resultConsumedAfter(TimeUnit.MILLISECONDS);
			statement.rows = rows(answer);
			observation.lowCardinalityKeyValue(LoggedFailure.CODE, LoggedFailure.NONE)
				.highCardinalityKeyValue("statement", statement.hash)
				.highCardinalityKeyValue("rows", String.valueOf(statement.rows))
				.highCardinalityKeyValue("database.ms", String.valueOf(statement.databaseMillis))
				.highCardinalityKeyValue("plan", statement.known ? "hit" : "miss");
		}
	}

	private static long rows(@Nullable Object answer) {
		if (!(answer instanceof List<?> parts)) {
			return 0;
		}
		long rows = 1;
		for (Object part : parts) {
			rows += rows(part);
		}
		return rows;
	}

	/**
	 * The statement itself.
	 * @return Cypher, without any value
	 */
	public String text() {
		return this.text;
	}

	/**
	 * The name of the statement in logs and traces.
	 * @return the hash of its text
	 */
	public String hash() {
		return this.hash;
	}

	/**
	 * Whether it was compiled before.
	 * @return false also for a statement that is built for each question
	 */
	public boolean isKnown() {
		return this.known;
	}

	/**
	 * What the database says that it took.
	 * @return milliseconds; 0 where it failed
	 */
	public long databaseMillis() {
		return this.databaseMillis;
	}

	/**
	 * How much was answered.
	 * @return lists in the answer, of which each node, edge and page is one; 0 where it
	 * failed
	 */
	public long rows() {
		return this.rows;
	}

}
