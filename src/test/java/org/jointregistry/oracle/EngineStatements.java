package org.jointregistry.oracle;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * The texts of the statements that the read engine sends while this is open, each once,
 * as its own log tells.
 */
final class EngineStatements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final Logger ENGINE = (Logger) LoggerFactory.getLogger("org.jointregistry.read.Statements");

	private final Set<String> texts = new ConcurrentSkipListSet<>();

	private final Level level = ENGINE.getLevel();

	private final boolean additive = ENGINE.isAdditive();

	EngineStatements() {
		ENGINE.setLevel(Level.DEBUG);
		ENGINE.setAdditive(false);
		ENGINE.addAppender(this);
		start();
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.texts.add(event.getFormattedMessage());
	}

	Set<String> texts() {
		return this.texts;
	}

	@Override
	public void close() {
		ENGINE.detachAppender(this);
		ENGINE.setAdditive(this.additive);
		ENGINE.setLevel(this.level);
		stop();
	}

}
