package org.jointregistry.technology;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Managers record the transfers of their programs, and decide what industry asks for.
 */
@RegistryTest
class TransferTests {

	private static final String SELECTION = "transfer { id version status decided from { nodes { key } } to { nodes { key } } }";

	private static final String MADE = """
			MATCH (p:Program {key: 'FX-WRT-ONE'}) SET p.marking = 'PUBLIC', p.releasedTo = p.releasedTo + 'public'
			CREATE (works:Contractor {key: 'FX-WRT-WORKS', name: 'Works', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			CREATE (works)<-[:PERFORMED_BY]-(:WorkShare {key: 'FX-WRT-SHARE', role: 'SUPPLIER', marking: 'ORIGINATOR',
			  releasableTo: [], releasedTo: ['organization:FX-WRT-WORKS'], industryReleasable: false, fictional: true,
			  version: 1})-[:PART_OF_WORK]->(p)
			""";

	private static final String WORKS = Scene.id("Contractor", "FX-WRT-WORKS");

	private static final String NATION = Scene.id("Nation", "XWA");

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(MADE);
	}

	@Test
	void transferIsSeenByItsPartiesAndItsProgram() {
		Answer answer = ask(this.scene.manager(), "transferAdd", Map.of("status", "AGREED", "marking", "ORIGINATOR"));
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		assertThat(answer.data("/transferAdd/transfer/from/nodes/0/key").asString()).isEqualTo("FX-WRT-WORKS");
		assertThat(answer.data("/transferAdd/transfer/to/nodes/0/key").asString()).isEqualTo("XWA");
		String id = answer.data("/transferAdd/transfer/id").asString();
		assertThat(List.of(this.scene.manager(), this.scene.delegate("XWA"), this.scene.industry("FX-WRT-WORKS")))
			.allMatch((session) -> sees(session, id));
		assertThat(List.of(this.scene.delegate("XWB"), this.scene.industry("FX-WRT-OTHERS")))
			.noneMatch((session) -> sees(session, id));
	}

	@ParameterizedTest
	@CsvSource({ "APPROVED", "DENIED" })
	void managerDecidesWhatIndustryAsksFor(String decision) {
		Answer asked = ask(this.scene.industry("FX-WRT-WORKS"), "transferRequest", Map.of());
		assertThat(asked.data("/transferRequest/transfer/status").asString()).as(asked.text()).isEqualTo("REQUESTED");
		Map<String, Object> input = Map.of("transfer", asked.data("/transferRequest/transfer/id").asString(), "version",
				1, "status", decision, "decided", "2026-11-02");
		assertThat(Scene.ask(this.scene.industry("FX-WRT-WORKS"), "transferDecide", SELECTION, input).errorCodes())
			.containsExactly("FORBIDDEN");
		Answer decided = Scene.ask(this.scene.manager(), "transferDecide", SELECTION, input);
		assertThat(decided.data("/transferDecide/transfer/status").asString()).as(decided.text()).isEqualTo(decision);
		assertThat(decided.data("/transferDecide/transfer/version").asInt()).isEqualTo(2);
	}

	@Test
	void requestIsShownByWhoDecidesIt() {
		String id = request();
		this.scene.run("""
				MATCH (p:Program {key: 'FX-WRT-ONE'}), (n:Nation {key: 'XWB'})
				CREATE (n)-[:PARTICIPATES_IN {key: 'FX-WRT-PART', role: 'PARTNER'}]->(p)""");
		assertThat(List.of(this.scene.manager(), this.scene.delegate("XWA"), this.scene.industry("FX-WRT-WORKS")))
			.allMatch((session) -> sees(session, id));
		assertThat(sees(this.scene.delegate("XWB"), id)).isFalse();
		assertThat(Scene.codes(decide(id, 1, "APPROVED"))).isEmpty();
		assertThat(sees(this.scene.delegate("XWB"), id)).isTrue();
	}

	@Test
	void requestIsDecidedBeforeItIsChanged() {
		String id = request();
		Map<String, Object> change = new LinkedHashMap<>(
				Map.of("transfer", id, "version", 1, "reason", "It is so", "regime", "ITAR"));
		assertThat(Scene.codes(Scene.ask(this.scene.manager(), "transferRevise", SELECTION, change)))
			.containsExactly("NOT_DECIDED transfer");
		assertThat(Scene.codes(decide(id, 1, "APPROVED"))).isEmpty();
		change.put("version", 2);
		assertThat(Scene.codes(Scene.ask(this.scene.manager(), "transferRevise", SELECTION, change))).isEmpty();
	}

	@Test
	void requestIsDecidedOnce() {
		String id = request();
		assertThat(Scene.codes(decide(id, 1, "REQUESTED"))).containsExactly("STATUS_IS_NO_DECISION status");
		assertThat(Scene.codes(decide(id, 1, "APPROVED"))).isEmpty();
		assertThat(Scene.codes(decide(id, 2, "DENIED"))).containsExactly("NOT_REQUESTED transfer");
	}

	@Test
	void organizationAsksWhileItWorksOnTheProgram() {
		this.scene.run("MATCH (w:WorkShare {key: 'FX-WRT-SHARE'}) SET w.until = '2020'");
		assertThat(Scene.codes(ask(this.scene.industry("FX-WRT-WORKS"), "transferRequest", Map.of())))
			.containsExactly("NO_WORK_SHARE program");
	}

	@Test
	void managerAsksForNothing() {
		assertThat(Scene.codes(ask(this.scene.manager(), "transferAdd", Map.of("status", "REQUESTED"))))
			.containsExactly("STATUS_IS_NO_DECISION status");
		Answer added = ask(this.scene.manager(), "transferAdd", Map.of("status", "AGREED"));
		Map<String, Object> input = Map.of("transfer", added.data("/transferAdd/transfer/id").asString(), "version", 1,
				"reason", "It is so", "status", "REQUESTED");
		assertThat(Scene.codes(Scene.ask(this.scene.manager(), "transferRevise", SELECTION, input)))
			.containsExactly("STATUS_IS_NO_DECISION status");
	}

	@Test
	void organizationAsksForItselfAlone() {
		assertThat(ask(this.scene.industry("FX-WRT-OTHERS"), "transferRequest", Map.of()).errorCodes())
			.containsExactly("FORBIDDEN");
		assertThat(Scene
			.codes(ask(this.scene.industry("FX-WRT-WORKS"), "transferRequest", Map.of("from", NATION, "to", WORKS))))
			.isEmpty();
	}

	@Test
	void transferIsFromOnePartyToAnother() {
		assertThat(Scene.codes(ask(this.scene.manager(), "transferAdd", Map.of("status", "AGREED", "to", WORKS))))
			.containsExactly("SAME_PARTY to");
		assertThat(Scene.codes(ask(this.scene.industry("FX-WRT-WORKS"), "transferRequest", Map.of("to", WORKS))))
			.containsExactly("SAME_PARTY to");
	}

	@Test
	void flowIsAsItWasRecorded() throws InterruptedException {
		Instant before = Scene.between();
		Answer added = ask(this.scene.manager(), "transferAdd", Map.of("status", "AGREED", "regime", "ITAR"));
		Instant agreed = Scene.between();
		Map<String, Object> change = Map.of("transfer", added.data("/transferAdd/transfer/id").asString(), "version", 1,
				"reason", "It is so", "regime", "EAR", "status", "APPROVED");
		assertThat(Scene.codes(Scene.ask(this.scene.manager(), "transferRevise", SELECTION, change))).isEmpty();
		assertThat(flow(before)).isEmpty();
		assertThat(flow(agreed)).containsExactly("ITAR AGREED", "ITAR AGREED");
		assertThat(flow(Scene.between())).containsExactly("EAR APPROVED", "EAR APPROVED");
	}

	/** Regime and consent of each step of the flow to the nation. */
	private List<String> flow(Instant at) {
		Answer answer = this.scene.registrar()
			.query("query @asOf(at: \"%s\") { technologyFlow(from: \"%s\", to: \"%s\", maxHops: 2) { paths { steps { regime consent } } } }"
				.formatted(at, WORKS, NATION));
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return answer.data("/technologyFlow/paths")
			.valueStream()
			.flatMap((path) -> path.path("steps").valueStream())
			.map((step) -> step.path("regime").asString() + " " + step.path("consent").asString())
			.toList();
	}

	private String request() {
		return ask(this.scene.industry("FX-WRT-WORKS"), "transferRequest", Map.of())
			.data("/transferRequest/transfer/id")
			.asString();
	}

	private Answer decide(String id, int version, String status) {
		return Scene.ask(this.scene.manager(), "transferDecide", SELECTION,
				Map.of("transfer", id, "version", version, "status", status));
	}

	private static Answer ask(GraphqlSession session, String mutation, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "from",
				WORKS, "to", NATION, "kind", "TECHNICAL_DATA"));
		input.putAll(facts);
		return Scene.ask(session, mutation, SELECTION, input);
	}

	private static boolean sees(GraphqlSession session, String id) {
		return session.query("{ node(id: \"%s\") { id } }".formatted(id)).errorCodes().isEmpty();
	}

}
