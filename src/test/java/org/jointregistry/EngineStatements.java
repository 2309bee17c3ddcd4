package org.jointregistry;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * The texts of the statements that the read engine sends while this is open, each once,
 * as its own log tells.
 */
public final class EngineStatements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final Logger ENGINE = (Logger) LoggerFactory.getLogger("org.jointregistry.read.Statements");

	private final Set<String> texts = Collections.synchronizedSet(new LinkedHashSet<>());

	private final Level level = ENGINE.getLevel();

	private final boolean additive = ENGINE.isAdditive();

	/**
	 * Begins to listen, until it is closed.
	 */
	public EngineStatements() {
		ENGINE.setLevel(Level.DEBUG);
		ENGINE.setAdditive(false);
		ENGINE.addAppender(this);
		start();
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.texts.add(event.getFormattedMessage());
	}

	/**
	 * What was sent so far.
	 * @return Cypher, in the order of sending
	 */
	public Set<String> texts() {
		synchronized (this.texts) {
			return new LinkedHashSet<>(this.texts);
		}
	}

	@Override
	public void close() {
		ENGINE.detachAppender(this);
		ENGINE.setAdditive(this.additive);
		ENGINE.setLevel(this.level);
		stop();
	}

}
