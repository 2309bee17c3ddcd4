package org.jointregistry.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged while this is open: messages, context and failures.
 */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	CapturedLog() {
		ROOT.addAppender(this);
		start();
	}

	@Override
	protected void append(ILoggingEvent event) {
		event.prepareForDeferredProcessing();
		this.events.add(event);
	}

	/**
	 * The lines of one logger.
	 * @param logger a class that logs
	 * @return its events, in their order
	 */
	List<ILoggingEvent> of(Class<?> logger) {
		return this.events.stream().filter((event) -> event.getLoggerName().equals(logger.getName())).toList();
	}

	/**
	 * All of it.
	 * @return a text for each line that was logged
	 */
	List<String> lines() {
		return this.events.stream().map(CapturedLog::line).toList();
	}

	private static String line(ILoggingEvent event) {
		IThrowableProxy failure = event.getThrowableProxy();
		return event.getFormattedMessage() + " " + event.getMDCPropertyMap()
				+ ((failure != null) ? ThrowableProxyUtil.asString(failure) : "");
	}

	@Override
	public void close() {
		ROOT.detachAppender(this);
		stop();
	}

}
