package org.jointregistry.technology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
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
			CREATE (:Contractor {key: 'FX-WRT-WORKS', name: 'Works', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			""";

	private static final String WORKS = Scene.id("Contractor", "FX-WRT-WORKS");

	private static final String NATION = Scene.id("Nation", "XWA");

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryClient registry;

	private Scene scene;

	@BeforeEach
	void set() {
		this.scene = new Scene(this.driver, this.registry);
		this.scene.set();
		this.scene.run(MADE);
	}

	@AfterEach
	void clear() {
		this.scene.clear();
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
				1, "reason", "It is so", "status", decision, "decided", "2026-11-02");
		assertThat(Scene.ask(this.scene.industry("FX-WRT-WORKS"), "transferRevise", SELECTION, input).errorCodes())
			.containsExactly("FORBIDDEN");
		Answer decided = Scene.ask(this.scene.manager(), "transferRevise", SELECTION, input);
		assertThat(decided.data("/transferRevise/transfer/status").asString()).as(decided.text()).isEqualTo(decision);
		assertThat(decided.data("/transferRevise/transfer/version").asInt()).isEqualTo(2);
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
