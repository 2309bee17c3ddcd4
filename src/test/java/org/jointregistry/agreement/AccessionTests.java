package org.jointregistry.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nations join agreements later, and again, and agreements are given up before they enter
 * into force.
 */
@RegistryTest
class AccessionTests {

	private static final Map<String, Object> ON_SIGNATURE = Map.of("entryIntoForce", "ON_SIGNATURE", "releasableTo",
			List.of("nation:XWA", "nation:XWB"));

	@OnStage
	private Scene scene;

	@Test
	void nationThatJoinsSeesWhatItIsToSign() {
		Pact pact = inForce();
		assertThat(pact.isSeen("XWC", Pact.ID)).isFalse();
		Pact.done(pact.add("XWC", Map.of()));
		Pact.done(pact.sign("XWC", "2024-06"));
		assertThat(pact.since("XWC")).isEqualTo("2024-06");
	}

	@Test
	void whatANationGaveUpLongAgoIsNotShownToIt() {
		Pact pact = inForce();
		Pact.done(pact.add("XWC", Map.of("until", "2024-01")));
		assertThat(pact.isSeen("XWC", Pact.ID)).isFalse();
		Pact.done(pact.revisePart("XWC", with(Map.of(), "until")));
		assertThat(pact.isSeen("XWC", Pact.ID)).isTrue();
	}

	@Test
	void nationThatWithdrewJoinsAgainWhereItLeft() {
		Pact pact = inForce();
		Pact.done(pact.withdraw("XWB", "2025-01-01"));
		Pact.done(pact.add("XWB", Map.of()));
		assertThat(Scene.codes(pact.add("XWB", Map.of()))).containsExactly("PERIOD_TAKEN since");
		Pact.done(pact.sign("XWB", "2024-12"));
		assertThat(pact.since("XWB")).isEqualTo("2025-01-01");
	}

	@Test
	void nationThatGaveUpJoinsAgainOnce() {
		Pact pact = inForce();
		Pact.done(pact.add("XWC", Map.of()));
		String first = pact.part("XWC").path("key").asString();
		Pact.done(pact.revisePart("XWC", Map.of("until", "2024-05")));
		Pact.done(pact.add("XWC", Map.of()));
		Map<String, Object> again = Map.of("key", first, "version", 2);
		assertThat(Scene.codes(pact.revisePart("XWC", with(again, "until")))).containsExactly("PERIOD_TAKEN since");
		Pact.done(pact.sign("XWC", "2024-06"));
		assertThat(pact.since("XWC")).isEqualTo("2024-06");
	}

	private static Map<String, Object> with(Map<String, Object> facts, String takenAway) {
		Map<String, Object> all = new LinkedHashMap<>(facts);
		all.put(takenAway, null);
		return all;
	}

	@Test
	void agreementIsGivenUpBeforeItsDayComes() {
		Pact pact = Pact.toSign(this.scene, Map.of("entryIntoForce", "ON_DATE", "forceDate", "9998"), "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-03"));
		Pact.done(pact.stage("TERMINATION", "2024-05"));
		assertThat(List.of(pact.text("status"), pact.text("ended"), pact.text("inForce"), pact.since("XWA"),
				pact.since("XWB")))
			.containsExactly("TERMINATED", "2024-05", "", "", "");
		assertThat(this.scene.run("""
				MATCH (:Agreement {key: 'FX-WRT-PACT'})-[:WAS]->(was) WHERE was.inForce IS NOT NULL
				MATCH ()-[part:WAS_PARTY_TO]->(:Agreement {key: 'FX-WRT-PACT'}) WHERE part.since IS NOT NULL
				RETURN DISTINCT was.inForce AS inForce, part.since AS since"""))
			.extracting((row) -> row.get("inForce").asString() + " " + row.get("since").asString())
			.containsExactly("9998 9998");
	}

	@Test
	void endInTheYearOfEntryIntoForceMayBeLaterThanThat() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-08-20"));
		assertThat(Scene.codes(pact.withdraw("XWB", "2024-07"))).containsExactly("BEFORE_FORCE until");
		Pact.done(pact.withdraw("XWB", "2024"));
		assertThat(Scene.codes(pact.stage("TERMINATION", "2024-07"))).containsExactly("BEFORE_FORCE date");
		Pact.done(pact.stage("TERMINATION", "2024"));
	}

	@Test
	void whoWaitsForTheLifeOfAnAgreementHoldsNothingOfIt() throws Exception {
		Pact pact = Pact.toNegotiate(this.scene, ON_SIGNATURE);
		Pact.done(this.scene.whileHeld(Scene.lock("Agreement/FX-WRT-PACT"),
				"MATCH (a:Agreement {key: 'FX-WRT-PACT'}) SET a.version = a.version",
				() -> pact.stage("NEGOTIATION", "2023")));
	}

	@Test
	void ruleThatIsTakenAwayIsNotSigned() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		Pact.done(pact.revise(Collections.singletonMap("entryIntoForce", null)));
		assertThat(Scene.codes(pact.sign("XWA", "2024-02"))).containsExactly("NOT_TAKEN_THROUGH_LIFE agreement");
	}

	@Test
	void termsAreThoseOfTheRuleAndGoWithIt() {
		assertThat(Scene.codes(Pact.open(this.scene, Map.of("forceDate", "2025", "partiesNeeded", 2))))
			.containsExactly("TERMS_MISPLACED partiesNeeded", "TERMS_MISPLACED forceDate");
		assertThat(Scene
			.codes(Pact.open(this.scene, Map.of("entryIntoForce", "ON_DATE", "forceDate", "2025", "partiesNeeded", 2))))
			.containsExactly("TERMS_MISPLACED partiesNeeded");
		Pact pact = Pact.toSign(this.scene, Map.of("entryIntoForce", "NUMBER_OF_PARTIES", "partiesNeeded", 2), "XWA",
				"XWB");
		Pact.done(pact.revise(Map.of("entryIntoForce", "ON_DATE", "forceDate", "2025")));
		assertThat(this.scene.run("MATCH (a:Agreement {key: 'FX-WRT-PACT'}) RETURN a.partiesNeeded AS number"))
			.allMatch((row) -> row.get("number").isNull());
	}

	private Pact inForce() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-03"));
		return pact;
	}

}
