package org.jointregistry.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.graph.SentStatement;

/**
 * Counts what statements answer and the time that the database takes for them, and has
 * their operations know of them.
 */
@Component
class StatementWatch implements ObservationHandler<SentStatement>, MeterBinder {

	private static final String BEGAN = "began";

	private final List<Meters> meters = new CopyOnWriteArrayList<>();

	@Override
	public void bindTo(MeterRegistry registry) {
		this.meters.add(new Meters(
				DistributionSummary.builder("registry.statement.rows")
					.description("Nodes, edges and pages in the answer of a statement")
					.register(registry),
				Timer.builder("registry.statement.database")
					.description("What the database says that a statement took")
					.register(registry)));
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof SentStatement;
	}

	@Override
	public void onStart(SentStatement statement) {
		statement.put(BEGAN, System.nanoTime());
	}

	@Override
	public void onStop(SentStatement statement) {
		if (statement.getError() == null) {
			this.meters.forEach((meters) -> meters.record(statement));
		}
		AskedOperation operation = operation(statement);
		if (operation != null) {
			long began = statement.getRequired(BEGAN);
			operation.statements().add(statement, (System.nanoTime() - began) / 1_000_000);
		}
	}

	private static @Nullable AskedOperation operation(SentStatement statement) {
		ObservationView parent = statement.getParentObservation();
		while (parent != null && !(parent.getContextView() instanceof AskedOperation)) {
			parent = parent.getContextView().getParentObservation();
		}
		return (parent != null) ? (AskedOperation) parent.getContextView() : null;
	}

	/**
	 * What is counted of statements that were answered.
	 *
	 * @param rows how much the answers hold
	 * @param database how long the database took
	 */
	private record Meters(DistributionSummary rows, Timer database) {

		void record(SentStatement statement) {
			this.rows.record(statement.rows());
			this.database.record(Duration.ofMillis(statement.databaseMillis()));
		}

	}

}
