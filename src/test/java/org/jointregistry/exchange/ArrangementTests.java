package org.jointregistry.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
 * Arrangements to share information and technology are added and changed by the registrar
 * and by the manager of the program that they are for, and seen by their parties.
 */
@RegistryTest
class ArrangementTests {

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	private static final String AGREEMENT = Scene.id("Agreement", "FX-WRT-PACT");

	private static final String TECHNOLOGY = Scene.id("Technology", "FX-WRT-RADAR");

	private static final String SELECTION = """
			exchangeArrangement { id key version topics technologies { nodes { key } }
			  parties { edges { key version role node { key } } } }
			""";

	private static final String NAMED = """
			CREATE (pact:Agreement {key: 'FX-WRT-PACT', title: 'Pact'}), (radar:Technology {key: 'FX-WRT-RADAR', name: 'Radar'})
			FOREACH (made IN [pact, radar] | SET made.marking = 'PUBLIC', made.releasableTo = [],
			  made.releasedTo = ['public'], made.industryReleasable = false, made.fictional = true, made.version = 1)
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(NAMED);
	}

	@Test
	void partySeesWhatItSharesUnderAlsoAfterItLeft() {
		String id = added(add(Map.of())).path("id").asString();
		assertThat(Stream.of("XWA", "XWB", "XWC").filter((nation) -> sees(this.scene.delegate(nation), id)))
			.containsExactly("XWA", "XWB");
		JsonNode joined = done(Scene.ask(this.scene.manager(), "exchangePartAdd", SELECTION, Map
			.of("exchangeArrangement", id, "nation", Scene.id("Nation", "XWC"), "role", "RECEIVES", "since", "2024")),
				"exchangePartAdd");
		assertThat(sees(this.scene.delegate("XWC"), id)).isTrue();
		JsonNode part = joined.at("/parties/edges")
			.values()
			.stream()
			.filter((edge) -> edge.at("/node/key").asString().equals("XWC"))
			.findFirst()
			.orElseThrow();
		done(Scene.ask(this.scene.manager(), "exchangePartRevise", SELECTION, Map.of("exchangeArrangement", id, "key",
				part.path("key").asString(), "version", 1, "reason", "It left", "until", "2025")),
				"exchangePartRevise");
		assertThat(sees(this.scene.delegate("XWC"), id)).isTrue();
	}

	@Test
	void partsOfANationDoNotOverlap() {
		String id = added(add(Map.of())).path("id").asString();
		Map<String, Object> again = Map.of("exchangeArrangement", id, "nation", Scene.id("Nation", "XWA"), "role",
				"GIVES", "since", "2024");
		assertThat(Scene.codes(Scene.ask(this.scene.manager(), "exchangePartAdd", SELECTION, again)))
			.containsExactly("PERIOD_TAKEN since");
		Map<String, Object> joining = new LinkedHashMap<>(again);
		joining.putAll(Map.of("nation", Scene.id("Nation", "XWC"), "since", "2024", "until", "2025"));
		String first = joined(joining);
		joining.putAll(Map.of("since", "2026", "until", "2027"));
		joined(joining);
		assertThat(Scene.codes(Scene.ask(this.scene.manager(), "exchangePartRevise", SELECTION, Map
			.of("exchangeArrangement", id, "key", first, "version", 1, "reason", "It is so", "until", "2026-06"))))
			.containsExactly("PERIOD_TAKEN since");
	}

	/** The key of the newest part of XWC, which is the highest. */
	private String joined(Map<String, Object> input) {
		return done(Scene.ask(this.scene.manager(), "exchangePartAdd", SELECTION, input), "exchangePartAdd")
			.at("/parties/edges")
			.values()
			.stream()
			.filter((edge) -> edge.at("/node/key").asString().equals("XWC"))
			.map((edge) -> edge.path("key").asString())
			.max(String::compareTo)
			.orElseThrow();
	}

	@Test
	void arrangementIsBetweenTwoNationsEachNamedOnce() {
		assertThat(Scene.codes(add(Map.of("parties", List.of(part("XWA")))))).containsExactly("TOO_FEW parties");
		assertThat(Scene.codes(add(Map.of("parties", List.of(part("XWA"), part("XWA"))))))
			.containsExactly("NATION_TWICE parties 1 nation");
	}

	@Test
	void onlyWhatSharesTechnologyNamesTechnologies() {
		assertThat(Scene.codes(add(Map.of("technologies", List.of(TECHNOLOGY)))))
			.containsExactly("NOT_FOR_TECHNOLOGY technologies");
		JsonNode information = added(add(Map.of()));
		assertThat(Scene.codes(revise(information, Map.of("technologies", List.of(TECHNOLOGY)))))
			.containsExactly("NOT_FOR_TECHNOLOGY technologies");
		JsonNode channel = added(add(Map.of("kind", "TECHNOLOGY", "technologies", List.of(TECHNOLOGY))));
		assertThat(channel.at("/technologies/nodes/0/key").asString()).isEqualTo("FX-WRT-RADAR");
		JsonNode revised = done(revise(channel, Map.of("technologies", List.of(), "topics", "Tests")),
				"exchangeArrangementRevise");
		assertThat(revised.at("/technologies/nodes").values()).isEmpty();
		assertThat(revised.path("topics").asString()).isEqualTo("Tests");
	}

	@Test
	void managerAddsForTheOwnProgramUnderItsAgreement() {
		assertThat(Scene.codes(add(Map.of("agreement", AGREEMENT)))).containsExactly("NOT_UNDER_AGREEMENT agreement");
		assertThat(Scene
			.codes(Scene.ask(registrar(), "exchangeArrangementAdd", SELECTION, input(Map.of("agreement", AGREEMENT)))))
			.isEmpty();
		this.scene
			.run("""
					MATCH (p:Program {key: 'FX-WRT-ONE'}), (a:Agreement {key: 'FX-WRT-PACT'}) CREATE (p)-[:GOVERNED_BY]->(a)""");
		assertThat(Scene.codes(add(Map.of("agreement", AGREEMENT)))).isEmpty();
		assertThat(Scene
			.ask(this.registry.as("manager-f35"), "exchangeArrangementRevise", SELECTION,
					change(added(add(Map.of("marking", "PUBLIC"))), Map.of("topics", "Tests")))
			.errorCodes()).containsExactly("FORBIDDEN");
	}

	private Answer add(Map<String, Object> facts) {
		return Scene.ask(this.scene.manager(), "exchangeArrangementAdd", SELECTION, input(facts));
	}

	private GraphqlSession registrar() {
		return this.registry
			.claiming((claims) -> claims.subject("scene-registrar").claim("roles", List.of("REGISTRAR")));
	}

	private static Map<String, Object> input(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("name", "FX-WRT picture", "kind", "INFORMATION",
				"topics", "Ships", "program", PROGRAM, "parties", List.of(part("XWA"), part("XWB"))));
		input.putAll(facts);
		return input;
	}

	private static Map<String, Object> part(String nation) {
		return Map.of("nation", Scene.id("Nation", nation), "role", "BOTH");
	}

	private Answer revise(JsonNode arrangement, Map<String, Object> facts) {
		return Scene.ask(this.scene.manager(), "exchangeArrangementRevise", SELECTION, change(arrangement, facts));
	}

	private static Map<String, Object> change(JsonNode arrangement, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("exchangeArrangement", arrangement.path("id").asString(), "version", 1, "reason", "It is so"));
		input.putAll(facts);
		return input;
	}

	private static JsonNode added(Answer answer) {
		return done(answer, "exchangeArrangementAdd");
	}

	private static JsonNode done(Answer answer, String mutation) {
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/" + mutation + "/exchangeArrangement");
	}

	private static boolean sees(GraphqlSession session, String id) {
		return session.query("{ node(id: \"%s\") { id } }".formatted(id)).errorCodes().isEmpty();
	}

}
