package org.jointregistry.agreement;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is reckoned anew where a step of a nation is taken back: what rested on it, and
 * nothing else.
 */
@RegistryTest
class ReckoningTests {

	private static final Map<String, Object> PROVISIONAL = Map.of("entryIntoForce", "PROVISIONAL");

	private static final Map<String, Object> ON_SIGNATURE = Map.of("entryIntoForce", "ON_SIGNATURE");

	private static final Map<String, Object> TWO_OF_THEM = Map.of("entryIntoForce", "NUMBER_OF_PARTIES",
			"partiesNeeded", 2);

	@OnStage
	private Scene scene;

	@Test
	void withdrawalThatBroughtItIntoForceTakesTheForceAlong() {
		Pact pact = signed(PROVISIONAL, "XWA", "XWB", "XWC");
		Pact.done(pact.ratify("XWA", "2024-03", "APPROVED"));
		Pact.done(pact.ratify("XWB", "2024-05", "APPROVED"));
		Pact.done(pact.withdraw("XWC", "2025"));
		assertThat(List.of(pact.text("inForce"), pact.text("stage"))).containsExactly("2024-05", "IN_FORCE");
		Pact.done(pact.stage("IMPLEMENTATION", "2024-06"));
		assertThat(Scene.codes(pact.takeBack("XWC", "WITHDRAWAL"))).containsExactly("LATER_STEPS_STAND agreement");
		Pact.done(pact.takeBackStage("IMPLEMENTATION", "2024-06"));
		Pact.done(pact.takeBack("XWC", "WITHDRAWAL"));
		assertThat(List.of(pact.text("inForce"), pact.text("stage"), pact.text("status"), pact.since("XWA"),
				pact.since("XWB"), pact.since("XWC")))
			.containsExactly("", "SIGNATURE", "SIGNED", "2024-02", "2024-02", "2024-02");
		assertThat(pact.stages()).containsExactly("NEGOTIATION 2023-01", "SIGNATURE 2024-01");
		Pact.done(pact.ratify("XWC", "2024-06", "APPROVED"));
		assertThat(pact.text("inForce")).isEqualTo("2024-06");
	}

	@Test
	void withdrawalAfterTheEntryIntoForceLeavesItAsItIs() {
		Pact pact = signed(PROVISIONAL, "XWA", "XWB");
		Pact.done(pact.ratify("XWA", "2024-03", "APPROVED"));
		Pact.done(pact.ratify("XWB", "2024-05", "APPROVED"));
		Pact.done(pact.add("XWC", Map.of()));
		say("XWC", "signed: '2024-01', since: '2024-01'");
		Pact.done(pact.withdraw("XWC", "2025"));
		Pact.done(pact.takeBack("XWC", "WITHDRAWAL"));
		assertThat(List.of(pact.text("inForce"), pact.text("stage"), pact.since("XWC"))).containsExactly("2024-05",
				"IN_FORCE", "2024-01");
	}

	@Test
	void whatAWithdrawalKeptFromEnteringIntoForceDoesSoWithoutIt() {
		Pact pact = signed(PROVISIONAL, "XWA", "XWB");
		Pact.done(pact.ratify("XWB", "2024-03", "APPROVED"));
		Pact.done(pact.withdraw("XWB", "2025"));
		Pact.done(pact.ratify("XWA", "2024-05", "APPROVED"));
		assertThat(pact.text("inForce")).isEmpty();
		Pact.done(pact.takeBack("XWB", "WITHDRAWAL"));
		assertThat(List.of(pact.text("inForce"), pact.text("stage"), pact.text("status"))).containsExactly("2024-05",
				"IN_FORCE", "IN_FORCE");
	}

	@Test
	void lastSignatureIsNotTakenBackFromWhatIsBeingRatified() {
		Pact pact = Pact.toSign(this.scene, Map.of("entryIntoForce", "ALL_PARTIES"), "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-02"));
		Pact.done(pact.stage("RATIFICATION", "2024-03"));
		Pact.done(pact.takeBack("XWB", "SIGNATURE"));
		assertThat(Scene.codes(pact.takeBack("XWA", "SIGNATURE"))).containsExactly("LATER_STEPS_STAND agreement");
		Pact.done(pact.takeBackStage("RATIFICATION", "2024-03"));
		Pact.done(pact.takeBack("XWA", "SIGNATURE"));
		assertThat(List.of(pact.text("signed"), pact.text("status"), pact.text("stage"))).containsExactly("",
				"NEGOTIATED", "SIGNATURE");
	}

	@Test
	void reversalIsShownAsTheStepIsThatItTakesBack() {
		Pact pact = signed(Map.of("entryIntoForce", "ALL_PARTIES", "marking", "PUBLIC"), "XWA", "XWB");
		Pact.done(pact.ratify("XWA", "2024-03", "APPROVED"));
		this.scene.run("""
				MATCH (approval:Approval)-[:APPROVAL_OF]->(:Agreement {key: 'FX-WRT-PACT'})
				SET approval.marking = 'ORIGINATOR'""");
		Pact.done(pact.ratify("XWB", "2024-05", "APPROVED"));
		Pact.done(pact.takeBack("XWA", "RATIFICATION"));
		Pact.done(pact.takeBack("XWA", "SIGNATURE"));
		Pact.done(pact.takeBack("XWB", "RATIFICATION"));
		say("XWB", "marking: 'ORIGINATOR', releasableTo: []");
		Pact.done(pact.takeBack("XWB", "SIGNATURE"));
		assertThat(pact.reversals()).containsExactlyInAnyOrder("RATIFICATION ORIGINATOR XWA It was another",
				"STAGE PUBLIC - What it rested on was taken back", "SIGNATURE PUBLIC XWA It was another",
				"RATIFICATION PARTNERS XWB It was another", "SIGNATURE ORIGINATOR XWB It was another");
	}

	@Test
	void stageThatIsShownToFewerIsTakenBackBeforeTheSame() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		this.scene.run("""
				MATCH (step:AgreementStep {stage: 'SIGNATURE'})-[:STEP_OF]->(:Agreement {key: 'FX-WRT-PACT'})
				SET step.marking = 'ORIGINATOR', step.originator = 'XWB'""");
		Pact.done(pact.takeBackStage("SIGNATURE", "2024-01"));
		assertThat(pact.reversals()).containsExactly("STAGE ORIGINATOR XWB It was another");
	}

	@Test
	void whoGaveUpBeforeItWasBoundDoesNotCount() {
		Pact pact = signed(TWO_OF_THEM, "XWA", "XWB", "XWC");
		Pact.done(pact.ratify("XWC", "2024-03", "APPROVED"));
		Pact.done(pact.revisePart("XWC", Map.of("until", "2024-12")));
		Pact.done(pact.ratify("XWA", "2024-04", "APPROVED"));
		Pact.done(pact.ratify("XWB", "2024-05", "APPROVED"));
		assertThat(pact.text("inForce")).isEqualTo("2024-05");
		Pact.done(pact.takeBack("XWB", "RATIFICATION"));
		assertThat(List.of(pact.text("inForce"), pact.since("XWA"), pact.since("XWC"))).containsExactly("", "", "");
	}

	@Test
	void whoHadWithdrawnByThenDoesNotCount() {
		Pact pact = ratified();
		Pact.done(pact.withdraw("XWB", "2024-06"));
		Pact.done(pact.takeBack("XWA", "RATIFICATION"));
		assertThat(List.of(pact.text("inForce"), pact.since("XWB"), pact.since("XWC"))).containsExactly("", "", "");
	}

	@Test
	void whoWithdrewLaterInTheSameYearCounts() {
		Pact pact = ratified();
		Pact.done(pact.withdraw("XWB", "2024"));
		Pact.done(pact.takeBack("XWA", "RATIFICATION"));
		assertThat(List.of(pact.text("inForce"), pact.since("XWB"), pact.since("XWC"))).containsExactly("2024-07",
				"2024-07", "2024-07");
	}

	@Test
	void partThatEndedBeforeAnotherOfItsNationBeginsAsTheForceDoes() {
		Pact pact = ratified();
		Pact.done(pact.withdraw("XWB", "2024-08"));
		Pact.done(pact.add("XWB", Map.of()));
		Pact.done(pact.sign("XWB", "2024-09"));
		Pact.done(pact.ratify("XWB", "2024-10", "APPROVED"));
		Pact.done(pact.withdraw("XWB", "2025-02"));
		Pact.done(pact.takeBack("XWA", "RATIFICATION"));
		assertThat(pact.text("inForce")).isEqualTo("2024-07");
		assertThat(pact.whole().at("/parties/edges").values())
			.filteredOn((edge) -> edge.at("/node/key").asString().equals("XWB"))
			.extracting((edge) -> edge.path("since").asString() + " " + edge.path("until").asString())
			.containsExactlyInAnyOrder("2024-07 2024-08", "2024-10 2025-02");
	}

	@Test
	void whatDoesNotRestOnTheStepStays() {
		Pact pact = signed(ON_SIGNATURE, "XWA", "XWB");
		Pact.done(pact.ratify("XWB", "2024-05", "APPROVED"));
		say("XWB", "since: '2024-09'");
		this.scene.run("MATCH (pact:Agreement {key: 'FX-WRT-PACT'}) SET pact.signed = '1999'");
		Pact.done(pact.takeBack("XWB", "RATIFICATION"));
		assertThat(List.of(pact.text("inForce"), pact.text("signed"), pact.since("XWB"))).containsExactly("2024-02",
				"1999", "2024-09");
	}

	@Test
	void sinceThatAFileSaysOtherwiseMovesNotWithTheForce() {
		Pact pact = ratified();
		say("XWC", "since: '2024-09'");
		Pact.done(pact.takeBack("XWA", "RATIFICATION"));
		assertThat(List.of(pact.text("inForce"), pact.since("XWB"), pact.since("XWC"))).containsExactly("2024-07",
				"2024-07", "2024-09");
	}

	/** In force since 2024-05, the second of three ratifications. */
	private Pact ratified() {
		Pact pact = signed(TWO_OF_THEM, "XWA", "XWB", "XWC");
		Pact.done(pact.ratify("XWA", "2024-03", "APPROVED"));
		Pact.done(pact.ratify("XWB", "2024-05", "APPROVED"));
		Pact.done(pact.ratify("XWC", "2024-07", "APPROVED"));
		return pact;
	}

	/** Signed by each in 2024-02. */
	private Pact signed(Map<String, Object> facts, String... nations) {
		Pact pact = Pact.toSign(this.scene, facts, nations);
		for (String nation : nations) {
			Pact.done(pact.sign(nation, "2024-02"));
		}
		return pact;
	}

	/** Says something of a part as a file does. */
	private void say(String nation, String facts) {
		this.scene.run("MATCH (:Nation {key: '%s'})-[part:PARTY_TO]->(:Agreement {key: 'FX-WRT-PACT'}) SET part += {%s}"
			.formatted(nation, facts));
	}

}
