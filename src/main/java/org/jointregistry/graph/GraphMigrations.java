package org.jointregistry.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.TransientException;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Brings the database to the version that this registry needs, when the application
 * starts. Migrations are applied once each, in order, also where several replicas start
 * at the same time: one of them does it, and the others wait for it. One that was changed
 * after it was applied stops the start.
 */
@Component
@ConditionalOnServing
public class GraphMigrations implements InitializingBean {

	private static final Duration PAUSE = Duration.ofMillis(200);

	/**
	 * How codes end where somebody else has the lock, or has just made what guards it.
	 */
	private static final List<String> TAKEN = List.of("ConstraintValidationFailed", "EquivalentSchemaRuleAlreadyExists",
			"ConstraintAlreadyExists");

	private final Migrations migrations;

	private final Duration patience;

	@Autowired
	GraphMigrations(Driver driver) {
		this(driver, Duration.ofMinutes(2));
	}

	/**
	 * Migrations of a database.
	 * @param driver of the database
	 * @param patience how long another replica is waited for
	 */
	GraphMigrations(Driver driver, Duration patience) {
		this.patience = patience;
		this.migrations = new Migrations(
				MigrationsConfig.builder().withLocationsToScan("classpath:neo4j/migrations").build(), driver);
	}

	@Override
	public void afterPropertiesSet() throws InterruptedException {
		Instant end = Instant.now(Clock.systemUTC()).plus(this.patience);
		while (!isApplied(end)) {
			Thread.sleep(PAUSE);
		}
	}

	private boolean isApplied(Instant end) {
		try {
			this.migrations.apply();
			return true;
		}
		catch (MigrationsException | Neo4jException ex) {
			if (isTaken(ex) && Instant.now(Clock.systemUTC()).isBefore(end)) {
				return false;
			}
			throw ex;
		}
	}

	/** Whether somebody else was migrating, or was about to, so that both met. */
	private static boolean isTaken(RuntimeException thrown) {
		Throwable met = (thrown instanceof MigrationsException) ? thrown.getCause() : thrown;
		return met instanceof TransientException || met instanceof Neo4jException database
				&& TAKEN.stream().anyMatch(String.valueOf(database.code())::endsWith);
	}

}
