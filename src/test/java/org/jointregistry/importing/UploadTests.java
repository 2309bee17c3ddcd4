package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.audit.AuditTrail;
import org.jointregistry.recording.ReleaseGrounds;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A file that a registrar sends has one effect, however often it is sent and wherever it
 * was interrupted.
 */
@RegistryTest
class UploadTests {

	private static final String HEADER = "key,name,domain,kind,status,parent\n";

	private static final Viewer REGISTRAR = new Viewer("registrar", Set.of(Role.REGISTRAR), null, null, Set.of());

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryFormats formats;

	@Autowired
	private SchemaMap schema;

	@Autowired
	private ReleaseGrounds grounds;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private StartupImport startup;

	@TempDir
	private Path directory;

	@AfterEach
	void takeOutWhatTheTestsWrote() {
		run("MATCH (n:Program|Contribution) WHERE n.key STARTS WITH 'ODD' OPTIONAL MATCH (n)-[:WAS]->(w) DETACH DELETE n, w");
		run("""
				MATCH (f:ImportFile) WHERE f.set IN ['sent', 'directory', 'odd']
				OPTIONAL MATCH (f)<-[:FOUND_IN]-(n) DETACH DELETE f, n""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "auditor", "viewer-deu", "delegate-deu", "manager-efa", "industry-leonardo" })
	void onlyARegistrarImports(String client) {
		Answer answer = this.registry.as(client).post("/import/Nothing.csv?mode=no", "anything");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
		assertThat(answer.text()).contains("sentence 15");
		assertThat(this.registry.as(client).post("/import/Program.csv", programs(1, 1)).status()).isEqualTo(403);
		assertThat(keys()).isEmpty();
		assertThat(this.registry.anonymous().post("/import/Program.csv", programs(1, 1)).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "AuditEntry.csv, 404, NOT_FOUND", "Program.xml, 404, NOT_FOUND",
			"Program.csv?mode=half, 400, BAD_INPUT", "Program.csv?set=A%20B, 400, BAD_INPUT" })
	void whatCannotBeMeantIsRefused(String path, int status, String code) {
		Answer answer = this.registry.as("registrar").post("/import/" + path, programs(1, 1));
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.errorCodes()).containsExactly(code);
	}

	@Test
	void rowsThatCannotBeLoadedAreToldAndTheOthersAreLoaded() {
		String file = HEADER + row("ODD1", "AIR", "") + row("ODD2", "SPACE", "") + row("ODD3", "AIR", "NOWHERE")
				+ row("ODD4", "AIR", "ODD1") + row("ODD1", "SEA", "");
		Answer answer = this.registry.as("registrar").post("/import/Program.csv?mode=row-by-row", file);
		assertReport(answer, 200, "DONE", 5, 2, 3);
		assertThat(keys()).containsExactly("ODD1 AIR", "ODD4 AIR");
		assertThat(findings(answer)).containsExactlyInAnyOrder(
				"3 domain UNKNOWN_ENUM Take one of the values that the schema names for the field.",
				"4 parent UNKNOWN_REFERENCE Import what the row names first, or correct the key.",
				"6 null DUPLICATE_KEY Leave one row with this key in the file.");
	}

	@Test
	void oneRowThatCannotBeLoadedKeepsAllOthersOut() {
		String file = HEADER + row("ODD1", "AIR", "") + row("ODD2", "AIR", "ODD9");
		Answer refused = this.registry.as("registrar").post("/import/Program.csv", file);
		assertReport(refused, 422, "REFUSED", 2, 0, 1);
		assertThat(keys()).isEmpty();
		assertThat(findings(refused)).hasSize(1);
		this.registry.as("registrar").post("/import/Program.csv", HEADER + row("ODD9", "SEA", ""));
		assertReport(this.registry.as("registrar").post("/import/Program.csv", file), 200, "DONE", 2, 2, 0);
		assertThat(keys()).containsExactly("ODD1 AIR", "ODD2 AIR", "ODD9 SEA");
		assertThat(findings(refused)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "all-or-nothing", "row-by-row" })
	void theSameFileHasOneEffect(String mode) {
		String path = "/import/Program.csv?mode=" + mode;
		Answer first = this.registry.as("registrar").post(path, programs(1, 3));
		run("MATCH (n:Program {key: 'ODD2'}) SET n.domain = 'SEA'");
		Answer second = this.registry.as("registrar").post(path, programs(1, 3));
		assertThat(first.body().path("skipped").booleanValue()).isFalse();
		assertThat(second.body().path("skipped").booleanValue()).isTrue();
		assertThat(second.body().path("loaded")).isEqualTo(first.body().path("loaded"));
		assertThat(keys()).containsExactly("ODD1 AIR", "ODD2 SEA", "ODD3 AIR");
	}

	@Test
	void everyFormIsRead() {
		Answer lines = this.registry.as("registrar")
			.post("/import/Program.ndjson",
					"{\"key\": \"ODD1\", \"name\": \"One\", \"domain\": \"AIR\", \"kind\": \"JOINT_DEVELOPMENT\", "
							+ "\"status\": \"ACTIVE\", \"start_year\": 2001, \"cost_amount\": \"12.5\", \"cost_currency\": \"EUR\"}\n");
		assertReport(lines, 200, "DONE", 1, 1, 0);
		ImportSource curated = CsvFiles.file("programs.csv",
				CsvFiles.row("programs.csv", Map.of("program_id", "ODD2", "cost_amount_millions", "1")));
		Answer refused = this.registry.as("registrar")
			.post("/import/programs.csv", new String(curated.content(), java.nio.charset.StandardCharsets.UTF_8));
		assertReport(refused, 422, "REFUSED", 1, 0, 1);
		assertThat(findings(refused)).singleElement().asString().startsWith("2 cost_currency MISSING_VALUE");
		assertThat(run("MATCH (n:Program {key: 'ODD1'}) RETURN n.startYear + ' ' + n.costAmount"))
			.extracting(Value::asString)
			.containsExactly("2001 125000");
	}

	@Test
	void aWrongHeaderIsToldAndNothingIsRead() {
		Answer answer = this.registry.as("registrar").post("/import/Program.csv?mode=row-by-row", "name,key\nA,ODD1\n");
		assertReport(answer, 422, "REFUSED", 0, 0, 1);
		assertThat(findings(answer)).singleElement().asString().startsWith("1 null BAD_HEADER");
	}

	@Test
	void aFileThatIsTooLongForOneTransactionIsNotLoaded() throws IOException {
		assertThat(uploads(Clock.systemUTC(), 4).load(upload(programs(1, 9), ImportMode.ALL_OR_NOTHING)).state())
			.isEqualTo(ImportState.REFUSED);
		assertThat(keys()).isEmpty();
	}

	@Test
	void aRowWaitsForThoseAfterIt() throws IOException {
		String file = HEADER + row("ODD1", "AIR", "ODD4") + row("ODD2", "AIR", "") + row("ODD3", "AIR", "ODD1")
				+ row("ODD4", "AIR", "ODD6") + row("ODD5", "AIR", "NOWHERE") + row("ODD6", "AIR", "");
		UploadReport report = uploads(Clock.systemUTC(), 100).load(upload(file, ImportMode.ROW_BY_ROW));
		assertThat(report.loaded()).isEqualTo(5);
		assertThat(report.rejected()).isEqualTo(1);
		assertThat(run("MATCH (:Program {key: 'ODD3'})-[:PART_OF]->+(p) RETURN p.key ORDER BY p.key"))
			.extracting(Value::asString)
			.containsExactly("ODD1", "ODD4", "ODD6");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7 })
	void whatIsInterruptedGoesOnWhereItWas(int times) throws IOException {
		String file = HEADER + row("ODD1", "AIR", "ODD5") + row("ODD2", "AIR", "") + row("ODD3", "NONE", "")
				+ row("ODD4", "AIR", "") + row("ODD5", "AIR", "") + row("ODD2", "SEA", "");
		Upload upload = upload(file, ImportMode.ROW_BY_ROW);
		assertThatIllegalStateException().isThrownBy(() -> uploads(new StoppingClock(times), 100).load(upload));
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

	@Test
	void ofTwoThatLoadTheSameFileTheFirstStops() throws IOException {
		Upload upload = upload(programs(1, 2), ImportMode.ROW_BY_ROW);
		UploadRecord first = new UploadRecord(upload, "first");
		UploadRecord second = new UploadRecord(upload, "second");
		try (Session session = this.driver.session()) {
			session.executeWriteWithoutResult((graph) -> {
				first.begin(graph, ZonedDateTime.now(Clock.systemUTC()));
				first.hold(graph, 0);
				second.begin(graph, ZonedDateTime.now(Clock.systemUTC()));
				assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> first.hold(graph, 1))
					.matches((refused) -> refused.code() == ErrorCode.CONFLICT);
				second.hold(graph, 1);
				assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> second.hold(graph, 1));
			});
		}
	}

	@Test
	void whatWasBegunRowByRowIsNotLoadedAsAWhole() throws IOException {
		Upload upload = upload(programs(1, 6), ImportMode.ROW_BY_ROW);
		assertThatIllegalStateException().isThrownBy(() -> uploads(new StoppingClock(3), 100).load(upload));
		assertThatExceptionOfType(RegistryException.class)
			.isThrownBy(() -> uploads(Clock.systemUTC(), 100).load(upload(programs(1, 6), ImportMode.ALL_OR_NOTHING)));
	}

	@Test
	void theAuditTrailTellsWhoImportedWhat() {
		String key = this.registry.as("registrar")
			.post("/import/Program.csv", programs(1, 2))
			.body()
			.path("key")
			.asString();
		Answer trail = this.registry.as("auditor").query("""
				{ auditEntries(where: {recordKey: {eq: "%s"}}) { nodes { actor mutation recordType after } }
				  auditVerify { intact } }""".formatted(key));
		assertThat(trail.all("mutation")).containsExactly("import");
		assertThat(trail.all("recordType")).containsExactly("ImportFile");
		assertThat(trail.all("after").getFirst()).contains("\"loaded\":2", "\"sha256\":");
		assertThat(this.registry.as("auditor")
			.query("{ importFiles(where: {key: {eq: \"%s\"}}) { nodes { sentBy mode state } } }".formatted(key))
			.data("/importFiles/nodes/0/state")
			.asString()).isEqualTo("DONE");
	}

	@Test
	void filesOfADirectoryAreImportedAtAStart() throws IOException {
		Files.writeString(this.directory.resolve("Program.csv"), programs(1, 2));
		Files.writeString(this.directory.resolve("Contribution.csv"),
				"key,kind,form,amount,currency,programs,contributors\nODDC,PAID,CASH,5,EUR,ODD2,NATION:DEU\n");
		Files.writeString(this.directory.resolve("readme.txt"), "nothing");
		this.startup.load(this.directory);
		assertThat(run("MATCH (:Contribution {key: 'ODDC'})-[:TOWARDS]->(p) RETURN p.key")).extracting(Value::asString)
			.containsExactly("ODD2");
		this.startup.load(this.directory);
		assertThat(run("MATCH (f:ImportFile {set: 'directory'}) RETURN f.loaded")).extracting(Value::asInt)
			.containsExactlyInAnyOrder(2, 1);
	}

	private static void assertReport(Answer answer, int status, String state, int rows, int loaded, int rejected) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.body().path("state").asString()).isEqualTo(state);
		assertThat(answer.body().path("rows").intValue()).isEqualTo(rows);
		assertThat(answer.body().path("loaded").intValue()).isEqualTo(loaded);
		assertThat(answer.body().path("rejected").intValue()).isEqualTo(rejected);
	}

	private List<String> findings(Answer answer) {
		Answer found = this.registry.as("registrar")
			.query("{ importFindings(where: {file: {key: {eq: \"%s\"}}}) { nodes { line column code remedy } } }"
				.formatted(answer.body().path("key").asString()));
		return found.data("/importFindings/nodes")
			.valueStream()
			.map((finding) -> finding.path("line").asString("null") + " " + finding.path("column").asString("null")
					+ " " + finding.path("code").asString() + " " + finding.path("remedy").asString())
			.toList();
	}

	private Uploads uploads(Clock clock, int rowsAtOnce) {
		ImportSettings settings = new ImportSettings(List.of(), null, ImportMode.ALL_OR_NOTHING,
				DataSize.ofMegabytes(1), rowsAtOnce, 2);
		return new Uploads(this.driver, this.formats, settings,
				new UploadWriter.Parts(this.schema, this.grounds, this.audit, clock));
	}

	private Upload upload(String text, ImportMode mode) throws IOException {
		Path path = this.directory.resolve("Program.csv");
		Files.writeString(path, text);
		return new Upload("odd", "Program.csv", path, SentFile.sha256(path), mode, REGISTRAR);
	}

	private static String programs(int first, int last) {
		StringBuilder file = new StringBuilder(HEADER);
		for (int i = first; i <= last; i++) {
			file.append(row("ODD" + i, "AIR", ""));
		}
		return file.toString();
	}

	private static String row(String key, String domain, String parent) {
		return key + ",Name," + domain + ",JOINT_DEVELOPMENT,ACTIVE," + parent + "\n";
	}

	private List<String> keys() {
		return run("MATCH (n:Program) WHERE n.key STARTS WITH 'ODD' RETURN n.key + ' ' + n.domain AS x ORDER BY x")
			.stream()
			.map(Value::asString)
			.toList();
	}

	private List<Value> run(String statement) {
		return this.driver.executableQuery(statement).execute().records().stream().map((row) -> row.get(0)).toList();
	}

	/** Tells the time some times, and then throws. */
	private static final class StoppingClock extends Clock {

		private int left;

		StoppingClock(int times) {
			this.left = times;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			if (this.left-- <= 0) {
				throw new IllegalStateException("Stopped");
			}
			return Instant.now(Clock.systemUTC());
		}

	}

}
