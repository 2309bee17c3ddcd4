package org.jointregistry.read;

import java.util.List;
import java.util.Optional;

import org.jointregistry.LogListener;

/**
 * The statements that the driver sends to the database while this is open, as its own log
 * of messages tells, but for those that settle allowances.
 */
public final class SentStatements implements AutoCloseable {

	private static final String RUN = "C: RUN \"";

	private final LogListener listener = new LogListener("org.neo4j", SentStatements::statement);

	private static Optional<String> statement(String message) {
		int run = message.indexOf(RUN);
		return (run >= 0 && !message.contains(":Allowance")) ? Optional.of(message.substring(run + RUN.length()))
				: Optional.empty();
	}

	/**
	 * What was sent so far.
	 * @return the statements with their parameters, in their order
	 */
	public List<String> all() {
		return this.listener.all();
	}

	@Override
	public void close() {
		this.listener.close();
	}

}
