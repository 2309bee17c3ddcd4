package org.jointregistry.evaluation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was told and what is reckoned of a program by the four indicators, of what the
 * viewer sees.
 */
@RegistryTest
class ProgramEvaluationTests {

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	/** Programs with 1, 3, 4 and 2 standards; the last one is hidden. */
	private static final String PEERS = """
			MATCH (own:Program {key: 'FX-WRT-ONE'})
			UNWIND [['FX-WRT-P1', 1], ['FX-WRT-P2', 3], ['FX-WRT-P3', 4], ['FX-WRT-P4', 2]] AS peer
			CREATE (program:Program {key: peer[0], name: peer[0], domain: own.domain, kind: 'R_AND_T', status: 'ACTIVE',
			  releasableTo: [], industryReleasable: false, fictional: true, version: 1,
			  marking: CASE peer[0] WHEN 'FX-WRT-P4' THEN 'ORIGINATOR' ELSE 'PUBLIC' END,
			  releasedTo: CASE peer[0] WHEN 'FX-WRT-P4' THEN [] ELSE ['public'] END})
			WITH own, collect([program, peer[1]]) AS peers
			UNWIND peers + [[own, 2]] AS each
			WITH each[0] AS program, each[1] AS count
			MATCH (standard:Standard {fictional: false})
			WITH program, count, standard ORDER BY standard.key
			WITH program, count, collect(standard)[..6] AS standards
			UNWIND range(0, 5) AS place
			WITH program, standards[place] AS standard, place,
			  CASE WHEN place < count THEN 'IMPLEMENTS' ELSE 'PLANNED' END AS status
			CREATE (program)-[:IMPLEMENTS {key: program.key + '/' + place, status: status, since: '202' + place,
			  version: 1}]->(standard)
			""";

	private static final String PARTNER = """
			MATCH (nation:Nation {key: 'XWA'}), (program:Program {key: 'FX-WRT-ONE'})
			CREATE (nation)-[:PARTICIPATES_IN {key: 'FX-WRT-IN', role: 'PARTNER', version: 1}]->(program)
			""";

	private static final String QUERY = """
			{ programEvaluation(program: "%s") { program { key } indicators { indicator
			  told { measure unit change evaluations { asOf value } }
			  reckoned { measure unit currency value records years { year value }
			    peers { programs median rank values { program { key } value } } } } } }
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(PEERS);
		this.scene.run(PARTNER);
	}

	@Test
	void trendIsOfOneMeasureAndUnit() {
		tell("Growth", "60", "million EUR", "2022");
		tell("Growth", "140", "million EUR", "2025");
		tell("Growth", "95.5", "million EUR", "2023");
		tell("Growth", "6", "percent", "2025");
		JsonNode told = by(ask(this.scene.manager()), "OPERATIONAL_EFFICIENCY").path("told");
		assertThat(told.values())
			.extracting((trend) -> trend.path("measure").asString() + "|" + trend.path("unit").asString() + "|"
					+ trend.path("change").asString("null") + "|" + values(trend))
			.containsExactly("Growth|million EUR|80|[2022=60, 2023=95.5, 2025=140]", "Growth|percent|null|[2025=6]");
	}

	@Test
	void changeIsNotToldWhereTwoToldOfOneDate() {
		tell("Growth", "60", "percent", "2022");
		tell("Growth", "70", "percent", "2023");
		done(evaluation(
				Map.of("measure", "Growth", "value", "80", "unit", "percent", "asOf", "2023", "evaluator", "Others")));
		assertThat(by(ask(this.scene.manager()), "OPERATIONAL_EFFICIENCY").at("/told/0/change").isNull()).isTrue();
	}

	@Test
	void milestonesAreKeptOfThoseThatWereDue() {
		String gone = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
		String today = LocalDate.now(ZoneOffset.UTC).toString();
		milestone("2020-05", "2020-05-31");
		milestone("2020-06-01", "2020-06-02");
		milestone("2021", "2020-01-01");
		milestone(gone, null);
		milestone(today, null);
		milestone(null, "2020");
		milestone("2020-05-05", "2020");
		JsonNode kept = reckoned(ask(this.scene.manager()), "MILESTONES_KEPT");
		assertThat(kept.path("value").asString()).isEqualTo("50");
		assertThat(kept.path("records").asInt()).isEqualTo(4);
		assertThat(kept.path("years").toString())
			.startsWith("[{\"year\":2020,\"value\":\"50\"},{\"year\":2021,\"value\":\"100\"}")
			.endsWith("{\"year\":%s,\"value\":\"0\"}]".formatted(gone.substring(0, 4)));
	}

	@Test
	void nothingKnownIsNotNothing() {
		Answer answer = ask(this.scene.manager());
		for (String measure : List.of("MILESTONES_KEPT", "CONSENT_DAYS", "THREATS_EXERCISED")) {
			JsonNode reckoned = reckoned(answer, measure);
			assertThat(reckoned.path("value").isNull()).as(measure).isTrue();
			assertThat(reckoned.path("records").asInt(-1)).isZero();
			assertThat(reckoned.at("/peers/rank").isNull()).isTrue();
			assertThat(reckoned.at("/peers/median").isNull()).isTrue();
		}
		assertThat(answer.text()).doesNotContain("CONTRIBUTIONS_DELIVERED");
	}

	@Test
	void moneyIsReckonedByCurrency() {
		entry("PLEDGED", "200", "EUR");
		entry("PLEDGED", "100", "USD");
		assertThat(delivered(ask(this.scene.manager()))).containsExactly("EUR null 1", "USD null 1");
		entry("CALLED", "60", "EUR");
		entry("PAID", "50", "EUR");
		entry("PAID", "10", "SEK");
		assertThat(delivered(ask(this.scene.manager()))).containsExactly("EUR 25 3", "USD null 1");
	}

	@Test
	void peersAreThoseThatTheViewerSees() {
		JsonNode own = reckoned(ask(this.scene.manager()), "STANDARDS_GAINED");
		assertThat(own.path("value").asString()).isEqualTo("2");
		assertThat(own.path("years").toString())
			.isEqualTo("[{\"year\":2020,\"value\":\"1\"},{\"year\":2021,\"value\":\"1\"}]");
		assertThat(peers(own)).isEqualTo("3 3 3 [FX-WRT-P1=1, FX-WRT-P2=3, FX-WRT-P3=4]");
		GraphqlSession both = this.registry.claiming((claims) -> claims.subject("scene-both")
			.claim("roles", List.of("PROGRAM_MANAGER"))
			.claim("programs", List.of("FX-WRT-ONE", "FX-WRT-P4")));
		this.scene.run("MATCH (p:Program {key: 'FX-WRT-P4'}) SET p.releasedTo = ['office:FX-WRT-P4']");
		assertThat(peers(reckoned(ask(both), "STANDARDS_GAINED")))
			.isEqualTo("4 2.5 3 [FX-WRT-P1=1, FX-WRT-P2=3, FX-WRT-P3=4, FX-WRT-P4=2]");
	}

	@Test
	void whoDoesNotSeeTheProgramIsToldOfNone() {
		GraphqlSession stranger = this.scene.delegate("XWC").header("X-Request-Id", "evaluation");
		assertThat(ask(stranger).text())
			.isEqualTo(stranger.query(QUERY.formatted(Scene.id("Program", "FX-WRT-NONE"))).text());
		assertThat(ask(this.scene.delegate("XWC")).errorCodes()).containsExactly("NOT_FOUND");
	}

	/** The requests of Heron and Merlin wait for a nation each. */
	@ParameterizedTest
	@CsvSource({ "FX-OSPREY, viewer-deu, CONSENT_DAYS, 70.5, 2", "FX-OSPREY, viewer-deu, THREATS_EXERCISED, 2, 2",
			"FX-HERON, viewer-usa, CONSENT_DAYS, null, 0", "FX-MERLIN, viewer-swe, CONSENT_DAYS, null, 0",
			"FX-HERON, viewer-usa, STANDARDS_GAINED, 2, 2", "FX-MERLIN, viewer-usa, STANDARDS_GAINED, 1, 1",
			"FX-MERLIN, viewer-deu, STANDARDS_GAINED, 2, 2" })
	void inventedProgramsAreReckonedOfWhatTheViewerSees(String program, String client, String measure, String value,
			int records) {
		Answer answer = this.registry.as(client).query(QUERY.formatted(Scene.id("Program", program)));
		JsonNode reckoned = reckoned(answer, measure);
		assertThat(reckoned.path("value").asString("null")).isEqualTo(value);
		assertThat(reckoned.path("records").asInt()).isEqualTo(records);
	}

	@Test
	void figuresThatAreNotSeenChangeNothing() {
		done(evaluation(Map.of("measure", "Growth", "value", "5", "unit", "percent", "asOf", "2020", "marking",
				"PUBLIC", "figuresMarking", "ORIGINATOR")));
		done(evaluation(Map.of("measure", "Growth", "value", "7", "unit", "percent", "asOf", "2021", "marking",
				"PUBLIC", "figuresMarking", "ORIGINATOR")));
		this.scene.run("MATCH (p:Program {key: 'FX-WRT-ONE'}) SET p.releasedTo = p.releasedTo + 'public'");
		assertThat(by(ask(this.scene.delegate("XWC")), "OPERATIONAL_EFFICIENCY").at("/told/0").toString())
			.contains("\"change\":null", "{\"asOf\":\"2020\",\"value\":null},{\"asOf\":\"2021\",\"value\":null}");
		assertThat(by(ask(this.scene.manager()), "OPERATIONAL_EFFICIENCY").at("/told/0/change").asString())
			.isEqualTo("2");
	}

	private Answer ask(GraphqlSession session) {
		return session.query(QUERY.formatted(PROGRAM));
	}

	private static JsonNode by(Answer answer, String indicator) {
		return answer.data("/programEvaluation/indicators")
			.values()
			.stream()
			.filter((each) -> each.path("indicator").asString().equals(indicator))
			.findFirst()
			.orElseThrow(() -> new AssertionError(answer.text()));
	}

	private static List<JsonNode> reckoned(Answer answer) {
		return answer.data("/programEvaluation/indicators")
			.values()
			.stream()
			.flatMap((indicator) -> indicator.path("reckoned").values().stream())
			.toList();
	}

	private static JsonNode reckoned(Answer answer, String measure) {
		return reckoned(answer).stream()
			.filter((each) -> each.path("measure").asString().equals(measure))
			.findFirst()
			.orElseThrow(() -> new AssertionError(answer.text()));
	}

	private static List<String> delivered(Answer answer) {
		return reckoned(answer).stream()
			.filter((each) -> each.path("measure").asString().equals("CONTRIBUTIONS_DELIVERED"))
			.map((each) -> each.path("currency").asString() + " " + each.path("value").asString("null") + " "
					+ each.path("records").asInt())
			.toList();
	}

	private static List<String> values(JsonNode trend) {
		return trend.path("evaluations")
			.values()
			.stream()
			.map((each) -> each.path("asOf").asString() + "=" + each.path("value").asString())
			.toList();
	}

	private static String peers(JsonNode reckoned) {
		JsonNode peers = reckoned.path("peers");
		return peers.path("programs").asInt() + " " + peers.path("median").asString() + " " + peers.path("rank").asInt()
				+ " "
				+ peers.path("values")
					.values()
					.stream()
					.map((peer) -> peer.at("/program/key").asString() + "=" + peer.path("value").asString())
					.toList();
	}

	private void tell(String measure, String value, String unit, String asOf) {
		done(evaluation(Map.of("measure", measure, "value", value, "unit", unit, "asOf", asOf)));
	}

	private Answer evaluation(Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("program", PROGRAM, "indicator", "OPERATIONAL_EFFICIENCY",
				"evaluator", "Office", "marking", "PARTNERS"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "evaluationAdd", "evaluation { id }", input);
	}

	private void milestone(@Nullable String baseline, @Nullable String actual) {
		Map<String, @Nullable Object> input = new HashMap<>(
				Map.of("program", PROGRAM, "name", "Point", "kind", "TEST"));
		input.put("baseline", baseline);
		input.put("actual", actual);
		done(Scene.ask(this.scene.manager(), "milestoneAdd", "milestone { id }", input));
	}

	private void entry(String kind, String amount, String currency) {
		done(Scene.ask(this.scene.manager(), "contributionRecord", "contribution { id }",
				Map.of("program", PROGRAM, "contributor", Scene.id("Nation", "XWA"), "kind", kind, "form", "CASH",
						"amount", amount, "currency", currency, "aboveCall", true)));
	}

	private static void done(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
	}

}
