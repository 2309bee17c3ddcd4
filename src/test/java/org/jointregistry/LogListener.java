package org.jointregistry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Hears what a log tells while this is open, however little it tells otherwise, and keeps
 * that from being written.
 */
public final class LogListener extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Logger log;

	private final Function<String, Optional<String>> heard;

	private final List<String> texts = Collections.synchronizedList(new ArrayList<>());

	private final Level level;

	private final boolean additive;

	/**
	 * Listens from now on.
	 * @param log name of the logger
	 * @param heard what of a message is kept; nothing of those that are of no interest
	 */
	public LogListener(String log, Function<String, Optional<String>> heard) {
		this.log = (Logger) LoggerFactory.getLogger(log);
		this.heard = heard;
		this.level = this.log.getLevel();
		this.additive = this.log.isAdditive();
		this.log.setLevel(Level.DEBUG);
		this.log.setAdditive(false);
		this.log.addAppender(this);
		start();
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.heard.apply(event.getFormattedMessage()).ifPresent(this.texts::add);
	}

	/**
	 * What was heard so far.
	 * @return in its order
	 */
	public List<String> all() {
		return List.copyOf(this.texts);
	}

	@Override
	public void close() {
		this.log.detachAppender(this);
		this.log.setAdditive(this.additive);
		this.log.setLevel(this.level);
		stop();
	}

}
