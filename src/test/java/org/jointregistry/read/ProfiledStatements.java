package org.jointregistry.read;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jointregistry.access.ViewerKind;
import graphql.schema.DataFetchingEnvironment;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.ProfiledPlan;

/**
 * Statements that are run a second time, to count the database hits of each.
 */
class ProfiledStatements extends Statements {

	private final Driver driver;

	private final AtomicLong hits = new AtomicLong();

	ProfiledStatements(Driver driver, GraphModel model, ReadSettings settings) {
		super(driver, model, settings, ObservationRegistry.NOOP);
		this.driver = driver;
	}

	@Override
	@Nullable Object answer(Plan plan, ViewerKind viewer, Map<String, @Nullable Object> parameters,
			DataFetchingEnvironment field) {
		String profiled = text(plan, viewer).replaceFirst("CYPHER 25", "CYPHER 25 PROFILE");
		this.hits
			.set(hits(this.driver.executableQuery(profiled).withParameters(parameters).execute().summary().profile()));
		return super.answer(plan, viewer, parameters, field);
	}

	private static long hits(ProfiledPlan plan) {
		return plan.dbHits() + plan.children().stream().mapToLong(ProfiledStatements::hits).sum();
	}

	/** The database hits of the statement that was answered last. */
	long hits() {
		return this.hits.get();
	}

}
