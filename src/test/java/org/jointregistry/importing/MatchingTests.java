package org.jointregistry.importing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.costsharing.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An organization is in the registry once, however files name it; what is doubtful waits
 * for a registrar, whose word holds for later files.
 */
@RegistryTest
class MatchingTests {

	private static final String HEADER = "pic,lei,ror,name,nation,city,org_type,source,confidence\n";

	private static final String ODD_WORKS = "000000201,,,Odd Invented Works,XOD,,COMPANY,Invented,high\n";

	private static final String NEAR = "000000202,,,Odd Invented Work,XOD,,COMPANY,Invented,high\n";

	private static final String NATION = """
			MERGE (n:Nation {key: 'XOD'})
			SET n += {name: 'Odd', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1}
			""";

	private static final String EXISTING = """
			MATCH (nation:Nation {key: 'XOD'})
			CREATE (:Contractor {key: 'ODD-WORKS', name: 'Odd Invented Works', kind: 'COMPANY', note: 'Ours',
			  identifiers: %s, marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1})-[:SEATED_IN]->(nation)
			""";

	private static final String CLEAR = """
			MATCH (n)
			WHERE n:Contractor AND (n.key = 'ODD-WORKS' OR n.key STARTS WITH 'ORG-XOD' OR n.key STARTS WITH 'LEI-ODD' OR n.key STARTS WITH 'ROR-0odd'
			    OR n.key STARTS WITH 'PIC-0000002') OR n:Nation AND n.key = 'XOD'
			  OR n:ImportMatch AND n.nation = 'XOD' OR n:Institution AND n.key STARTS WITH 'PIC-0000002'
			  OR n:IdempotencyRecord
			OPTIONAL MATCH (n)-[:WAS]->(was)
			DETACH DELETE n, was
			""";

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryClient registry;

	private int sent;

	@BeforeEach
	void set() {
		clear();
		run(NATION);
	}

	@AfterEach
	void clear() {
		run(CLEAR);
		ProgramFiles.takeOut(this.driver);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			000000201,,,Another Name                 | ['PIC:000000201']
			,ODD00000000000000001,,Another Name      | ['LEI:ODD00000000000000001']
			,,0odd00001,Another Name                 | ['ROR:0odd00001']
			,,,ÓDD Invented-Works GmbH               | []
			000000201,,0odd00001,odd invented works  | ['PIC:000000201']
			000000201,,,Odd Invented Works S.p.A.    | ['LEI:ODD00000000000000001']
			""")
	void anOrganizationIsFound(String row, String identifiers) {
		run(EXISTING.formatted(identifiers));
		assertLoaded(row + ",XOD,,COMPANY,Invented,high\n");
		assertThat(organizations()).containsExactly("ODD-WORKS Odd Invented Works");
		assertThat(texts("MATCH (n:Contractor {key: 'ODD-WORKS'}) RETURN n.note")).containsExactly("Ours");
	}

	@Test
	void whatARowKnowsItByIsKnownFromThenOn() {
		run(EXISTING.formatted("['LEI:ODD00000000000000001']"));
		assertLoaded("000000201,ODD00000000000000001,,Odd Invented Works,XOD,,COMPANY,Invented,high\n");
		assertLoaded("000000201,,0odd00001,Renamed,XOD,,COMPANY,Invented,high\n");
		assertLoaded(",,0odd00001,Renamed again,XOD,,ACADEMIC,Invented,high\n");
		assertThat(organizations()).containsExactly("ODD-WORKS Odd Invented Works");
		assertThat(texts("MATCH (n:Contractor {key: 'ODD-WORKS'}) UNWIND n.identifiers AS x RETURN x ORDER BY x"))
			.containsExactly("LEI:ODD00000000000000001", "PIC:000000201", "ROR:0odd00001");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SAME_NAME_OTHER_IDENTIFIER | 000000202,,,Odd Invented Works | ['PIC:000000201']
			NEAR_NAME                  | 000000202,,,Odd Invented Work  | []
			""")
	void whatIsDoubtfulWaits(String ground, String row, String identifiers) {
		run(EXISTING.formatted(identifiers));
		assertWaits(row + ",XOD,,COMPANY,Invented,high\n");
		assertThat(organizations()).hasSize(1);
		assertThat(matches()).containsExactly("PIC-000000202 " + ground + " OPEN ODD-WORKS");
		assertWaits(row + ",XOD,,SME,Invented,high\n");
		assertThat(matches()).hasSize(1);
	}

	@Test
	void anotherNationOrAnotherIdentifierIsAnotherOrganization() {
		run(EXISTING.formatted("['PIC:000000201']"));
		assertLoaded(NEAR);
		assertLoaded("000000203,,,Odd Invented Works,DEU,,COMPANY,Invented,high\n");
		assertThat(organizations()).hasSize(3);
	}

	@Test
	void severalThatMayBeMeantAreAllTold() {
		run(EXISTING.formatted("['PIC:000000201']"));
		run(EXISTING.formatted("['ROR:0odd00001']").replace("'ODD-WORKS'", "'ORG-XOD-2'"));
		assertWaits("000000201,,0odd00001,Whatever,XOD,,COMPANY,Invented,high\n");
		assertThat(matches()).containsExactly("PIC-000000201 SEVERAL OPEN ODD-WORKS",
				"PIC-000000201 SEVERAL OPEN ORG-XOD-2");
	}

	@Test
	void aConfirmedMatchHoldsForLaterFiles() {
		run(EXISTING.formatted("[]"));
		assertWaits(NEAR);
		Map<String, Object> input = input("confirm");
		Answer answer = decide("importMatchConfirm", input);
		assertThat(answer.data("/importMatchConfirm/importMatch/state").asString()).as(answer.text())
			.isEqualTo("CONFIRMED");
		assertThat(decide("importMatchConfirm", input).text()).isEqualTo(answer.text());
		assertLoaded(NEAR.replace("COMPANY", "SME"));
		assertLoaded(NEAR.replace("COMPANY", "ACADEMIC"));
		assertThat(organizations()).containsExactly("ODD-WORKS Odd Invented Works");
		assertThat(texts("MATCH (n:Contractor {key: 'ODD-WORKS'}) RETURN n.identifiers[0]"))
			.containsExactly("PIC:000000202");
		assertThat(errors("importMatchConfirm", 2)).containsExactly("MATCH_DECIDED");
		assertThat(errors("importMatchReject", 1)).containsExactly("CONFLICT");
	}

	@Test
	void aRejectedMatchHoldsForLaterFiles() {
		run(EXISTING.formatted("[]"));
		assertWaits(NEAR);
		assertThat(errors("importMatchReject", 1)).isEmpty();
		assertLoaded(NEAR.replace("COMPANY", "SME"));
		assertThat(organizations()).containsExactly("ODD-WORKS Odd Invented Works", "PIC-000000202 Odd Invented Work");
		assertLoaded(NEAR.replace("Odd Invented Work", "Odd Invented Works"));
		assertThat(organizations()).containsExactly("ODD-WORKS Odd Invented Works", "PIC-000000202 Odd Invented Works");
		assertThat(matches()).containsExactly("PIC-000000202 NEAR_NAME REJECTED ODD-WORKS");
	}

	@Test
	void whatWasMatchedByNameCanBeRejected() {
		run(EXISTING.formatted("[]"));
		assertLoaded(ODD_WORKS);
		assertThat(matches()).containsExactly("PIC-000000201 SAME_NAME CONFIRMED ODD-WORKS");
		assertThat(errors("importMatchReject", 1)).isEmpty();
		assertLoaded(ODD_WORKS.replace("COMPANY", "SME"));
		assertThat(organizations()).containsExactly("ODD-WORKS Odd Invented Works", "PIC-000000201 Odd Invented Works");
		assertThat(errors("importMatchConfirm", 2)).containsExactly("MATCH_DECIDED");
	}

	@Test
	void aRowIsAboutOneRecord() {
		run(EXISTING.formatted("['PIC:000000201']"));
		run(EXISTING.formatted("['ROR:0odd00001']").replace("'ODD-WORKS'", "'ORG-XOD-2'"));
		assertWaits("000000201,,0odd00001,Whatever,XOD,,COMPANY,Invented,high\n");
		List<String> keys = texts("MATCH (m:ImportMatch {nation: 'XOD'}) RETURN m.key ORDER BY m.key");
		assertThat(errors("importMatchConfirm", keys.getFirst(), 1)).isEmpty();
		assertThat(errors("importMatchConfirm", keys.getLast(), 1)).containsExactly("MATCH_DECIDED");
	}

	@Test
	void allOrNothingTellsWhatIsToBeDecidedToo() {
		run(EXISTING.formatted("[]"));
		Answer answer = this.registry.as("registrar")
			.post("/import/organizations.csv", HEADER + NEAR + "000000204,,,Fine,XOD,,COMPANY,Invented,high\n");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(organizations()).hasSize(1);
		assertThat(matches()).containsExactly("PIC-000000202 NEAR_NAME OPEN ODD-WORKS");
	}

	@ParameterizedTest
	@ValueSource(strings = { "viewer-deu", "delegate-deu", "manager-efa", "industry-leonardo" })
	void onlyTheOfficeSeesMatches(String client) {
		run(EXISTING.formatted("[]"));
		assertWaits(NEAR);
		String count = "{ importMatches { totalCount } }";
		assertThat(this.registry.as(client).query(count).data("/importMatches/totalCount").intValue()).isZero();
		assertThat(this.registry.as("auditor").query(count).data("/importMatches/totalCount").intValue()).isPositive();
	}

	@Test
	void twoFilesAtTheSameTimeBringItOnce() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> answers = List
				.of(",,0odd00001,Odd Invented Works AG,XOD,,COMPANY,Invented,high\n",
						",ODD00000000000000001,,ODD INVENTED WORKS,XOD,,COMPANY,Invented,high\n")
				.stream()
				.map((row) -> threads.submit(() -> send(row)))
				.toList();
			for (Future<Answer> answer : answers) {
				assertThat(answer.get().body().path("loaded").intValue()).isEqualTo(1);
			}
		}
		assertThat(organizations()).hasSize(1);
		assertThat(texts(
				"MATCH (n:Contractor)-[:SEATED_IN]->({key: 'XOD'}) UNWIND n.identifiers AS x RETURN x ORDER BY x"))
			.containsExactly("LEI:ODD00000000000000001", "ROR:0odd00001");
	}

	private void assertLoaded(String row) {
		Answer answer = send(row);
		assertThat(answer.body().path("loaded").intValue()).as(answer.text()).isEqualTo(1);
	}

	private void assertWaits(String row) {
		Answer answer = send(row);
		assertThat(answer.body().path("rejected").intValue()).as(answer.text()).isEqualTo(1);
		assertThat(texts("""
				MATCH (n:ImportFinding)-[:FOUND_IN]->(:ImportFile {key: '%s'})
				RETURN n.line + ' ' + n.column + ' ' + n.code""".formatted(answer.body().path("key").asString())))
			.containsExactly("2 name DOUBTFUL_MATCH");
	}

	private Answer send(String row) {
		return this.registry.as("registrar").post("/import/organizations.csv?mode=row-by-row", HEADER + row);
	}

	private Map<String, Object> input(String key) {
		return Map.of("idempotencyKey", key, "importMatch",
				Stage.id("ImportMatch", texts("MATCH (m:ImportMatch {nation: 'XOD'}) RETURN m.key").getFirst()),
				"version", 1, "reason", "I asked them");
	}

	private Answer decide(String mutation, Map<String, Object> input) {
		String type = mutation.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + mutation.substring(1) + "Input";
		return this.registry.as("registrar")
			.query("mutation ($input: %s!) { %s(input: $input) { importMatch { state version } errors { code } } }"
				.formatted(type, mutation), Map.of("input", input));
	}

	private List<String> errors(String mutation, int version) {
		return errors(mutation, texts("MATCH (m:ImportMatch {nation: 'XOD'}) RETURN m.key").getFirst(), version);
	}

	private List<String> errors(String mutation, String match, int version) {
		Answer answer = decide(mutation, Map.of("idempotencyKey", "odd-" + this.sent++, "importMatch",
				Stage.id("ImportMatch", match), "version", version, "reason", "I asked them"));
		return answer.errors().isMissingNode() ? answer.all("code") : answer.errorCodes();
	}

	private List<String> organizations() {
		return texts("""
				MATCH (n) WHERE (n:Contractor OR n:Institution) AND (EXISTS { (n)-[:SEATED_IN]->({key: 'XOD'}) }
				  OR n.key STARTS WITH 'PIC-0000002')
				RETURN n.key + ' ' + n.name AS x ORDER BY x""");
	}

	private List<String> matches() {
		return texts("""
				MATCH (m:ImportMatch {nation: 'XOD'})-[:MAY_BE_ORGANIZATION]->(n)
				RETURN m.subject + ' ' + m.ground + ' ' + m.state + ' ' + n.key AS x ORDER BY x""");
	}

	private List<String> texts(String statement) {
		return run(statement).stream().map(Value::asString).toList();
	}

	private List<Value> run(String statement) {
		return ProgramFiles.run(this.driver, statement);
	}

}
