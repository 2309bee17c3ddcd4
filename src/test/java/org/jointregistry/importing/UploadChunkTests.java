package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jointregistry.RegistryTest;
import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A file is written in chunks, two rows each here, and goes on where it was interrupted.
 */
@RegistryTest
class UploadChunkTests {

	private static final Viewer REGISTRAR = new Viewer("registrar", Set.of(Role.REGISTRAR), null, null, Set.of());

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryFormats formats;

	@Autowired
	private UploadWriter.Parts parts;

	@TempDir
	private Path directory;

	@AfterEach
	void takeOutWhatTheTestsWrote() {
		ProgramFiles.takeOut(this.driver);
	}

	@Test
	void aFileThatIsTooLongForOneTransactionIsNotLoaded() throws IOException {
		assertThat(uploads(Clock.systemUTC(), 4).load(upload(ProgramFiles.programs(1, 9), ImportMode.ALL_OR_NOTHING))
			.state()).isEqualTo(ImportState.REFUSED);
		assertThat(keys()).isEmpty();
	}

	@Test
	void aRowWaitsForThoseAfterIt() throws IOException {
		String file = ProgramFiles.HEADER + ProgramFiles.row("ODD1", "AIR", "ODD4")
				+ ProgramFiles.row("ODD2", "AIR", "") + ProgramFiles.row("ODD3", "AIR", "ODD1")
				+ ProgramFiles.row("ODD4", "AIR", "ODD6") + ProgramFiles.row("ODD5", "AIR", "NOWHERE")
				+ ProgramFiles.row("ODD6", "AIR", "");
		UploadReport report = uploads(Clock.systemUTC(), 100).load(upload(file, ImportMode.ROW_BY_ROW));
		assertThat(report.loaded()).isEqualTo(5);
		assertThat(report.rejected()).isEqualTo(1);
		assertThat(run("MATCH (:Program {key: 'ODD3'})-[:PART_OF]->+(p) RETURN p.key ORDER BY p.key"))
			.extracting(Value::asString)
			.containsExactly("ODD1", "ODD4", "ODD6");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6 })
	void whatIsInterruptedGoesOnWhereItWas(int times) throws IOException {
		String file = ProgramFiles.HEADER + ProgramFiles.row("ODD1", "AIR", "ODD5")
				+ ProgramFiles.row("ODD2", "AIR", "") + ProgramFiles.row("ODD3", "NONE", "")
				+ ProgramFiles.row("ODD4", "AIR", "") + ProgramFiles.row("ODD5", "AIR", "")
				+ ProgramFiles.row("ODD2", "SEA", "");
		Upload upload = upload(file, ImportMode.ROW_BY_ROW);
		assertThatIllegalStateException().isThrownBy(() -> uploads(StoppingClock.after(times), 100).load(upload));
		List<String> before = keys();
		run("MATCH (n:Program) WHERE n.key STARTS WITH 'ODD' SET n.domain = 'SEA'");
		UploadReport report = uploads(Clock.systemUTC(), 100).load(upload);
		assertThat(report).isEqualTo(new UploadReport(upload.key(), ImportState.DONE, 6, 4, 2, false));
		assertThat(keys()).hasSize(4);
		assertThat(run("MATCH (n:Program) WHERE n.key STARTS WITH 'ODD' AND n.domain = 'SEA' RETURN n.key"))
			.hasSameSizeAs(before);
		assertThat(
				run("MATCH (n)-[:FOUND_IN]->(:ImportFile {set: 'odd'}) RETURN n.line + ' ' + n.code AS x ORDER BY x"))
			.extracting(Value::asString)
			.containsExactly("4 UNKNOWN_ENUM", "7 DUPLICATE_KEY");
		assertThat(run("MATCH (:Program {key: 'ODD1'})-[:PART_OF]->(p) RETURN p.key")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5 })
	void linesThatCannotBeReadAreToldOnceWhereverItIsInterrupted(int times) throws IOException {
		Path path = this.directory.resolve("Program.ndjson");
		String good = "{\"key\": \"ODD%d\", \"name\": \"n\", \"domain\": \"AIR\", \"kind\": \"JOINT_DEVELOPMENT\", "
				+ "\"status\": \"ACTIVE\"}\n";
		Files.writeString(path, WholeFiles.ndjson("Program", good.formatted(1) + good.formatted(2)) + "{\n"
				+ WholeFiles.ndjson("Program", good.formatted(3)) + "]\n");
		Upload upload = new Upload("odd", "Program.ndjson", path, SentFile.sha256(path), ImportMode.ROW_BY_ROW,
				REGISTRAR);
		assertThatIllegalStateException().isThrownBy(() -> uploads(StoppingClock.after(times), 100).load(upload));
		assertThat(uploads(Clock.systemUTC(), 100).load(upload))
			.isEqualTo(new UploadReport(upload.key(), ImportState.DONE, 5, 3, 2, false));
		assertThat(run("MATCH (n)-[:FOUND_IN]->(:ImportFile {set: 'odd'}) RETURN n.line ORDER BY n.line"))
			.extracting(Value::asInt)
			.containsExactly(3, 5);
	}

	@Test
	void ofTwoThatLoadTheSameFileTheFirstStops() throws IOException {
		Upload upload = upload(ProgramFiles.programs(1, 2), ImportMode.ROW_BY_ROW);
		UploadRecord first = new UploadRecord(upload, "first");
		UploadRecord second = new UploadRecord(upload, "second");
		try (Session session = this.driver.session()) {
			session.executeWriteWithoutResult((graph) -> {
				first.begin(graph, ZonedDateTime.now(Clock.systemUTC()));
				first.hold(graph, 0);
				second.begin(graph, ZonedDateTime.now(Clock.systemUTC()));
				assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> first.hold(graph, 1))
					.matches((refused) -> refused.code() == ErrorCode.CONFLICT);
				assertThatExceptionOfType(RegistryException.class)
					.isThrownBy(() -> first.end(graph, 1, ZonedDateTime.now(Clock.systemUTC())));
				second.hold(graph, 1);
				assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> second.hold(graph, 1));
			});
		}
	}

	@Test
	void whatWasBegunRowByRowIsNotLoadedAsAWhole() throws IOException {
		Upload upload = upload(ProgramFiles.programs(1, 6), ImportMode.ROW_BY_ROW);
		assertThatIllegalStateException().isThrownBy(() -> uploads(StoppingClock.after(3), 100).load(upload));
		assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> uploads(Clock.systemUTC(), 100)
			.load(upload(ProgramFiles.programs(1, 6), ImportMode.ALL_OR_NOTHING)));
	}

	@Test
	@Timeout(60)
	void aTransactionThatTakesTooLongIsEnded() throws IOException {
		Upload upload = upload(ProgramFiles.programs(1, 2), ImportMode.ROW_BY_ROW);
		try (Session session = this.driver.session(); Transaction other = session.beginTransaction()) {
			other.run("MERGE (f:ImportFile {key: $key}) SET f.set = 'odd'", Map.of("key", upload.key())).consume();
			assertThatExceptionOfType(Neo4jException.class)
				.isThrownBy(() -> uploads(Clock.systemUTC(), 100, Duration.ofMillis(500)).load(upload));
		}
		assertThat(keys()).isEmpty();
	}

	private Uploads uploads(Clock clock, int rowsAtOnce) {
		return uploads(clock, rowsAtOnce, Duration.ofMinutes(1));
	}

	private Uploads uploads(Clock clock, int rowsAtOnce, Duration timeout) {
		ImportSettings settings = new ImportSettings(List.of(), null, ImportMode.ALL_OR_NOTHING,
				DataSize.ofMegabytes(1), rowsAtOnce, 2, timeout);
		return new Uploads(this.driver, this.formats, settings,
				new UploadWriter.Parts(this.parts.schema(), this.parts.grounds(), this.parts.audit(), clock));
	}

	private Upload upload(String text, ImportMode mode) throws IOException {
		Path path = this.directory.resolve("Program.csv");
		Files.writeString(path, text);
		return new Upload("odd", "Program.csv", path, SentFile.sha256(path), mode, REGISTRAR);
	}

	private List<String> keys() {
		return run("MATCH (n:Program) WHERE n.key STARTS WITH 'ODD' RETURN n.key ORDER BY n.key").stream()
			.map(Value::asString)
			.toList();
	}

	private List<Value> run(String statement) {
		return ProgramFiles.run(this.driver, statement);
	}

}
