package org.jointregistry.importing;

import java.util.List;
import java.util.UUID;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How files are sent, and by whom.
 */
@RegistryTest
class ImportRoutesTests {

	private static final String CONTRIBUTION = WholeFiles.csv("Contribution",
			"key,kind,form,amount,currency,programs,contributors\nODDC,PAID,CASH,5,EUR,EFA,NATION:DEU\n");

	private static final String VERIFY = """
			mutation { contributionVerify(input: {contribution: "%s", idempotencyKey: "%s"}) {
			  contribution { key } } }""";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@AfterEach
	void takeOutWhatTheTestsWrote() {
		ProgramFiles.takeOut(this.driver);
	}

	@Test
	void aFileIsReadThoughItIsCalledAForm() {
		Answer answer = this.registry.as("registrar")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.post("/import/Program.csv?mode=row-by-row&set=half", ProgramFiles.programs(1, 3));
		assertThat(answer.body().path("loaded").intValue()).as(answer.text()).isEqualTo(3);
		assertThat(answer.body().path("key").asString()).startsWith("half/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "curated", "fictional", "directory" })
	void noFileIsSentAsOneThatIsImportedAtAStart(String set) {
		Answer answer = this.registry.as("registrar")
			.post("/import/Program.csv?set=" + set, ProgramFiles.programs(1, 1));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.errorCodes()).containsExactly("BAD_INPUT");
	}

	@Test
	void aFileThatWasBegunOtherwiseIsAConflict() {
		String file = ProgramFiles.programs(4, 5);
		this.registry.as("registrar").post("/import/Program.csv", file);
		run("MATCH (f:ImportFile {set: 'sent'}) SET f.state = 'RUNNING'");
		Answer answer = this.registry.as("registrar").post("/import/Program.csv", file);
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.errorCodes()).containsExactly("CONFLICT");
	}

	@Test
	void whoeverSentAContributionDoesNotVerifyIt() {
		GraphqlSession sender = both("odd-sender");
		assertThat(sender.post("/import/Contribution.csv", CONTRIBUTION).body().path("loaded").intValue()).isOne();
		assertRecordedBy("odd-sender");
		String id = sender.query("{ contributions(where: {key: {eq: \"ODDC\"}}) { nodes { id } } }")
			.all("id")
			.getFirst();
		Answer refused = sender.query(VERIFY.formatted(id, UUID.randomUUID()));
		assertThat(refused.errorCodes()).as(refused.text()).containsExactly("FORBIDDEN");
		assertThat(refused.text()).contains("\"policySentence\":20");
	}

	@Test
	void whoeverSentAChangeDoesNotVerifyItEither() {
		both("odd-first").post("/import/Contribution.csv", CONTRIBUTION);
		both("odd-second").post("/import/Contribution.csv", CONTRIBUTION.replace(",5,", ",6,"));
		assertRecordedBy("odd-second");
		both("odd-third").post("/import/Contribution.csv", CONTRIBUTION.replace(",5,", ",6,") + "\n");
		assertRecordedBy("odd-second");
	}

	private GraphqlSession both(String subject) {
		return this.registry.claiming((claims) -> claims.subject(subject)
			.claim("roles", List.of("REGISTRAR", "PROGRAM_MANAGER"))
			.claim("programs", List.of("EFA")));
	}

	private void assertRecordedBy(String subject) {
		assertThat(run("MATCH (n:Contribution {key: 'ODDC'}) RETURN n.recordedBy")).extracting(Value::asString)
			.containsExactly(subject);
	}

	private List<Value> run(String statement) {
		return ProgramFiles.run(this.driver, statement);
	}

}
