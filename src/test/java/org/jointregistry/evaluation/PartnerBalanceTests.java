package org.jointregistry.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
 * Nations side by side in one program, of what the viewer sees.
 */
@RegistryTest
class PartnerBalanceTests {

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	private static final String PARTNERS = """
			MATCH (program:Program {key: 'FX-WRT-ONE'})
			UNWIND [['XWA', 600000, 500000], ['XWB', 200000, null]] AS part
			MATCH (nation:Nation {key: part[0]})
			CREATE (nation)-[:PARTICIPATES_IN {key: 'FX-WRT-' + part[0], role: 'PARTNER', costShare: part[1],
			  workShare: part[2], version: 1}]->(program)
			""";

	private static final String RIGHTS = """
			MATCH (b:Nation {key: 'XWB'}), (a:Nation {key: 'XWA'}), (c:Nation {key: 'XWC'})
			CREATE (radar:Technology {key: 'FX-WRT-RADAR', name: 'Radar'}), (works:Contractor {key: 'FX-WRT-WORKS',
			  name: 'Works', kind: 'COMPANY'})-[:SEATED_IN]->(b)
			FOREACH (made IN [radar, works] | SET made.marking = 'PUBLIC', made.releasableTo = [],
			  made.releasedTo = ['public'], made.industryReleasable = false, made.fictional = true, made.version = 1)
			WITH a, b, c, radar, works
			UNWIND [[a, 'R1', 'FOREGROUND', null, null, 'FX-WRT-ONE'], [b, 'R1', 'FOREGROUND', null, null, 'FX-WRT-ONE'],
			  [works, 'R1', 'FOREGROUND', null, null, 'FX-WRT-ONE'],
			  [works, 'R2', 'FOREGROUND', 'CONFIRMED', null, 'FX-WRT-ONE'],
			  [works, 'R3', 'FOREGROUND', 'DECLARED', null, 'FX-WRT-ONE'], [a, 'R4', 'FOREGROUND', null, '2020', 'FX-WRT-ONE'],
			  [a, 'R5', 'BACKGROUND', null, null, 'FX-WRT-ONE'], [a, 'R6', 'BACKGROUND', null, null, 'EFA'],
			  [c, 'R7', 'FOREGROUND', null, null, 'FX-WRT-ONE']] AS right
			WITH radar, right[0] AS holder, right[1] AS key, right[2] AS class, right[3] AS confirmation, right[4] AS until,
			  right[5] AS program
			CREATE (holder)-[:HOLDS_RIGHT {key: 'FX-WRT-' + holder.key + key, right: key, subject: 'All', class: class,
			  grant: 'OWNS', joint: false, derived: false, program: program, agreements: [], confirmation: confirmation,
			  until: until, version: 1}]->(radar)
			""";

	private static final String QUERY = """
			query ($id: ID!, $in: TotalInInput) { partnerBalance(program: $id, totalIn: $in) {
			  nations { nation { key } parts { kind currency stated amount share body { key } } }
			  dimensions { kind currency stated body { name } whole nations largest { key } largestShare concentration }
			  total { currency ratesOf rates { rate } missing } } }
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(PARTNERS);
	}

	@Test
	void agreedSharesArePartsOfWhatIsKnown() {
		Answer answer = ask(this.scene.manager(), null);
		assertThat(parts(answer)).containsExactly("XWA AGREED_COST null 60 75", "XWA AGREED_WORK null 50 100",
				"XWB AGREED_COST null 20 25");
		assertThat(dimensions(answer)).containsExactly("AGREED_COST null false 80 2 XWA 75 0.625",
				"AGREED_WORK null false 50 1 XWA 100 1");
		assertThat(answer.data("/partnerBalance/total").isNull()).isTrue();
	}

	@Test
	void nationThatBearsAShareByAKeyAloneHasItsPart() {
		require(Scene.ask(this.scene.manager(), "costShareKeyAdd", "costShareKey { id }",
				Map.of("program", PROGRAM, "scheme", "FX-WRT-COST", "basis", "FIXED", "validFrom", "2020", "shares",
						List.of(Map.of("nation", Scene.id("Nation", "XWA"), "share", "70"),
								Map.of("nation", Scene.id("Nation", "XWC"), "share", "30")))));
		assertThat(parts(ask(this.scene.manager(), null))).contains("XWB AGREED_COST null 20 18.1818",
				"XWC AGREED_COST null 30 27.2727");
	}

	@Test
	void moneyIsOfOneCurrencyUnlessRatesAreStated() {
		entry("XWA", "100", "EUR");
		entry("XWB", "300", "USD");
		entry("XWB", "50", "EUR");
		Answer apart = ask(this.scene.manager(), null);
		assertThat(dimensions(apart)).contains("GIVEN EUR false 150 2 XWA 66.6667 0.5556",
				"GIVEN USD false 300 1 XWB 100 1");
		Answer without = ask(this.scene.manager(), Map.of("currency", "EUR", "ratesOf", "1997-03-04"));
		assertThat(dimensions(without)).isEqualTo(dimensions(apart));
		assertThat(without.data("/partnerBalance/total").toString())
			.isEqualTo("{\"currency\":\"EUR\",\"ratesOf\":\"1997-03-04\",\"rates\":[],\"missing\":[\"USD\"]}");
		require(Scene.ask(registrar(), "exchangeRateAdd", "exchangeRate { id }", Map.of("baseCurrency", "USD",
				"quoteCurrency", "EUR", "rate", "0.5", "date", "1997-03-04", "source", "Invented")));
		Answer stated = ask(this.scene.manager(), Map.of("currency", "EUR", "ratesOf", "1997-03-04"));
		assertThat(dimensions(stated)).contains("GIVEN EUR true 300 2 XWB 66.6667 0.5556");
		assertThat(parts(stated)).contains("XWA GIVEN EUR 100 33.3333", "XWB GIVEN EUR 200 66.6667");
		assertThat(stated.data("/partnerBalance/total").toString()).contains("\"rates\":[{\"rate\":\"0.5\"}]",
				"\"missing\":[]");
	}

	@Test
	void votesAreOfSeatsOfToday() {
		String body = require(Scene.ask(registrar(), "governanceBodyAdd", "governanceBody { id }",
				Map.of("name", "FX-WRT board", "level", "EXECUTIVE", "program", PROGRAM, "fictional", true)))
			.data("/governanceBodyAdd/governanceBody/id")
			.asString();
		seat(body, "XWA", Map.of("weight", 3));
		seat(body, "XWB", Map.of("weight", 1));
		seat(body, "XWC", Map.of("weight", 7, "since", "2019", "until", "2020"));
		Answer answer = ask(this.scene.manager(), null);
		assertThat(dimensions(answer)).contains("VOTES null false 4 2 XWA 75 0.625 FX-WRT board");
		assertThat(parts(answer)).contains("XWA VOTES null 3 75", "XWB VOTES null 1 25");
		assertThat(answer.data("/partnerBalance/nations").toString()).doesNotContain("XWC");
	}

	@Test
	void rightsAreThoseOfPartnersAndOfContractorsSeatedInThem() {
		this.scene.run(RIGHTS);
		assertThat(parts(ask(this.scene.manager(), null)))
			.contains("XWA FOREGROUND_RIGHTS null 1 33.3333", "XWB FOREGROUND_RIGHTS null 2 66.6667",
					"XWA BACKGROUND_RIGHTS null 1 100")
			.noneMatch((part) -> part.startsWith("XWC"));
	}

	@Test
	void whatIsHiddenHasNoPart() {
		entry("XWA", "100", "EUR");
		entry("XWB", "300", "EUR", "ORIGINATOR");
		assertThat(dimensions(ask(this.scene.manager(), null))).contains("GIVEN EUR false 400 2 XWB 75 0.625");
		assertThat(ask(this.scene.delegate("XWC"), null).errorCodes()).containsExactly("NOT_FOUND");
		assertThat(ask(this.scene.delegate("XWC"), null).errors().at("/0/message")).isEqualTo(this.scene.delegate("XWC")
			.query(QUERY, Map.of("id", Scene.id("Program", "FX-WRT-NONE")))
			.errors()
			.at("/0/message"));
		assertThat(dimensions(ask(this.scene.delegate("XWA"), null))).contains("GIVEN EUR false 100 1 XWA 100 1");
	}

	@Test
	void inventedProgramIsHostedWhereItsHubsAndSitesAre() {
		Answer answer = this.registry.as("viewer-usa").query(QUERY, Map.of("id", Scene.id("Program", "FX-HERON")));
		assertThat(parts(answer)).contains("NOR HUBS null 1 100", "NOR EXERCISES null 1 100", "BEL BODIES null 1 100")
			.anyMatch((part) -> part.startsWith("USA VOTES null 1 25"));
	}

	private GraphqlSession registrar() {
		return this.registry
			.claiming((claims) -> claims.subject("scene-registrar").claim("roles", List.of("REGISTRAR")));
	}

	private static Answer ask(GraphqlSession session, @Nullable Map<String, String> totalIn) {
		Map<String, Object> variables = new LinkedHashMap<>(Map.of("id", PROGRAM));
		if (totalIn != null) {
			variables.put("in", totalIn);
		}
		return session.query(QUERY, variables);
	}

	private static List<String> parts(Answer answer) {
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return answer.data("/partnerBalance/nations")
			.values()
			.stream()
			.flatMap((nation) -> nation.path("parts")
				.values()
				.stream()
				.map((part) -> nation.at("/nation/key").asString() + " "
						+ line(part, "kind", "currency", "amount", "share")))
			.toList();
	}

	private static List<String> dimensions(Answer answer) {
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return answer.data("/partnerBalance/dimensions")
			.values()
			.stream()
			.map((each) -> (line(each, "kind", "currency", "stated", "whole", "nations") + " "
					+ each.at("/largest/key").asString("null") + " " + line(each, "largestShare", "concentration") + " "
					+ each.at("/body/name").asString(""))
				.strip())
			.toList();
	}

	private static String line(JsonNode node, String... fields) {
		return Stream.of(fields)
			.map((field) -> node.path(field).isNull() ? "null" : node.path(field).asString())
			.collect(Collectors.joining(" "));
	}

	private void entry(String nation, String amount, String currency) {
		entry(nation, amount, currency, "PARTNERS");
	}

	private void entry(String nation, String amount, String currency, String marking) {
		require(Scene.ask(this.scene.manager(), "contributionRecord", "contribution { id }",
				Map.of("program", PROGRAM, "contributor", Scene.id("Nation", nation), "kind", "PAID", "form", "CASH",
						"amount", amount, "currency", currency, "aboveCall", true, "marking", marking)));
	}

	private void seat(String body, String nation, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("governanceBody", body, "nation", Scene.id("Nation", nation)));
		input.putAll(facts);
		require(Scene.ask(registrar(), "seatAdd", "governanceBody { id }", input));
	}

	private static Answer require(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer;
	}

}
