package org.jointregistry.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jointregistry.RegistryClient;
import org.jointregistry.embedded.DemoIssuer;
import org.jointregistry.embedded.EmbeddedNeo4j;
import org.jointregistry.importing.ImportReport;
import org.jointregistry.importing.Importing;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the registry costs beside the database alone: the same work over HTTP with all
 * that the registry does, and by the best statement over Bolt, in turns. Runs in the
 * profile {@code benchmark} on a synthetic registry, and writes its table to
 * {@code target/benchmark.md}. Nothing is asserted of time, but that both do the same.
 * <p>
 * {@code -Dbenchmark.programs} says how many programs there are (1,000),
 * {@code -Dbenchmark.seconds} how long a lap takes (2), {@code -Dbenchmark.laps} how many
 * laps each runs in turn (3), {@code -Dbenchmark.only} a word of the names of those that
 * run (all). With {@code -Dbenchmark.flames=true} one more lap of the registry is drawn
 * as a flame graph under {@code target/flames}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "registry.embedded.directory=target/joint-registry-speed-${random.uuid}",
				"registry.import.sets=curated", "registry.read.timeout=60s", "registry.write.timeout=60s",
				"registry.allowance.points=2000000000" })
@Import({ EmbeddedNeo4j.class, DemoIssuer.class, RegistryClient.class })
@DirtiesContext
class SpeedBenchmark {

	private static final int PROGRAMS = Integer.getInteger("benchmark.programs", 1_000);

	private static final Duration LAP = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 2));

	private static final int LAPS = Integer.getInteger("benchmark.laps", 3);

	private static final String ONLY = System.getProperty("benchmark.only", "");

	private static final List<Integer> CLIENTS = List.of(1, 8, 32);

	/** Requests without which nothing is told of the slowest in a hundred. */
	private static final int ENOUGH = 100;

	/** Slices that are imported at once. */
	private static final int AT_ONCE = 10;

	private static final Path TABLE = Path.of("target", "benchmark.md");

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private Importing importing;

	private final StringBuilder table = new StringBuilder();

	private final List<String> unlike = new ArrayList<>();

	@Test
	void theRegistryBesideTheDatabaseAlone() throws Exception {
		load();
		String questions = QuestionTimes.table(this.registry);
		begin();
		Races races = new Races(this.registry, this.driver);
		Recordings recordings = new Recordings(this.registry, this.driver);
		List<Race> all = new ArrayList<>(races.lists());
		all.addAll(races.insights());
		all.addAll(List.of(recordings.one(), recordings.batch()));
		for (Race race : all) {
			if (race.name().contains(ONLY) && isTheSame(race)) {
				run(race);
				Files.writeString(TABLE, this.table, StandardCharsets.UTF_8);
			}
		}
		this.table.append(questions);
		Files.writeString(TABLE, this.table, StandardCharsets.UTF_8);
		System.out.println(this.table);
		assertThat(this.unlike).isEmpty();
	}

	/** Work that is not the same for both is not timed, and fails in the end. */
	private boolean isTheSame(Race race) {
		try {
			race.requireTheSame(this.driver);
			return true;
		}
		catch (AssertionError | RuntimeException ex) {
			this.unlike.add(race.name() + ": " + ex.getMessage());
			return false;
		}
	}

	private void load() {
		Loaded loaded = new Loaded(this.driver, this.importing);
		loaded.load(Planted.rows());
		Synthetic synthetic = new Synthetic(1);
		for (int made = 0; made < PROGRAMS;) {
			Map<String, StringBuilder> rows = new HashMap<>();
			for (int i = 0; i < AT_ONCE && made < PROGRAMS; i++, made += Slice.PROGRAMS) {
				synthetic.next()
					.forEach((file, text) -> rows.computeIfAbsent(file, (name) -> new StringBuilder()).append(text));
			}
			Map<String, String> texts = new HashMap<>();
			rows.forEach((file, text) -> texts.put(file, text.toString()));
			assertThat(loaded.load(texts)).extracting(ImportReport::rejected).containsOnly(0);
		}
		this.driver.executableQuery("CALL db.prepareForReplanning(600)").execute();
	}

	private void begin() {
		String counts = "RETURN COUNT { (:Program) } AS programs, COUNT { (:Contribution) } AS contributions";
		var row = this.driver.executableQuery(counts).execute().records().getFirst();
		this.table.append(String.format(Locale.ROOT, """
				%,d programs, %,d contributions. Clients, registry and database share one process.

				| operation | clients | requests/s | p50 ms | p99 ms | CPU s/1,000 | bare: requests/s | p50 ms \
				| p99 ms | CPU s/1,000 | time by bare | CPU by bare |
				| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
				""", row.get("programs").asLong(), row.get("contributions").asLong()));
	}

	/** The first lap of each is not told; then they take turns at being the first. */
	private void run(Race race) throws Exception {
		Runnable askDatabase = () -> race.askDatabase(this.driver);
		for (int clients : CLIENTS) {
			Lap.run(clients, LAP, race::askRegistry);
			Lap.run(clients, LAP, askDatabase);
			List<Lap> registry = new ArrayList<>();
			List<Lap> database = new ArrayList<>();
			for (int i = 0; i < LAPS; i++) {
				if (i % 2 == 0) {
					registry.add(Lap.run(clients, LAP, race::askRegistry));
					database.add(Lap.run(clients, LAP, askDatabase));
				}
				else {
					database.add(Lap.run(clients, LAP, askDatabase));
					registry.add(Lap.run(clients, LAP, race::askRegistry));
				}
			}
			if (Boolean.getBoolean("benchmark.flames")) {
				Flames.of((race.name() + " " + clients).replaceAll("[^A-Za-z0-9]+", "-"),
						() -> Lap.run(clients, LAP, race::askRegistry));
			}
			append(race.name(), clients, Lap.together(registry), Lap.together(database));
		}
	}

	private void append(String name, int clients, Lap registry, Lap database) {
		this.table.append(String.format(Locale.ROOT, "| %s | %d | %s | %s | %.2f | %.2f |%n", name, clients,
				cells(registry), cells(database), database.perSecond() / registry.perSecond(),
				registry.processorOfThousand() / database.processorOfThousand()));
	}

	private static String cells(Lap lap) {
		String slowest = (lap.requests() < ENOUGH) ? "" : String.format(Locale.ROOT, "%.1f", lap.millis(0.99));
		return String.format(Locale.ROOT, "%,.1f | %.1f | %s | %.2f", lap.perSecond(), lap.millis(0.5), slowest,
				lap.processorOfThousand());
	}

}
