package org.jointregistry.shared;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A failure as it is logged and traced: what was thrown, and where, without the words.
 * Those of a database or a parser hold values that a client sent or that are stored, and
 * who reads a log need not see those.
 */
public final class LoggedFailure extends Exception {

	private static final long serialVersionUID = 1L;

	/** The label of what is observed that tells how it failed. */
	public static final String CODE = "code";

	/** The label's value where nothing failed. */
	public static final String NONE = "OK";

	private static final int MOST_CAUSES = 20;

	/**
	 * The same failure, to be logged.
	 * @param thrown by whatever failed
	 */
	public LoggedFailure(Throwable thrown) {
		this(thrown, MOST_CAUSES);
	}

	private LoggedFailure(Throwable thrown, int causes) {
		super(name(thrown), cause(thrown.getCause(), causes), false, true);
		setStackTrace(thrown.getStackTrace());
	}

	/**
	 * Notes that what is observed failed, and how: by the database's code, or by what was
	 * thrown.
	 * @param observation of what failed
	 * @param thrown by it
	 */
	public static void observe(Observation observation, Throwable thrown) {
		observation
			.lowCardinalityKeyValue(CODE,
					(thrown instanceof Neo4jException database) ? database.code() : thrown.getClass().getSimpleName())
			.error(new LoggedFailure(thrown));
	}

	private static String name(Throwable thrown) {
		String type = thrown.getClass().getName();
		return (thrown instanceof Neo4jException database) ? type + " " + database.code() : type;
	}

	private static @Nullable Throwable cause(@Nullable Throwable cause, int left) {
		return (cause == null || left == 0) ? null : new LoggedFailure(cause, left - 1);
	}

	@Override
	public String toString() {
		return String.valueOf(getMessage());
	}

}
