package org.jointregistry.agreement;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Agreements are opened and changed, and show themselves to the nations that are party
 * today.
 */
@RegistryTest
class AgreementTests {

	private static final String AGREEMENT = Scene.id("Agreement", "FX-WRT-MOU");

	private static final String PARTIES = "agreement { parties { edges { key version role until } } }";

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		assertThat(Scene.codes(open(Map.of()))).isEmpty();
	}

	@Test
	void partyOfTodaySeesTheAgreement() {
		assertThat(sees("XWA")).isFalse();
		String key = key(add("XWA", Map.of("since", "2020")));
		assertThat(sees("XWA")).isTrue();
		assertThat(sees("XWB")).isFalse();
		Answer ended = revise(key, Map.of("until", "2021-06"));
		assertThat(Scene.codes(ended)).as(ended.text()).isEmpty();
		assertThat(ended.data("/agreementPartyRevise/agreement/parties/edges/0/version").asInt()).isEqualTo(2);
		assertThat(sees("XWA")).isFalse();
	}

	@Test
	void partsOfANationDoNotOverlap() {
		String first = key(add("XWA", Map.of("since", "2010", "until", "2015-03-01")));
		assertThat(Scene.codes(add("XWA", Map.of("since", "2015-02")))).containsExactly("PERIOD_TAKEN since");
		assertThat(Scene.codes(add("XWA", Map.of("since", "2015-03-01")))).isEmpty();
		assertThat(Scene.codes(add("XWB", Map.of("since", "2012")))).isEmpty();
		assertThat(Scene.codes(revise(first, Map.of("until", "2016")))).containsExactly("PERIOD_TAKEN since");
		assertThat(Scene.codes(revise(first, Map.of("until", "2009")))).containsExactly("PERIOD_REVERSED until");
	}

	@Test
	void agreementTakesThePlaceOfAnother() {
		Answer answer = open(Map.of("key", "FX-WRT-MOU-2", "supersedes", AGREEMENT));
		assertThat(answer.data("/agreementOpen/agreement/supersedes/nodes/0/key").asString()).as(answer.text())
			.isEqualTo("FX-WRT-MOU");
	}

	@Test
	void forceMayPrecedeTheSignatureAndTheEndNeither() {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("agreement", AGREEMENT, "version", 1, "reason", "It is so"));
		input.putAll(Map.of("inForce", "1971-11-01", "signed", "1972"));
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "agreementRevise", "agreement { id }", input)))
			.isEmpty();
		input.putAll(Map.of("version", 2, "ended", "1971-12"));
		assertThat(Scene.codes(Scene.ask(this.scene.registrar(), "agreementRevise", "agreement { id }", input)))
			.containsExactly("PERIOD_REVERSED ended");
	}

	private Answer open(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("key", "FX-WRT-MOU", "title", "Memorandum", "type",
				"JOINT_DEVELOPMENT", "instrument", "MOU", "status", "IN_FORCE", "marking", "PARTNERS"));
		input.putAll(facts);
		return Scene.ask(this.scene.registrar(), "agreementOpen", "agreement { supersedes { nodes { key } } }", input);
	}

	private Answer add(String nation, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("agreement", AGREEMENT, "nation", Scene.id("Nation", nation), "role", "PARTY"));
		input.putAll(facts);
		return Scene.ask(this.scene.registrar(), "agreementPartyAdd", PARTIES, input);
	}

	private Answer revise(String key, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("agreement", AGREEMENT, "key", key, "version", 1, "reason", "It is so"));
		input.putAll(facts);
		return Scene.ask(this.scene.registrar(), "agreementPartyRevise", PARTIES, input);
	}

	private static String key(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/agreementPartyAdd/agreement/parties/edges/0/key").asString();
	}

	private boolean sees(String nation) {
		return this.scene.delegate(nation)
			.query("{ node(id: \"%s\") { id } }".formatted(AGREEMENT))
			.errorCodes()
			.isEmpty();
	}

}
