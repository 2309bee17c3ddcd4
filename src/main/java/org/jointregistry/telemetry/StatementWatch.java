package org.jointregistry.telemetry;

import java.time.Duration;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.jointregistry.graph.SentStatement;

/**
 * Counts what statements answer and the time that the database takes for them, and has
 * their operations know of them.
 */
@Component
class StatementWatch implements ObservationHandler<SentStatement> {

	private static final String BEGAN = "began";

	private final ObjectProvider<MeterRegistry> meters;

	StatementWatch(ObjectProvider<MeterRegistry> meters) {
		this.meters = meters;
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
		MeterRegistry registry = this.meters.getObject();
		DistributionSummary.builder("registry.statement.rows")
			.description("Nodes, edges and pages in the answer of a statement")
			.register(registry)
			.record(statement.rows());
		Timer.builder("registry.statement.database")
			.description("What the database says that a statement took")
			.register(registry)
			.record(Duration.ofMillis(statement.databaseMillis()));
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

}
