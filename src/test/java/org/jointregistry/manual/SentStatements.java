package org.jointregistry.manual;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

import org.jointregistry.RegistryClient;

/**
 * Which statements the registry sends to its database, as its log tells them.
 */
final class SentStatements implements AutoCloseable {

	private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("org.jointregistry.read.Statements");

	private final ListAppender<ILoggingEvent> sent = new ListAppender<>();

	private final RegistryClient registry;

	SentStatements(RegistryClient registry) {
		this.registry = registry;
		this.sent.start();
		LOGGER.setLevel(Level.DEBUG);
		LOGGER.setAdditive(false);
		LOGGER.addAppender(this.sent);
	}

	/**
	 * Asks, and listens.
	 * @param client who asks
	 * @param document a query
	 * @return the statements in Cypher, each clause on a line of its own
	 */
	List<String> of(String client, String document) {
		this.sent.list.clear();
		this.registry.as(client).query(document);
		return List.copyOf(this.sent.list)
			.stream()
			.map(ILoggingEvent::getFormattedMessage)
			.map((statement) -> statement.replaceAll(
					"(?<!STARTS) (?=(MATCH|WHERE(?! token)|WITH|RETURN|CALL|UNION ALL|UNWIND|ORDER BY|LIMIT) )", "\n"))
			.toList();
	}

	@Override
	public void close() {
		LOGGER.detachAppender(this.sent);
		LOGGER.setAdditive(true);
		LOGGER.setLevel(null);
	}

}
