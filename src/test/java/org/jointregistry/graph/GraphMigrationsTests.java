package org.jointregistry.graph;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import ac.simons.neo4j.migrations.core.MigrationsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Several replicas start at once: one of them migrates the database, and all of them
 * start.
 */
@RegistryTest
class GraphMigrationsTests {

	/** The last migration, which may be applied twice. */
	private static final String FORGET = "MATCH (last:__Neo4jMigration {version: '0004'}) DETACH DELETE last";

	private static final String LOCK = "CREATE (:__Neo4jMigrationsLock {id: 'test', name: 'John Doe'})";

	private static final String UNLOCK = "MATCH (lock:__Neo4jMigrationsLock) DELETE lock";

	private static final String APPLIED = "MATCH (last:__Neo4jMigration {version: '0004'}) RETURN count(*) AS n";

	@Autowired
	private Driver driver;

	@AfterEach
	void mend() throws InterruptedException {
		run(UNLOCK);
		new GraphMigrations(this.driver).afterPropertiesSet();
	}

	private void run(String cypher) {
		this.driver.executableQuery(cypher).execute();
	}

	private Callable<Boolean> start(Duration patience) {
		return () -> {
			new GraphMigrations(this.driver, patience).afterPropertiesSet();
			return true;
		};
	}

	@Test
	void whoStartsMeanwhileWaitsForTheOther() throws Exception {
		run(FORGET);
		run(LOCK);
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			List<Future<Boolean>> starts = List.of(threads.submit(start(Duration.ofMinutes(1))),
					threads.submit(start(Duration.ofMinutes(1))));
			assertThatThrownBy(() -> starts.getFirst().get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
			run(UNLOCK);
			for (Future<Boolean> start : starts) {
				assertThat(start.get(1, TimeUnit.MINUTES)).isTrue();
			}
		}
		assertThat(this.driver.executableQuery(APPLIED).execute().records().getFirst().get("n").asInt()).isOne();
	}

	@Test
	void aLockThatStaysStopsTheStart() {
		run(FORGET);
		run(LOCK);
		assertThatExceptionOfType(MigrationsException.class).isThrownBy(() -> start(Duration.ZERO).call());
	}

}
