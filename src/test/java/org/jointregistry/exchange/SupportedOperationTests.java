package org.jointregistry.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * Operations show themselves to whoever takes part in a program that supports them.
 */
@RegistryTest
class SupportedOperationTests {

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	private static final String SELECTION = """
			supportedOperation { id programs { nodes { key } } contributors { edges { key contribution node { key } } } }
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@Test
	void partnerOfAProgramThatSupportsAnOperationSeesIt() {
		this.scene.run("""
				MATCH (n:Nation {key: 'XWA'}), (p:Program {key: 'FX-WRT-ONE'})
				CREATE (n)-[:PARTICIPATES_IN {key: 'FX-WRT-PART', role: 'PARTNER', version: 1}]->(p)""");
		String id = added(Map.of("programs", List.of(PROGRAM))).path("id").asString();
		assertThat(sees("XWA", id)).isTrue();
		assertThat(sees("XWB", id)).isFalse();
		assertThat(this.scene.manager().query("{ node(id: \"%s\") { id } }".formatted(id)).errorCodes()).isEmpty();
		Answer revised = Scene.ask(registrar(), "supportedOperationRevise", SELECTION,
				Map.of("supportedOperation", id, "version", 1, "reason", "It is so", "programs", List.of()));
		assertThat(Scene.codes(revised)).as(revised.text()).isEmpty();
		assertThat(sees("XWA", id)).isFalse();
	}

	@Test
	void nationContributesOnceAtATime() {
		String id = added(Map.of()).path("id").asString();
		Map<String, Object> part = new LinkedHashMap<>(Map.of("supportedOperation", id, "nation",
				Scene.id("Nation", "XWA"), "contribution", "Ships", "since", "2024", "until", "2025"));
		Answer served = Scene.ask(registrar(), "operationPartAdd", SELECTION, part);
		assertThat(served.data("/operationPartAdd/supportedOperation/contributors/edges/0/contribution").asString())
			.as(served.text())
			.isEqualTo("Ships");
		part.put("since", "2024-07");
		assertThat(Scene.codes(Scene.ask(registrar(), "operationPartAdd", SELECTION, part)))
			.containsExactly("PERIOD_TAKEN since");
		part.putAll(Map.of("since", "2025", "until", "2026"));
		assertThat(Scene.codes(Scene.ask(registrar(), "operationPartAdd", SELECTION, part))).isEmpty();
		String key = served.data("/operationPartAdd/supportedOperation/contributors/edges/0/key").asString();
		assertThat(Scene.codes(Scene.ask(registrar(), "operationPartRevise", SELECTION,
				Map.of("supportedOperation", id, "key", key, "version", 1, "reason", "It is so", "until", "2025-06"))))
			.containsExactly("PERIOD_TAKEN since");
	}

	private JsonNode added(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("name", "FX-WRT relief", "kind", "DISASTER_RELIEF", "marking", "PARTNERS", "fictional", true));
		input.putAll(facts);
		Answer answer = Scene.ask(registrar(), "supportedOperationAdd", SELECTION, input);
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/supportedOperationAdd/supportedOperation");
	}

	private GraphqlSession registrar() {
		return this.registry
			.claiming((claims) -> claims.subject("scene-registrar").claim("roles", List.of("REGISTRAR")));
	}

	private boolean sees(String nation, String id) {
		return this.scene.delegate(nation).query("{ node(id: \"%s\") { id } }".formatted(id)).errorCodes().isEmpty();
	}

}
