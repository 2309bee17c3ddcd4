package org.jointregistry.partner;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nations, communities and standards are added by the registrar under their codes and
 * designations, and shown to everyone.
 */
@RegistryTest
class ReferenceTests {

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@Test
	void referenceDataIsPublic() {
		this.scene.run("MATCH (n:Nation {key: 'XWB'}) DETACH DELETE n");
		assertPublic("nation", Map.of("key", "XWB", "name", "New", "status", "USER_ASSIGNED"));
		assertPublic("community", Map.of("key", "FX-WRT-UNION", "name", "Union", "type", "UNION"));
		assertPublic("standard", standard("FX-WRT-STANAG"));
	}

	private void assertPublic(String field, Map<String, Object> input) {
		Answer answer = ask(field, input);
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		String id = answer.data("/" + field + "Add/" + field + "/id").asString();
		assertThat(this.registry.as("viewer-swe")
			.query("{ node(id: \"%s\") { ... on Record { marking } } }".formatted(id))
			.data("/node/marking")
			.asString()).isEqualTo("PUBLIC");
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "X1A", "XW", "A" })
	void nationIsKnownByThreeCapitalLetters(String key) {
		assertThat(Scene.codes(ask("nation", Map.of("key", key, "name", "New", "status", "CURRENT"))))
			.containsExactly("NATION_CODE_INVALID key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "FX-WRT-STANAG 4559", "FX-WRT-DEF STAN 23-009" })
	void standardIsKnownByItsDesignation(String key) {
		Answer answer = ask("standard", standard(key));
		assertThat(answer.data("/standardAdd/standard/key").asString()).as(answer.text()).isEqualTo(key);
		assertThat(Scene.codes(ask("standard", standard(key)))).containsExactly("KEY_TAKEN key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "FX-WRT-STANAG  4559", "FX-WRT-STANAG ", "-A", "FX-WRT-A/B" })
	void strangeDesignationIsRefused(String key) {
		assertThat(Scene.codes(ask("standard", standard(key)))).containsExactly("KEY_INVALID key");
	}

	@Test
	void keyThatTokensNameHasNoSpaces() {
		assertThat(Scene.codes(ask("community", Map.of("key", "FX-WRT-A B", "name", "Union", "type", "UNION"))))
			.containsExactly("KEY_INVALID key");
	}

	private static Map<String, Object> standard(String key) {
		return Map.of("key", key, "title", "Standard", "body", "None", "area", "AIR");
	}

	private Answer ask(String field, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(facts);
		input.put("fictional", true);
		return Scene.ask(this.scene.registrar(), field + "Add", field + " { id key }", input);
	}

}
