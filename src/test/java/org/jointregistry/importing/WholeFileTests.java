package org.jointregistry.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
 * A file that says not all of its records changes none of them: what it leaves out, such
 * as to whom they are shown, stays.
 */
@RegistryTest
class WholeFileTests {

	private static final String PART = "key,name,domain,kind,status\nODD1,New,AIR,JOINT_DEVELOPMENT,ACTIVE\n";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private StartupImport startup;

	@TempDir
	private Path directory;

	@BeforeEach
	void hide() {
		String hidden = "key,name,domain,kind,status,marking,originator,end_year\n"
				+ "ODD1,Old,AIR,JOINT_DEVELOPMENT,ACTIVE,ORIGINATOR,DEU,2001\n";
		assertThat(post("Program.csv", WholeFiles.csv("Program", hidden)).status()).isEqualTo(200);
		assertThat(visibleToAnother()).isZero();
	}

	@AfterEach
	void takeOutWhatTheTestsWrote() {
		ProgramFiles.takeOut(this.driver);
	}

	@ParameterizedTest
	@ValueSource(strings = { "all-or-nothing", "row-by-row" })
	void aFileThatLacksColumnsIsRefused(String mode) {
		Answer answer = post("Program.csv?mode=" + mode, PART);
		assertThat(answer.status()).isEqualTo(422);
		assertNothingChanged();
		assertThat(findings()).singleElement()
			.asString()
			.startsWith("1 MISSING_COLUMNS The header lacks ")
			.contains("figures_marking", "marking", "releasable_to", "end_year");
	}

	@Test
	void oneColumnThatIsLackingIsEnough() {
		String whole = WholeFiles.csv("Program", PART);
		String lacking = whole.replace(",end_year", "").replace(",,\n", ",\n");
		assertThat(post("Program.csv", lacking).status()).isEqualTo(422);
		assertNothingChanged();
	}

	@ParameterizedTest
	@ValueSource(strings = { "all-or-nothing", "row-by-row" })
	void aLineOfJsonThatLacksKeysIsNotLoaded(String mode) {
		String part = "{\"key\": \"ODD1\", \"name\": \"New\", \"domain\": \"AIR\", \"kind\": \"JOINT_DEVELOPMENT\", "
				+ "\"status\": \"ACTIVE\"}\n";
		String whole = WholeFiles.ndjson("Program", part.replace("ODD1", "ODD2"));
		Answer answer = post("Program.ndjson?mode=" + mode, part + whole);
		assertThat(answer.body().path("rejected").intValue()).isEqualTo(1);
		assertNothingChanged();
		assertThat(findings()).singleElement()
			.asString()
			.startsWith("1 MISSING_COLUMNS The line lacks ")
			.contains("marking", "end_year");
	}

	@Test
	void aFileInTheFormOfACuratedOneIsWholeToo() {
		ImportSource part = CsvFiles.file("programs.csv",
				CsvFiles.row("programs.csv", Map.of("program_id", "ODD1", "name", "New")));
		assertThat(post("programs.csv", new String(part.content(), StandardCharsets.UTF_8)).status()).isEqualTo(422);
		assertNothingChanged();
	}

	@Test
	void aFileOfADirectoryIsWholeToo() throws IOException {
		Files.writeString(this.directory.resolve("Program.csv"), PART);
		this.startup.load(this.directory);
		assertNothingChanged();
		assertThat(findings()).singleElement().asString().startsWith("1 MISSING_COLUMNS");
	}

	@ParameterizedTest
	@CsvSource({ "all-or-nothing, ISO-8859-1, 422, 2 MALFORMED The value is not in UTF-8",
			"row-by-row, ISO-8859-1, 200, 2 MALFORMED The value is not in UTF-8",
			"row-by-row, UTF-16, 422, 1 MALFORMED The header is not in UTF-8" })
	void aFileThatIsNotInUtf8ChangesNothing(String mode, Charset encoding, int status, String finding)
			throws IOException {
		byte[] bytes = WholeFiles.csv("Program", PART.replace("New", "N\u00e9w")).getBytes(encoding);
		Answer answer = this.registry.as("registrar").post("/import/Program.csv?mode=" + mode, bytes);
		assertThat(answer.status()).isEqualTo(status);
		assertNothingChanged();
		assertThat(findings()).containsExactly(finding);
		Files.write(this.directory.resolve("Program.csv"), bytes);
		this.startup.load(this.directory);
		assertNothingChanged();
	}

	private Answer post(String file, String text) {
		return this.registry.as("registrar").post("/import/" + file, text);
	}

	private void assertNothingChanged() {
		assertThat(run("MATCH (n:Program {key: 'ODD1'}) RETURN n.name + n.marking + n.endYear"))
			.extracting(Value::asString)
			.containsExactly("OldORIGINATOR2001");
		assertThat(visibleToAnother()).isZero();
	}

	private int visibleToAnother() {
		return this.registry.as("viewer-usa")
			.query("{ programs(where: {key: {eq: \"ODD1\"}}) { totalCount } }")
			.data("/programs/totalCount")
			.intValue();
	}

	private List<String> findings() {
		return run("MATCH (n:ImportFinding)-[:FOUND_IN]->(f:ImportFile) WHERE f.set IN ['sent', 'directory']"
				+ " RETURN n.line + ' ' + n.code + ' ' + n.reason")
			.stream()
			.map(Value::asString)
			.toList();
	}

	private List<Value> run(String statement) {
		return ProgramFiles.run(this.driver, statement);
	}

}
