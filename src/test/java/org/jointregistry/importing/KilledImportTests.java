package org.jointregistry.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import tools.jackson.databind.json.JsonMapper;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.operation.Fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The process that loads a file is killed in the midst of it, and the file is sent again:
 * every row is there once, and the report counts those of before.
 */
@EnabledIfSystemProperty(named = "failures", matches = "true",
		disabledReason = "Replicas are started and killed by the profile nightly alone")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class KilledImportTests {

	private static final int ROWS = 20_000;

	/** Rows that cannot be loaded, besides. */
	private static final int FAULTS = 20;

	/** Rows that are gone through before the process is killed. */
	private static final int BEFORE = 3_000;

	/** Seconds that no statement but that of an import takes. */
	private static final int MIDST = 3;

	private static final String HEADER = "key,kind,form,amount,currency,price_year,marking,programs,contributors,note\n";

	@TempDir
	private static Path directory;

	private static @Nullable Fleet started;

	@BeforeAll
	static void start() throws Exception {
		started = new Fleet(directory, "--registry.import.sets=curated", "--registry.import.chunk=500",
				"--registry.import.timeout=5m");
		started.first().start();
	}

	@AfterAll
	static void stop() {
		if (started != null) {
			started.close();
		}
	}

	private static Fleet fleet() {
		return Objects.requireNonNull(started);
	}

	private static GraphqlSession registrar() {
		return fleet().session(fleet().first(), DemoClient.REGISTRAR, "registrar");
	}

	@Test
	void rowByRowGoesOnWhereItsProcessWasKilled() throws Exception {
		String path = "/import/Contribution.csv?mode=row-by-row&set=rows";
		String file = contributions("ROW", FAULTS);
		killWhileLoading(path, file, () -> told("rows", "loaded") >= BEFORE);
		int before = told("rows", "loaded");
		assertThat(before).isBetween(BEFORE, ROWS - 1);
		assertThat(keys("ROW")).hasSize(before);
		fleet().first().start();
		assertReport(registrar().post(path, file), FAULTS, false);
		assertThereOnce("ROW");
		assertThat(run("MATCH (n)-[:FOUND_IN]->({set: 'rows'}) WHERE n.severity = 'REJECTED' RETURN n.line"))
			.hasSize(FAULTS)
			.doesNotHaveDuplicates();
		assertThat(loadedByTheTrail("rows/")).isEqualTo(ROWS);
		assertReport(registrar().post(path, file), FAULTS, true);
		assertThereOnce("ROW");
	}

	@Test
	void allOrNothingLeavesNothingWhereItsProcessWasKilled() throws Exception {
		String path = "/import/Contribution.csv?mode=all-or-nothing&set=whole";
		String file = contributions("WHOLE", 0);
		killWhileLoading(path, file, KilledImportTests::isInTheMidst);
		assertThat(keys("WHOLE")).isEmpty();
		assertThat(run("MATCH (f:ImportFile {set: 'whole'}) RETURN f.key")).isEmpty();
		assertThat(loadedByTheTrail("whole/")).isZero();
		fleet().first().start();
		assertReport(registrar().post(path, file), 0, false);
		assertThereOnce("WHOLE");
		assertThat(loadedByTheTrail("whole/")).isEqualTo(ROWS);
		assertReport(registrar().post(path, file), 0, true);
	}

	@Test
	void whatAProcessWasSentIsDeletedAtAStartAfterItWasKilledAndNotBefore() throws Exception {
		try (Socket socket = new Socket("127.0.0.1", URI.create(fleet().first().url()).getPort())) {
			sendHalf(socket.getOutputStream());
			await(() -> !left().isEmpty());
			fleet().second().start();
			assertThat(left()).isNotEmpty();
			fleet().first().kill();
		}
		assertThat(left()).isNotEmpty();
		fleet().second().kill();
		fleet().first().start();
		assertThat(left()).isEmpty();
	}

	private static String contributions(String prefix, int faults) {
		StringBuilder rows = new StringBuilder(HEADER);
		for (int row = 0; row < ROWS + faults; row++) {
			boolean isFault = row % 1000 == 999 && row / 1000 < faults;
			rows.append("%s%05d,%s,CASH,%d.5,EUR,2020,PARTNERS,EFA,NATION:DEU,Invented%n".formatted(prefix, row,
					isFault ? "LENT" : "PAID", row + 1));
		}
		return WholeFiles.csv("Contribution", rows.toString());
	}

	/** Sends a file, and kills the process when it has come so far. */
	private static void killWhileLoading(String path, String file, BooleanSupplier farEnough) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Answer> sent = threads.submit(() -> registrar().post(path, file));
			try {
				await(() -> sent.isDone() || farEnough.getAsBoolean());
			}
			finally {
				fleet().first().kill();
			}
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(sent::get)
				.withCauseInstanceOf(UncheckedIOException.class);
		}
		await(() -> run("SHOW TRANSACTIONS YIELD transactionId RETURN transactionId").size() <= 1);
	}

	private static void await(BooleanSupplier condition) {
		try {
			while (!condition.getAsBoolean()) {
				Thread.sleep(50);
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether a transaction lasts as long as that of an import alone does. */
	private static boolean isInTheMidst() {
		return !run("SHOW TRANSACTIONS YIELD elapsedTime WHERE elapsedTime.seconds >= %d RETURN elapsedTime.seconds"
			.formatted(MIDST)).isEmpty();
	}

	private static void sendHalf(OutputStream request) throws IOException {
		byte[] half = contributions("HALF", 0).substring(0, 500_000).getBytes(StandardCharsets.UTF_8);
		request.write("""
				POST /import/Contribution.csv?mode=row-by-row&set=half HTTP/1.1\r
				Host: 127.0.0.1\r
				Authorization: Bearer %s\r
				Content-Length: %d\r
				\r
				""".formatted(fleet().token(DemoClient.REGISTRAR, "registrar"), 2 * half.length)
			.getBytes(StandardCharsets.UTF_8));
		request.write(half);
		request.flush();
	}

	/** What is in the directory for temporary files of what was sent. */
	private static List<Path> left() {
		try (Stream<Path> files = Files.list(fleet().temporary())) {
			return files.filter((file) -> String.valueOf(file.getFileName()).startsWith("registry-import")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void assertReport(Answer answer, int rejected, boolean skipped) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(new JsonMapper().readValue(answer.text(), UploadReport.class))
			.extracting(UploadReport::state, UploadReport::rows, UploadReport::loaded, UploadReport::rejected,
					UploadReport::skipped)
			.containsExactly(ImportState.DONE, (long) ROWS + rejected, (long) ROWS, (long) rejected, skipped);
	}

	private static void assertThereOnce(String prefix) {
		assertThat(keys(prefix)).hasSize(ROWS).doesNotHaveDuplicates();
		String made = "MATCH (made:Contribution) WHERE made.key STARTS WITH '%s' ".formatted(prefix);
		assertThat(number(made + "MATCH (made)-[:TOWARDS]->(:Program {key: 'EFA'}) RETURN count(*)")).isEqualTo(ROWS);
		assertThat(number(made + "MATCH (made)-[edge]-(other) WITH made, other, type(edge) AS type, "
				+ "properties(edge) AS facts, count(*) AS edges WHERE edges > 1 RETURN count(*)"))
			.isZero();
	}

	private static List<String> keys(String prefix) {
		return run("MATCH (made:Contribution) WHERE made.key STARTS WITH '%s' RETURN made.key".formatted(prefix))
			.stream()
			.map(Value::asString)
			.toList();
	}

	private static int told(String set, String count) {
		return run("MATCH (f:ImportFile {set: '%s'}) RETURN f.%s".formatted(set, count)).stream()
			.mapToInt(Value::asInt)
			.sum();
	}

	/** How many rows were loaded by the entries of the audit trail. */
	private static int loadedByTheTrail(String file) {
		return run(
				"MATCH (entry:AuditEntry {mutation: 'import'}) WHERE entry.recordKey STARTS WITH '%s' ".formatted(file)
						+ "RETURN entry.after")
			.stream()
			.mapToInt((after) -> new JsonMapper().readTree(after.asString()).path("loaded").asInt())
			.sum();
	}

	private static int number(String cypher) {
		return run(cypher).getFirst().asInt();
	}

	private static List<Value> run(String cypher) {
		return fleet().database().run(cypher).stream().map((Record row) -> row.get(0)).toList();
	}

}
