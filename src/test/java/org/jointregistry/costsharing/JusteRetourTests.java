package org.jointregistry.costsharing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.access.Marking;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What came back in work is reckoned by program, nation and currency, of what the viewer
 * sees, and what is in no sum is counted.
 */
@RegistryTest
class JusteRetourTests {

	private static final String SEATS = """
			UNWIND [['FX-REC-WA', 'XRA'], ['FX-REC-WB', 'XRB']] AS seat
			MATCH (nation:Nation {key: seat[1]})
			CREATE (:Contractor {key: seat[0], name: seat[0], marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true})-[:SEATED_IN]->(nation)
			""";

	/**
	 * One entry for two programs, one of two nations, and one that took the place of
	 * another.
	 */
	private static final List<String> UNSPLIT = List.of("""
			MATCH (program:Program) WHERE program.key IN ['FX-REC-OPEN', 'FX-REC-CLOSED']
			MATCH (nation:Nation) WHERE nation.key IN ['XRA', 'XRB']
			WITH collect(DISTINCT program) AS programs, collect(DISTINCT nation) AS nations
			UNWIND [['BOTH', 10], ['PAIR', 20], ['FORMER', 40], ['LATER', 5]] AS row
			CREATE (entry:Contribution {key: 'FX-REC-' + row[0], kind: 'PAID', form: 'CASH', currency: 'EUR',
			  amount: row[1] * 10000, valueDate: '2020', marking: 'PARTNERS', releasableTo: []})
			FOREACH (program IN [p IN programs WHERE p.key = 'FX-REC-OPEN' OR row[0] = 'BOTH'] |
			  CREATE (entry)-[:TOWARDS]->(program))
			FOREACH (nation IN [n IN nations WHERE n.key = 'XRA' OR row[0] = 'PAIR'] |
			  CREATE (nation)-[:CONTRIBUTES]->(entry))
			""", """
			MATCH (former:Contribution {key: 'FX-REC-FORMER'}), (later:Contribution {key: 'FX-REC-LATER'})
			CREATE (later)-[:SUPERSEDES]->(former)
			""");

	private static final String MONEY = "currency given planned contracted paid givenShare contractedShare difference";

	private static final String QUESTION = """
			query ($programs: [ID!]!, $years: YearSpan) { justeRetour(programs: $programs, years: $years) {
			  positions { program { key } nation { key } money { %1$s } }
			  balance { nation { key } money { %1$s } } leftOut } }
			""".formatted(MONEY);

	private static final String WORK = """
			mutation ($input: WorkShareAddInput!) { workShareAdd(input: $input) { workShare { key } errors { code } } }
			""";

	@Autowired
	private Driver driver;

	@OnStage
	private Stage stage;

	@BeforeEach
	void set() {
		this.stage.run(SEATS);
	}

	@Test
	void partsOfWorkStandBesideThoseOfCost() {
		paid(Stage.OPEN, "XRA", "300", "2020-05");
		paid(Stage.OPEN, "XRB", "100", "2021");
		work(Stage.OPEN, "FX-REC-WA", Map.of("planned", "500", "contracted", "100", "paid", "50", "since", "2020"));
		work(Stage.OPEN, "FX-REC-WB", Map.of("contracted", "300", "since", "2021-03-01"));
		paid(Stage.CLOSED, "XRB", "400", "2021");
		Answer answer = ask(this.stage.manager(), null, Stage.OPEN, Stage.CLOSED);
		assertThat(lines(answer, "positions")).containsExactly("FX-REC-CLOSED XRB EUR 400 null null null 100 null null",
				"FX-REC-OPEN XRA EUR 300 500 100 50 75 25 -50", "FX-REC-OPEN XRB EUR 100 null 300 null 25 75 50");
		assertThat(lines(answer, "balance")).containsExactly("XRA EUR 300 500 100 50 37.5 25 -12.5",
				"XRB EUR 500 null 300 null 62.5 75 12.5");
		assertThat(answer.data("/justeRetour/leftOut").asInt()).isZero();
	}

	@Test
	void yearsCountWhatIsDatedInThem() {
		paid(Stage.OPEN, "XRA", "300", "2020-12-31");
		paid(Stage.OPEN, "XRB", "100", "2021");
		paid(Stage.OPEN, "XRB", "7", "2022-01");
		paid(Stage.OPEN, "XRA", "50", null);
		work(Stage.OPEN, "FX-REC-WA", Map.of("contracted", "100", "since", "2020"));
		work(Stage.OPEN, "FX-REC-WB", Map.of("contracted", "300", "since", "2021-03-01"));
		work(Stage.OPEN, "FX-REC-WB", Map.of("contracted", "5"));
		Answer answer = ask(this.stage.manager(), Map.of("from", 2020, "to", 2021), Stage.OPEN);
		assertThat(lines(answer, "balance")).containsExactly("XRA EUR 300 null 100 null 75 25 -50",
				"XRB EUR 100 null 300 null 25 75 50");
		assertThat(answer.data("/justeRetour/leftOut").asInt()).isEqualTo(2);
		Answer later = ask(this.stage.manager(), Map.of("from", 2022, "to", 2022), Stage.OPEN);
		assertThat(lines(later, "balance")).containsExactly("XRB EUR 7 null null null 100 null null");
	}

	@Test
	void whatIsInNoSumIsCounted() {
		String reversed = paid(Stage.OPEN, "XRA", "300", "2020");
		Ledger.done(Ledger.reverse(this.stage.manager(), reversed));
		Map<String, Object> byContractor = Ledger.money("PAID", "XRA", "9");
		byContractor.put("contributor", Stage.CONTRACTOR);
		byContractor.put("aboveCall", true);
		Ledger.done(Ledger.record(this.stage.manager(), byContractor));
		work(Stage.OPEN, "FX-REC-WORKS", Map.of("contracted", "5"));
		Ledger.done(Ledger.record(this.stage.manager(), Ledger.money("CALLED", "XRA", "11")));
		Answer answer = ask(this.stage.manager(), null, Stage.OPEN);
		assertThat(lines(answer, "positions")).isEmpty();
		assertThat(answer.data("/justeRetour/leftOut").asInt()).isEqualTo(2);
	}

	@Test
	void whatIsOfSeveralIsCountedOnceAndWhatWasReplacedIsNot() {
		UNSPLIT.forEach(this.stage::run);
		release("FX-REC-BOTH", "FX-REC-OPEN", "FX-REC-CLOSED");
		List.of("FX-REC-PAIR", "FX-REC-FORMER", "FX-REC-LATER").forEach((key) -> release(key, "FX-REC-OPEN"));
		Answer both = ask(this.stage.manager(), null, Stage.OPEN, Stage.CLOSED);
		assertThat(lines(both, "balance")).containsExactly("XRA EUR 5 null null null 100 null null");
		assertThat(both.data("/justeRetour/leftOut").asInt()).isEqualTo(2);
		Answer closed = ask(this.stage.manager(), null, Stage.CLOSED);
		assertThat(closed.data("/justeRetour/leftOut").asInt()).isOne();
		Answer other = ask(this.stage.manager(), Map.of("from", 2021, "to", 2021), Stage.OPEN);
		assertThat(other.data("/justeRetour/leftOut").asInt()).isZero();
	}

	@Test
	void onlyWhatTheViewerSeesIsReckoned() {
		Map<String, Object> secret = Ledger.money("PAID", "XRA", "300");
		secret.put("aboveCall", true);
		secret.put("figuresMarking", "ORIGINATOR");
		Ledger.done(Ledger.record(this.stage.manager(), secret));
		paid(Stage.OPEN, "XRB", "100", "2021");
		Answer partner = ask(this.stage.national("XRB"), null, Stage.OPEN);
		assertThat(lines(partner, "balance")).containsExactly("XRB EUR 100 null null null 100 null null");
		assertThat(partner.data("/justeRetour/leftOut").asInt()).isOne();
		Answer stranger = ask(this.stage.national("XRD"), null, Stage.OPEN);
		assertThat(lines(stranger, "balance")).isEmpty();
		assertThat(stranger.data("/justeRetour/leftOut").asInt()).isZero();
		Answer hidden = ask(this.stage.national("XRD"), null, Stage.OPEN, Stage.CLOSED);
		assertThat(hidden.errorCodes()).containsExactly("NOT_FOUND");
		assertThat(ask(this.stage.national("XRD"), null, Stage.OPEN, Stage.ABSENT).errors().at("/0/message"))
			.isEqualTo(hidden.errors().at("/0/message"));
	}

	@ParameterizedTest
	@CsvSource({ "2021, 2020", "1899, 2020", "2020, 2101" })
	void yearsOutOfOrderAreRefused(int from, int to) {
		assertThat(ask(this.stage.manager(), Map.of("from", from, "to", to), Stage.OPEN).errorCodes())
			.containsExactly("BAD_INPUT");
	}

	@Test
	void noProgramAtAllIsRefused() {
		assertThat(ask(this.stage.manager(), null).errorCodes()).containsExactly("BAD_INPUT");
	}

	/** As an import releases it. */
	private void release(String key, String... programs) {
		Release release = new Release(Marking.PARTNERS, null, Set.of(), null, Set.of(programs), Set.of(), Set.of("XRA"),
				Set.of(), false);
		new StoredReleases("Contribution", release).store(this.driver, key, List.of());
	}

	private String paid(String program, String nation, String amount, @Nullable String date) {
		Map<String, Object> input = Ledger.money("PAID", nation, amount);
		input.put("program", program);
		input.put("aboveCall", true);
		if (date != null) {
			input.put("valueDate", date);
		}
		return Ledger.done(Ledger.record(this.stage.manager(), input)).path("id").asString();
	}

	private void work(String program, String contractor, Map<String, Object> facts) {
		Map<String, Object> input = Ledger.input("program", program, "contractor", Stage.id("Contractor", contractor),
				"role", "SUPPLIER", "currency", "EUR");
		input.putAll(facts);
		Answer answer = this.stage.manager().query(WORK, Map.of("input", input));
		assertThat(answer.data("/workShareAdd/workShare/key").asString("")).as(answer.text()).isNotEmpty();
	}

	private static Answer ask(GraphqlSession session, @Nullable Map<String, Integer> years, String... programs) {
		Map<String, Object> variables = (years != null) ? Map.of("programs", List.of(programs), "years", years)
				: Map.of("programs", List.of(programs));
		return session.query(QUESTION, variables);
	}

	private static List<String> lines(Answer answer, String list) {
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		return StreamSupport.stream(answer.data("/justeRetour/" + list).spliterator(), false)
			.map(JusteRetourTests::line)
			.toList();
	}

	private static String line(JsonNode position) {
		StringBuilder line = new StringBuilder(position.at("/program/key").asString(""));
		line.append(' ').append(position.at("/nation/key").asString());
		for (String field : MONEY.split(" ")) {
			JsonNode value = position.path("money").path(field);
			line.append(' ').append(value.isNull() ? "null" : value.asString());
		}
		return line.toString().strip();
	}

}
