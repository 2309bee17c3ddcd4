package org.jointregistry.telemetry;

import java.time.Duration;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import org.jointregistry.graph.SentStatement;

/**
 * Logs operations that take long, with the hashes of their documents and statements. The
 * text of a statement, which has no values, is logged once under its hash, so that
 * {@code EXPLAIN} can be asked for its plan.
 */
@Component
class SlowOperations implements ObservationHandler<AskedOperation> {

	private static final Logger logger = LoggerFactory.getLogger(SlowOperations.class);

	private static final int MOST_TEXTS = 10_000;

	private final Duration threshold;

	private final Cache<String, Boolean> told = Caffeine.newBuilder().maximumSize(MOST_TEXTS).build();

	SlowOperations(TelemetrySettings settings) {
		this.threshold = settings.slowOperation();
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof AskedOperation;
	}

	@Override
	public void onStop(AskedOperation operation) {
		long millis = operation.millis();
		if (millis < this.threshold.toMillis()) {
			return;
		}
		SentStatements statements = operation.statements();
		logger.warn("Slow {} {} of document {}: {} ms, {} statements: {}", operation.type(), operation.name(),
				operation.hash(), millis, statements.count(),
				statements.slowest().stream().map(Object::toString).collect(Collectors.joining(", ")));
		statements.slowest().forEach((timed) -> tell(timed.statement()));
	}

	private void tell(SentStatement statement) {
		if (this.told.asMap().putIfAbsent(statement.hash(), true) == null) {
			logger.info("Statement {}:\n{}", statement.hash(), statement.text());
		}
	}

}
