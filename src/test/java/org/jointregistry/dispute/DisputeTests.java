package org.jointregistry.dispute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Disputes are raised by partners, answered by parties, rise from stage to stage, and end
 * once.
 */
@RegistryTest
class DisputeTests {

	private static final String SELECTION = "dispute { id key version stage status raised resolved daysToResolution"
			+ " claimAmount settledAmount originator parties { nodes { ... on Nation { key } ... on Contractor { key } } }"
			+ " answers { edges { statement date node { key } } } }";

	private static final String WORKS = """
			CREATE (:Contractor {key: 'FX-WRT-WORKS', name: 'Works', kind: 'COMPANY', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH 1 AS one
			MATCH (nation:Nation {key: 'XWA'}), (program:Program {key: 'FX-WRT-ONE'})
			SET program.releasedTo = program.releasedTo + ['nation:XWA', 'nation:XWB']
			CREATE (nation)-[:PARTICIPATES_IN {key: 'FX-WRT-PART', role: 'PARTNER', left: '2021', version: 1}]->(program)
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(WORKS);
	}

	@Test
	void partnerThatLeftRaisesItAndItsPartiesAloneSeeIt() {
		Answer raised = raise("XWA", Map.of("claimAmount", "2860000000", "claimCurrency", "EUR"));
		assertThat(Scene.codes(raised)).as(raised.text()).isEmpty();
		assertThat(raised.data("/disputeRaise/dispute/stage").asString()).isEqualTo("CONSULTATION");
		assertThat(raised.data("/disputeRaise/dispute/status").asString()).isEqualTo("UNRESOLVED");
		assertThat(raised.data("/disputeRaise/dispute/originator").asString()).isEqualTo("XWA");
		assertThat(raised.data("/disputeRaise/dispute/claimAmount").asString()).isEqualTo("2860000000");
		assertThat(raised.data("/disputeRaise/dispute/parties/nodes").values())
			.extracting((party) -> party.path("key").asString())
			.containsExactlyInAnyOrder("XWA", "FX-WRT-WORKS");
		String id = id(raised);
		assertThat(sees("{ node(id: \"%s\") { id } }".formatted(id), "XWA")).isTrue();
		assertThat(sees("{ node(id: \"%s\") { id } }".formatted(id), "XWB")).isFalse();
		assertThat(this.scene.industry("FX-WRT-WORKS").query("{ node(id: \"%s\") { id } }".formatted(id)).errorCodes())
			.isEmpty();
	}

	private boolean sees(String query, String nation) {
		return this.scene.delegate(nation).query(query).errorCodes().isEmpty();
	}

	@Test
	void itIsRaisedByAPartnerWithOthersAndWithACurrency() {
		assertThat(Scene.codes(raise("XWB", Map.of()))).containsExactly("NOT_A_PARTNER nation");
		assertThat(Scene.codes(raise("XWA", Map.of("others", List.of())))).containsExactly("TOO_FEW others");
		assertThat(Scene
			.codes(raise("XWA", Map.of("others", List.of(Scene.id("Nation", "XWB"), Scene.id("Nation", "XWA"))))))
			.containsExactly("NAMES_ITSELF others 1");
		assertThat(Scene.codes(raise("XWA", Map.of("claimAmount", "5"))))
			.containsExactly("CURRENCY_REQUIRED claimCurrency");
	}

	@Test
	void partiesAnswerAsOftenAsTheyWant() {
		String dispute = id(raise("XWA", Map.of("marking", "PUBLIC")));
		assertThat(Scene.codes(answer(dispute, "XWA", "First"))).isEmpty();
		Answer second = answer(dispute, "XWA", "Second");
		assertThat(second.all("statement")).containsExactlyInAnyOrder("First", "Second");
		assertThat(Scene.codes(answer(dispute, "XWB", "Third"))).containsExactly("NOT_IN_DISPUTE nation");
	}

	@Test
	void stagesRiseAndWhatIsResolvedStaysSo() {
		String dispute = id(raise("XWA", Map.of("raised", "2022-06-10")));
		assertThat(Scene.codes(change("disputeEscalate", dispute, 1, Map.of("stage", "CONSULTATION"))))
			.containsExactly("STAGE_ONLY_RISES stage");
		assertThat(Scene.codes(change("disputeEscalate", dispute, 1, Map.of("stage", "GOVERNMENT")))).isEmpty();
		assertThat(Scene.codes(change("disputeEscalate", dispute, 2, Map.of("stage", "COMMITTEE"))))
			.containsExactly("STAGE_ONLY_RISES stage");
		assertThat(Scene.codes(change("disputeEscalate", dispute, 2, Map.of("stage", "COURT")))).isEmpty();
		assertThat(
				Scene.codes(change("disputeResolve", dispute, 3, Map.of("status", "SETTLED", "resolved", "2022-05"))))
			.containsExactly("PERIOD_REVERSED resolved");
		assertThat(Scene.codes(change("disputeResolve", dispute, 3,
				Map.of("status", "SETTLED", "resolved", "2025-11-03", "settledAmount", "5"))))
			.containsExactly("CURRENCY_REQUIRED settledCurrency");
		Answer resolved = change("disputeResolve", dispute, 3, Map.of("status", "SETTLED", "resolved", "2025-11-03",
				"settledAmount", "375000000", "settledCurrency", "EUR"));
		assertThat(Scene.codes(resolved)).as(resolved.text()).isEmpty();
		assertThat(resolved.data("/disputeResolve/dispute/daysToResolution").asString()).isEqualTo("1242");
		assertThat(resolved.data("/disputeResolve/dispute/stage").asString()).isEqualTo("COURT");
		assertThat(Scene.codes(change("disputeEscalate", dispute, 4, Map.of("stage", "COURT"))))
			.contains("ALREADY_RESOLVED dispute");
		assertThat(Scene.codes(change("disputeResolve", dispute, 4, Map.of("status", "RESOLVED", "resolved", "2026"))))
			.containsExactly("ALREADY_RESOLVED dispute");
		assertThat(Scene.codes(answer(dispute, "XWA", "But"))).containsExactly("ALREADY_RESOLVED dispute");
	}

	@ParameterizedTest(name = "from {0} to {1}: {2} days")
	@CsvSource({ "2022-06-10, 2022-06-10, 0", "2022-06, 2022-07-01, 30", "2020, 2021, 366", "2015-04, 2015, ",
			"2022-06-10, 2022-06, " })
	void daysCountFromTheFirstWhereDatesAreNotKnownToTheDay(String raised, String resolved, Integer days) {
		String dispute = id(raise("XWA", Map.of("raised", raised)));
		Answer answer = change("disputeResolve", dispute, 1, Map.of("status", "RESOLVED", "resolved", resolved));
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(answer.data("/disputeResolve/dispute/daysToResolution").asString(""))
			.isEqualTo((days != null) ? String.valueOf(days) : "");
	}

	/**
	 * Computed from the file by hand: 8 settled, 3 that ended by a withdrawal, 1
	 * resolved.
	 */
	@Test
	void timeFromDisputeToSettlementIsAMeanOfGroups() {
		Answer answer = this.registry.as("auditor")
			.query("""
					{ disputes(where: {fictional: {eq: false}, daysToResolution: {isNull: false}}) {
					  groups(by: [STATUS]) { key { status } count average { daysToResolution } max { daysToResolution } } } }""");
		assertThat(answer.data("/disputes/groups").values())
			.extracting((group) -> group.at("/key/status").asString() + " " + group.path("count").asInt() + " "
					+ group.at("/average/daysToResolution").asString() + " "
					+ group.at("/max/daysToResolution").asString())
			.containsExactlyInAnyOrder("SETTLED 8 999.875 2054", "WITHDRAWAL 3 730.6667 1461", "RESOLVED 1 1918 1918");
	}

	private Answer raise(String nation, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "nation", Scene.id("Nation", nation), "others",
						List.of(Scene.id("Contractor", "FX-WRT-WORKS")), "subject", "Late", "cause", "DELAY"));
		input.putAll(facts);
		return Scene.ask(this.scene.delegate(nation), "disputeRaise", SELECTION, input);
	}

	private Answer answer(String dispute, String nation, String statement) {
		return Scene.ask(this.scene.delegate(nation), "disputeAnswer", SELECTION,
				Map.of("dispute", dispute, "nation", Scene.id("Nation", nation), "statement", statement));
	}

	private Answer change(String mutation, String dispute, int version, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("dispute", dispute, "version", version, "reason", "It is so"));
		input.putAll(facts);
		return Scene.ask(this.scene.manager(), mutation, SELECTION, input);
	}

	private static String id(Answer raised) {
		return raised.data("/disputeRaise/dispute/id").asString();
	}

}
