package org.jointregistry.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file that a registrar sends has one effect, however often it is sent and wherever it
 * was interrupted.
 */
@RegistryTest
class UploadTests {

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private StartupImport startup;

	@TempDir
	private Path directory;

	@AfterEach
	void takeOutWhatTheTestsWrote() {
		ProgramFiles.takeOut(this.driver);
	}

	@ParameterizedTest
	@ValueSource(strings = { "auditor", "viewer-deu", "delegate-deu", "manager-efa", "industry-leonardo" })
	void onlyARegistrarImports(String client) {
		Answer answer = this.registry.as(client).post("/import/Nothing.csv?mode=no", "anything");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
		assertThat(answer.text()).contains("sentence 15");
		assertThat(this.registry.as(client).post("/import/Program.csv", ProgramFiles.programs(1, 1)).status())
			.isEqualTo(403);
		assertThat(keys()).isEmpty();
		assertThat(this.registry.anonymous().post("/import/Program.csv", ProgramFiles.programs(1, 1)).status())
			.isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "AuditEntry.csv, 404, NOT_FOUND", "Program.xml, 404, NOT_FOUND",
			"Program.csv?mode=half, 400, BAD_INPUT", "Program.csv?set=A%20B, 400, BAD_INPUT" })
	void whatCannotBeMeantIsRefused(String path, int status, String code) {
		Answer answer = this.registry.as("registrar").post("/import/" + path, ProgramFiles.programs(1, 1));
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.errorCodes()).containsExactly(code);
	}

	@Test
	void rowsThatCannotBeLoadedAreToldAndTheOthersAreLoaded() {
		String file = ProgramFiles.HEADER + ProgramFiles.row("ODD1", "AIR", "") + ProgramFiles.row("ODD2", "MOON", "")
				+ ProgramFiles.row("ODD3", "AIR", "NOWHERE") + ProgramFiles.row("ODD4", "AIR", "ODD1")
				+ ProgramFiles.row("ODD1", "SEA", "");
		Answer answer = this.registry.as("registrar").post("/import/Program.csv?mode=row-by-row", file);
		assertReport(answer, 200, "DONE", 5, 2, 3);
		assertThat(keys()).containsExactly("ODD1 AIR", "ODD4 AIR");
		assertThat(findings(answer)).containsExactlyInAnyOrder(
				"3 domain UNKNOWN_ENUM Take one of the values that the schema names for the field.",
				"4 parent UNKNOWN_REFERENCE Import what the row names first, or correct the key; of a file that is DONE, "
						+ "then send the rejected rows in a file of their own.",
				"6 null DUPLICATE_KEY Leave one row with this key in the file.");
	}

	@Test
	void oneRowThatCannotBeLoadedKeepsAllOthersOut() {
		String file = ProgramFiles.HEADER + ProgramFiles.row("ODD1", "AIR", "")
				+ ProgramFiles.row("ODD2", "AIR", "ODD9");
		Answer refused = this.registry.as("registrar").post("/import/Program.csv", file);
		assertReport(refused, 422, "REFUSED", 2, 0, 1);
		assertThat(keys()).isEmpty();
		assertThat(findings(refused)).hasSize(1);
		this.registry.as("registrar")
			.post("/import/Program.csv", ProgramFiles.HEADER + ProgramFiles.row("ODD9", "SEA", ""));
		assertReport(this.registry.as("registrar").post("/import/Program.csv", file), 200, "DONE", 2, 2, 0);
		assertThat(keys()).containsExactly("ODD1 AIR", "ODD2 AIR", "ODD9 SEA");
		assertThat(findings(refused)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "all-or-nothing", "row-by-row" })
	void theSameFileHasOneEffect(String mode) {
		String path = "/import/Program.csv?mode=" + mode;
		Answer first = this.registry.as("registrar").post(path, ProgramFiles.programs(1, 3));
		run("MATCH (n:Program {key: 'ODD2'}) SET n.domain = 'SEA'");
		Answer second = this.registry.as("registrar").post(path, ProgramFiles.programs(1, 3));
		assertThat(first.body().path("skipped").booleanValue()).isFalse();
		assertThat(second.body().path("skipped").booleanValue()).isTrue();
		assertThat(second.body().path("loaded")).isEqualTo(first.body().path("loaded"));
		assertThat(keys()).containsExactly("ODD1 AIR", "ODD2 SEA", "ODD3 AIR");
	}

	@Test
	void everyFormIsRead() {
		Answer lines = this.registry.as("registrar")
			.post("/import/Program.ndjson", WholeFiles.ndjson("Program",
					"{\"key\": \"ODD1\", \"name\": \"One\", \"domain\": \"AIR\", \"kind\": \"JOINT_DEVELOPMENT\", "
							+ "\"status\": \"ACTIVE\", \"start_year\": 2001, \"cost_amount\": \"12.5\", \"cost_currency\": \"EUR\"}\n"));
		assertReport(lines, 200, "DONE", 1, 1, 0);
		Map<String, String> row = CsvFiles.row("programs.csv",
				Map.of("program_id", "ODD2", "cost_amount_millions", "1"));
		FileFormats.find("programs.csv").orElseThrow().header().forEach((column) -> row.putIfAbsent(column, ""));
		ImportSource curated = CsvFiles.file("programs.csv", row);
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
	void theAuditTrailTellsWhoImportedWhat() {
		String key = this.registry.as("registrar")
			.post("/import/Program.csv", ProgramFiles.programs(1, 2))
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
		Files.writeString(this.directory.resolve("Program.csv"), ProgramFiles.programs(1, 2));
		Files.writeString(this.directory.resolve("Contribution.csv"), WholeFiles.csv("Contribution",
				"key,kind,form,amount,currency,programs,contributors\nODDC,PAID,CASH,5,EUR,ODD2,NATION:DEU\n"));
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

	private List<String> keys() {
		return run("MATCH (n:Program) WHERE n.key STARTS WITH 'ODD' RETURN n.key + ' ' + n.domain AS x ORDER BY x")
			.stream()
			.map(Value::asString)
			.toList();
	}

	private List<Value> run(String statement) {
		return ProgramFiles.run(this.driver, statement);
	}

}
