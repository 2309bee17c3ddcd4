package org.jointregistry.shared;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A failure as it is logged and traced: what was thrown, and where, without the words.
 * Those of a database or a parser hold values that a client sent or that are stored, and
 * who reads a log need not see those.
 */
public final class LoggedFailure extends Exception {

	private static final long serialVersionUID = 1L;

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
