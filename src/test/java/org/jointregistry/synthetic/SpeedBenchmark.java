package org.jointregistry.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jointregistry.GraphqlSession;
import org.jointregistry.NodeProject;
import org.jointregistry.RegistryClient;
import org.jointregistry.embedded.DemoIssuer;
import org.jointregistry.embedded.EmbeddedNeo4j;
import org.jointregistry.importing.ImportReport;
import org.jointregistry.importing.Importing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the registry costs beside the database alone, and beside what users would choose
 * instead: the same work over HTTP with all that the registry does, by the best statement
 * over Bolt, and by the GraphQL library of Neo4j where it can, in turns. Runs in the
 * profile {@code benchmark} on a synthetic registry, and writes its table to
 * {@code target/benchmark.md}. Nothing is asserted of time, but that all do the same.
 * <p>
 * {@code -Dbenchmark.programs} says how many programs there are (1,000),
 * {@code -Dbenchmark.seconds} how long a lap takes (2), {@code -Dbenchmark.laps} how many
 * laps each runs in turn (3), {@code -Dbenchmark.clients} how many clients ask at once
 * (1,8,32), {@code -Dbenchmark.warm} for how many seconds each is asked by eight clients
 * before its first lap (10), {@code -Dbenchmark.only} a word of the names of those that
 * run (all), {@code -Dbenchmark.directory} where the database is kept for the next run,
 * which then loads anew what is planted alone. With {@code -Dbenchmark.flames=true} one
 * more lap of the registry is drawn as a flame graph under {@code target/flames}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "registry.embedded.directory=${benchmark.directory:target/joint-registry-speed-${random.uuid}}",
				"registry.import.sets=curated", "registry.read.timeout=60s", "registry.write.timeout=60s",
				"registry.allowance.points=2000000000" })
@Import({ EmbeddedNeo4j.class, DemoIssuer.class, RegistryClient.class })
@DirtiesContext
class SpeedBenchmark {

	private static final int PROGRAMS = Integer.getInteger("benchmark.programs", 1_000);

	private static final Duration LAP = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 2));

	private static final int LAPS = Integer.getInteger("benchmark.laps", 3);

	private static final String ONLY = System.getProperty("benchmark.only", "");

	private static final List<Integer> CLIENTS = Stream.of(System.getProperty("benchmark.clients", "1,8,32").split(","))
		.map(Integer::valueOf)
		.toList();

	private static final int LARGEST_TIMES = 16;

	private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("benchmark.warm", 10));

	private static final int WARM_CLIENTS = 8;

	/** Slices that are imported at once. */
	private static final int AT_ONCE = 5;

	private static final Path TABLE = Path.of("target", "benchmark.md");

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private Importing importing;

	@Autowired
	private Neo4jConnectionDetails database;

	private final SpeedTable table = new SpeedTable();

	private final List<String> unlike = new ArrayList<>();

	@Test
	void theRegistryBesideTheDatabaseAloneAndTheLibrary() throws Exception {
		load();
		String questions = QuestionTimes.table(this.registry)
				+ new LargestTimes(this.driver).table(this.registry, LARGEST_TIMES);
		NodeProject yardstick = new NodeProject("yardstick");
		String missing = yardstick.install();
		this.table.begin(this.driver, missing);
		if (missing.isEmpty()) {
			try (Library library = new Library(yardstick, this.database.getUri(), this.driver)) {
				runAll(library);
			}
		}
		else {
			runAll(null);
		}
		this.table.end(questions);
		write();
		System.out.println(this.table);
		assertThat(this.unlike).isEmpty();
	}

	private void runAll(@Nullable Library library) throws Exception {
		Races races = new Races(this.registry, this.driver);
		Recordings recordings = new Recordings(this.registry, this.driver);
		List<Race> all = new ArrayList<>(races.lists());
		all.addAll(races.insights());
		all.addAll(List.of(recordings.one(), recordings.batch()));
		for (Race race : all) {
			if (race.name().contains(ONLY) && isTheSame(race.name(), () -> race.requireTheSame(this.driver))) {
				run(race, byLibrary(race, library));
				write();
			}
		}
	}

	private void write() throws IOException {
		Files.writeString(TABLE, this.table.toString(), StandardCharsets.UTF_8);
	}

	/** Work that is not the same is not timed, and fails in the end. */
	private boolean isTheSame(String name, Runnable comparison) {
		try {
			comparison.run();
			return true;
		}
		catch (AssertionError | RuntimeException ex) {
			this.unlike.add(name + ": " + ex.getMessage());
			return false;
		}
	}

	private @Nullable Competitor byLibrary(Race race, @Nullable Library library) {
		if (library == null) {
			return null;
		}
		return switch (race.byLibrary()) {
			case LibraryWork.None none -> {
				this.table.note(race.name(), none.reason());
				yield null;
			}
			case LibraryWork.Document work -> {
				if (!isTheSame(race.name(), () -> race.requireTheSame(library, work))) {
					this.table.note(race.name(), "It tells something else.");
					yield null;
				}
				GraphqlSession session = work.session(library);
				yield Competitor.with(() -> work.ask(session), library::processorTime);
			}
		};
	}

	private void load() {
		Loaded loaded = new Loaded(this.driver, this.importing);
		boolean kept = isLoaded();
		if (kept) {
			loaded.takeOutPlanted();
		}
		loaded.load(Planted.rows());
		if (kept) {
			return;
		}
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

	/** What was loaded before stands in the directory that was given. */
	private boolean isLoaded() {
		return this.driver
			.executableQuery("MATCH (p:Program) WHERE p.key STARTS WITH 'FX-G-' RETURN count(p) AS programs")
			.execute()
			.records()
			.getFirst()
			.get("programs")
			.asInt() >= PROGRAMS;
	}

	/** They take turns at being the first. */
	private void run(Race race, @Nullable Competitor library) throws Exception {
		Competitor registry = Competitor.here(race::askRegistry);
		Competitor database = Competitor.here(() -> race.askDatabase(this.driver));
		List<Competitor> all = Stream.of(registry, database, library).filter(Objects::nonNull).toList();
		for (Competitor each : all) {
			each.lap(WARM_CLIENTS, WARM);
		}
		for (int clients : CLIENTS) {
			for (int i = 0; i < LAPS * all.size(); i++) {
				int turn = i / all.size();
				all.get((turn + i) % all.size()).run(clients, LAP);
			}
			if (Boolean.getBoolean("benchmark.flames")) {
				Flames.of((race.name() + " " + clients).replaceAll("[^A-Za-z0-9]+", "-"),
						() -> registry.lap(clients, LAP));
			}
			this.table.append(race.name(), clients, registry.seen(), database.seen(),
					(library != null) ? library.seen() : null);
		}
	}

}
