package org.jointregistry.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import org.jointregistry.embedded.LoopbackDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replicas that meet at an empty database, where not even the lock of migrations is.
 */
@EnabledIfSystemProperty(named = "failures", matches = "true",
		disabledReason = "Databases are started by the profile nightly alone")
class FirstMigrationTests {

	private static final int REPLICAS = 4;

	@RepeatedTest(4)
	void whoeverMeetsThereStartsAndMigrationsAreMadeOnce(@TempDir Path directory) throws Exception {
		try (LoopbackDatabase database = new LoopbackDatabase(directory);
				ExecutorService threads = Executors.newFixedThreadPool(REPLICAS)) {
			CyclicBarrier together = new CyclicBarrier(REPLICAS);
			List<Future<?>> starts = new ArrayList<>();
			for (int replica = 0; replica < REPLICAS; replica++) {
				starts.add(threads.submit(() -> {
					GraphMigrations migrations = new GraphMigrations(database.driver(), Duration.ofMinutes(2));
					together.await();
					migrations.afterPropertiesSet();
					return null;
				}));
			}
			for (Future<?> start : starts) {
				start.get();
			}
			assertThat(database.run("MATCH (made:__Neo4jMigration) RETURN made.version AS version ORDER BY version"))
				.extracting((row) -> row.get("version").asString())
				.containsExactly("0001", "0002", "0003", "0004", "BASELINE");
			assertThat(database.run("MATCH (lock:__Neo4jMigrationsLock) RETURN lock")).isEmpty();
		}
	}

}
