package org.jointregistry.agreement;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threats show themselves to the parties of the agreements that answer them, and an
 * agreement is related to others.
 */
@RegistryTest
class ThreatTests {

	private static final String THREAT = Scene.id("Threat", "FX-WRT-THREAT");

	@OnStage
	private Scene scene;

	@Test
	void partyOfAnAgreementThatAnswersAThreatSeesIt() {
		Pact pact = Pact.toNegotiate(this.scene, Map.of("status", "IN_FORCE"));
		Pact.done(pact.add("XWA", Map.of("since", "2020")));
		Pact.done(Scene.ask(this.scene.registrar(), "threatAdd", "threat { id }",
				Map.of("key", "FX-WRT-THREAT", "name", "Mines", "kind", "SEA", "marking", "PARTNERS")));
		assertThat(sees("XWA")).isFalse();
		Pact.done(answer());
		assertThat(sees("XWA")).isTrue();
		assertThat(sees("XWB")).isFalse();
		assertThat(Scene.codes(answer())).containsExactly("TIED_ALREADY agreement");
	}

	@Test
	void answerThatHasEndedShowsTheThreatNoLonger() {
		Pact pact = Pact.toNegotiate(this.scene, Map.of("status", "IN_FORCE"));
		Pact.done(pact.add("XWA", Map.of("since", "2020")));
		Pact.done(Scene.ask(this.scene.registrar(), "threatAdd", "threat { id }",
				Map.of("key", "FX-WRT-THREAT", "name", "Mines", "kind", "SEA", "marking", "PARTNERS")));
		Answer answer = answer();
		Pact.done(answer);
		String key = answer.data("/threatAnswerAdd/threat/answeredBy/edges/0/key").asString();
		Pact.done(revise(key, 1, "2024"));
		assertThat(sees("XWA")).isFalse();
		Pact.done(answer());
		assertThat(Scene.codes(revise(key, 2, null))).containsExactly("TIED_ALREADY until");
	}

	private Answer revise(String key, int version, @Nullable String until) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("threat", THREAT, "key", key, "version", version, "reason", "It was another"));
		input.put("until", until);
		return Scene.ask(this.scene.registrar(), "threatAnswerRevise", "threat { id }", input);
	}

	@Test
	void agreementAddsToChangesAndIsPartOfAnother() {
		Pact.done(Pact.open(this.scene, Map.of("key", "FX-WRT-FRAME")));
		String frame = Scene.id("Agreement", "FX-WRT-FRAME");
		Pact.done(Pact.open(this.scene, Map.of("supplements", frame, "amends", frame, "annexOf", frame)));
		Answer read = this.scene.registrar().query("""
				{ agreements(where: {key: {eq: "FX-WRT-FRAME"}}) { nodes { supplementedBy { nodes { key } }
				  amendedBy { nodes { key } } annexes { nodes { key supplements { totalCount } amends { totalCount }
				  annexOf { title } } } } } }""");
		assertThat(read.all("key")).as(read.text()).containsExactly("FX-WRT-PACT", "FX-WRT-PACT", "FX-WRT-PACT");
		assertThat(read.all("totalCount")).containsExactly("1", "1");
		assertThat(read.all("title")).containsExactly("Pact");
	}

	private Answer answer() {
		return Scene.ask(this.scene.registrar(), "threatAnswerAdd", "threat { answeredBy { edges { key } } }",
				Map.of("threat", THREAT, "agreement", Pact.ID));
	}

	private boolean sees(String nation) {
		return this.scene.delegate(nation)
			.query("{ node(id: \"%s\") { id } }".formatted(THREAT))
			.errorCodes()
			.isEmpty();
	}

}
