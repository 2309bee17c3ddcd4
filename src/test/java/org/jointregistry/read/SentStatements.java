package org.jointregistry.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * The statements that the driver sends to the database while this is open, as its own log
 * of messages tells, but for those that settle allowances.
 */
public final class SentStatements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final Logger DRIVER = (Logger) LoggerFactory.getLogger("org.neo4j");

	private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

	private final Level level = DRIVER.getLevel();

	private final boolean additive = DRIVER.isAdditive();

	/** Listens from now on. */
	public SentStatements() {
		DRIVER.setLevel(Level.DEBUG);
		DRIVER.setAdditive(false);
		DRIVER.addAppender(this);
		start();
	}

	@Override
	protected void append(ILoggingEvent event) {
		String message = event.getFormattedMessage();
		int run = message.indexOf("C: RUN \"");
		if (run >= 0 && !message.contains(":Allowance")) {
			this.statements.add(message.substring(run + "C: RUN \"".length()));
		}
	}

	/**
	 * What was sent so far.
	 * @return the statements with their parameters, in their order
	 */
	public List<String> all() {
		return List.copyOf(this.statements);
	}

	@Override
	public void close() {
		DRIVER.detachAppender(this);
		DRIVER.setAdditive(this.additive);
		DRIVER.setLevel(this.level);
		stop();
	}

}
