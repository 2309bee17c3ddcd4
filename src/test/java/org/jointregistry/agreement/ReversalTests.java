package org.jointregistry.agreement;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was recorded wrongly of an agreement's life is taken back by whoever recorded it,
 * and what followed is reckoned anew from what stands.
 */
@RegistryTest
class ReversalTests {

	private static final Map<String, Object> ON_SIGNATURE = Map.of("entryIntoForce", "ON_SIGNATURE");

	@OnStage
	private Scene scene;

	@Test
	void signatureThatBroughtItIntoForceTakesTheForceAlong() {
		Pact pact = signed("XWA", "XWB");
		Answer taken = pact.takeBack("XWB", "SIGNATURE");
		Pact.done(taken);
		assertThat(taken.data("/agreementActReverse/agreementReversal").toString()).contains("\"what\":\"SIGNATURE\"",
				"\"date\":\"2024-03\"", "It was another", "\"key\":\"XWB\"");
		assertThat(List.of(pact.text("inForce"), pact.text("signed"), pact.text("status"), pact.text("stage"),
				pact.since("XWA"), pact.since("XWB")))
			.containsExactly("", "2024-02", "SIGNED", "SIGNATURE", "", "");
		assertThat(pact.stages()).containsExactly("NEGOTIATION 2023-01", "SIGNATURE 2024-01");
		assertThat(Scene.codes(pact.takeBack("XWB", "SIGNATURE"))).containsExactly("NOTHING_TO_REVERSE nation");
		Pact.done(pact.sign("XWB", "2024-05"));
		assertThat(List.of(pact.text("inForce"), pact.since("XWA"))).containsExactly("2024-05", "2024-05");
	}

	@Test
	void agreementOfAFileThatHasNoStageIsNoLongerInForceEither() {
		Pact pact = signed("XWA", "XWB");
		this.scene.run("""
				MATCH (pact:Agreement {key: 'FX-WRT-PACT'}) REMOVE pact.stage
				WITH pact MATCH (step:AgreementStep {stage: 'IN_FORCE'})-[:STEP_OF]->(pact) DETACH DELETE step""");
		Pact.done(pact.takeBack("XWB", "SIGNATURE"));
		assertThat(List.of(pact.text("inForce"), pact.text("status"), pact.text("stage"))).containsExactly("", "SIGNED",
				"");
	}

	@Test
	void agreementThatNobodySignedIsNegotiatedAgain() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		assertThat(Scene.codes(pact.takeBackStage("SIGNATURE", "2024-01"))).containsExactly("LATER_STEPS_STAND step");
		Pact.done(pact.takeBack("XWA", "SIGNATURE"));
		assertThat(List.of(pact.text("signed"), pact.text("status"))).containsExactly("", "NEGOTIATED");
		Pact.done(pact.takeBackStage("SIGNATURE", "2024-01"));
		assertThat(pact.text("stage")).isEqualTo("NEGOTIATION");
	}

	@Test
	void signatureOfWhoJoinedLaterLeavesTheForceAsItIs() {
		Pact pact = signed("XWA", "XWB");
		Pact.done(pact.add("XWC", Map.of()));
		Pact.done(pact.sign("XWC", "2025-04"));
		Pact.done(pact.stage("IMPLEMENTATION", "2025-05"));
		Pact.done(pact.takeBack("XWC", "SIGNATURE"));
		assertThat(List.of(pact.text("inForce"), pact.text("stage"), pact.since("XWA"), pact.since("XWC")))
			.containsExactly("2024-03", "IMPLEMENTATION", "2024-03", "");
	}

	@Test
	void entryIntoForceMovesToTheConsentsThatStand() {
		Pact pact = Pact.toSign(this.scene, Map.of("entryIntoForce", "NUMBER_OF_PARTIES", "partiesNeeded", 2), "XWA",
				"XWB", "XWC");
		for (String nation : List.of("XWA", "XWB", "XWC")) {
			Pact.done(pact.sign(nation, "2024-01"));
		}
		Pact.done(pact.ratify("XWA", "2024-03", "APPROVED"));
		Pact.done(pact.ratify("XWB", "2024-05", "APPROVED"));
		Pact.done(pact.ratify("XWC", "2024-07", "APPROVED"));
		Pact.done(pact.withdraw("XWB", "2025"));
		assertThat(Scene.codes(pact.takeBack("XWA", "SIGNATURE"))).containsExactly("LATER_STEPS_STAND nation");
		Pact.done(pact.takeBack("XWA", "RATIFICATION"));
		assertThat(List.of(pact.text("inForce"), pact.text("stage"), pact.text("status"), pact.since("XWA"),
				pact.since("XWB"), pact.since("XWC")))
			.containsExactly("2024-07", "IN_FORCE", "IN_FORCE", "", "2024-07", "2024-07");
		assertThat(pact.stages()).containsExactly("NEGOTIATION 2023-01", "SIGNATURE 2024-01", "IN_FORCE 2024-07");
		assertThat(pact.whole().at("/approvals/nodes").values())
			.filteredOn((approval) -> !approval.path("reversedBy").isNull())
			.extracting((approval) -> approval.path("date").asString())
			.containsExactly("2024-03");
	}

	@Test
	void whatBindsProvisionallyRestsOnTheSignature() {
		Pact pact = Pact.toSign(this.scene, Map.of("entryIntoForce", "PROVISIONAL"), "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-03"));
		Pact.done(pact.ratify("XWA", "2024-05", "APPROVED"));
		Pact.done(pact.ratify("XWB", "2024-06", "APPROVED"));
		Pact.done(pact.takeBack("XWB", "RATIFICATION"));
		assertThat(List.of(pact.text("inForce"), pact.since("XWA"), pact.since("XWB"))).containsExactly("", "2024-02",
				"2024-03");
		Pact.done(pact.takeBack("XWB", "SIGNATURE"));
		assertThat(pact.since("XWB")).isEmpty();
	}

	@Test
	void stagesAreTakenBackFromTheLast() {
		Pact pact = signed("XWA", "XWB");
		Pact.done(pact.stage("IMPLEMENTATION", "2024-10"));
		Pact.done(pact.stage("REVIEW", "2024-11"));
		assertThat(Scene.codes(pact.takeBack("XWB", "SIGNATURE"))).containsExactly("LATER_STEPS_STAND agreement");
		assertThat(Scene.codes(pact.takeBackStage("IMPLEMENTATION", "2024-10")))
			.containsExactly("LATER_STEPS_STAND step");
		Pact.done(pact.takeBackStage("REVIEW", "2024-11"));
		assertThat(Scene.codes(pact.takeBackStage("REVIEW", "2024-11"))).containsExactly("ALREADY_REVERSED step");
		Pact.done(pact.takeBackStage("IMPLEMENTATION", "2024-10"));
		assertThat(pact.text("stage")).isEqualTo("IN_FORCE");
		Pact.done(pact.takeBack("XWB", "SIGNATURE"));
		assertThat(pact.text("inForce")).isEmpty();
	}

	@Test
	void agreementThatIsTakenBackFromItsEndGoesOn() {
		Pact pact = signed("XWA", "XWB");
		Pact.done(pact.stage("TERMINATION", "2025"));
		assertThat(Scene.codes(pact.takeBack("XWB", "SIGNATURE"))).containsExactly("AGREEMENT_ENDED agreement");
		Pact.done(pact.takeBackStage("TERMINATION", "2025"));
		assertThat(List.of(pact.text("stage"), pact.text("status"), pact.text("ended"), pact.text("inForce")))
			.containsExactly("IN_FORCE", "IN_FORCE", "", "2024-03");
	}

	@Test
	void agreementThatWasGivenUpWaitsForItsDayAgain() {
		Pact pact = Pact.toSign(this.scene, Map.of("entryIntoForce", "ON_DATE", "forceDate", "9998"), "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-03"));
		Pact.done(pact.stage("TERMINATION", "2024-05"));
		Pact.done(pact.takeBackStage("TERMINATION", "2024-05"));
		assertThat(List.of(pact.text("stage"), pact.text("status"), pact.text("inForce"), pact.since("XWA")))
			.containsExactly("SIGNATURE", "SIGNED", "9998", "9998");
	}

	@Test
	void withdrawalIsTakenBackUnlessTheNationJoinedAgain() {
		Pact pact = signed("XWA", "XWB");
		assertThat(Scene.codes(pact.takeBack("XWB", "WITHDRAWAL"))).containsExactly("NOTHING_TO_REVERSE nation");
		Pact.done(pact.withdraw("XWB", "2025"));
		Pact.done(pact.takeBack("XWB", "WITHDRAWAL"));
		assertThat(pact.part("XWB").path("until").isNull()).isTrue();
		assertThat(pact.since("XWB")).isEqualTo("2024-03");
		Pact.done(pact.withdraw("XWB", "2025-02"));
		Pact.done(pact.add("XWB", Map.of()));
		assertThat(Scene.codes(pact.takeBack("XWB", "WITHDRAWAL"))).containsExactly("NOTHING_TO_REVERSE nation");
	}

	@Test
	void historyHasNoStepsToTakeBack() {
		Pact pact = Pact.toNegotiate(this.scene, Map.of("status", "IN_FORCE"));
		Pact.done(pact.add("XWA", Map.of()));
		Pact.done(pact.withdraw("XWA", "2024"));
		assertThat(Scene.codes(pact.takeBack("XWA", "WITHDRAWAL"))).containsExactly("NOT_TAKEN_THROUGH_LIFE agreement");
	}

	private Pact signed(String... nations) {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, nations);
		Pact.done(pact.sign(nations[0], "2024-02"));
		Pact.done(pact.sign(nations[1], "2024-03"));
		return pact;
	}

}
