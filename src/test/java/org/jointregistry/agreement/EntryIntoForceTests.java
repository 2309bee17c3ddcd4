package org.jointregistry.agreement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Agreements enter into force by their rule, in the transaction of the step that it takes
 * last, and bind whom they then bind; nothing of that is typed in.
 */
@RegistryTest
class EntryIntoForceTests {

	private static final Map<String, Object> ON_SIGNATURE = Map.of("entryIntoForce", "ON_SIGNATURE");

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@Test
	void signatureBindsProvisionallyUntilAllRatify() {
		Pact pact = Pact.toSign(this.scene, Map.of("entryIntoForce", "PROVISIONAL"), "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-03"));
		assertThat(List.of(pact.since("XWA"), pact.since("XWB"), pact.text("inForce"))).containsExactly("2024-02",
				"2024-03", "");
		Pact.done(pact.ratify("XWA", "2024-05", "APPROVED"));
		Pact.done(pact.ratify("XWB", "2024-06", "APPROVED"));
		assertThat(List.of(pact.since("XWA"), pact.since("XWB"), pact.text("inForce"))).containsExactly("2024-02",
				"2024-03", "2024-06");
	}

	@Test
	void nationThatAccedesIsBoundSinceItsOwnSignature() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-03-15"));
		Pact.done(pact.add("XWC", Map.of()));
		assertThat(pact.since("XWC")).isEmpty();
		Pact.done(pact.sign("XWC", "2025-04"));
		assertThat(List.of(pact.since("XWA"), pact.since("XWB"), pact.since("XWC"), pact.text("inForce")))
			.containsExactly("2024-03-15", "2024-03-15", "2025-04", "2024-03-15");
	}

	@Test
	void dayToComeIsWaitedFor() {
		Pact pact = Pact.toSign(this.scene, Map.of("entryIntoForce", "ON_DATE", "forceDate", "9998"), "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-03"));
		assertThat(List.of(pact.text("inForce"), pact.since("XWA"), pact.text("status"), pact.text("stage")))
			.containsExactly("9998", "9998", "SIGNED", "SIGNATURE");
		assertThat(Scene.codes(pact.stage("IN_FORCE", "2024-04"))).containsExactly("NOT_IN_FORCE stage");
		this.scene.run("MATCH (a:Agreement {key: 'FX-WRT-PACT'}) SET a.inForce = '2024-04'");
		Pact.done(pact.stage("IN_FORCE", "2024-04"));
		assertThat(pact.text("status")).isEqualTo("IN_FORCE");
	}

	@Test
	void agreementWaitsForThoseThatItNames() {
		Pact pact = Pact.toNegotiate(this.scene, Map.of("entryIntoForce", "NAMED_PARTIES"));
		Stream.of("XWA", "XWB").forEach((nation) -> Pact.done(pact.add(nation, Map.of())));
		Pact.done(pact.stage("NEGOTIATION", "2023"));
		assertThat(Scene.codes(pact.stage("SIGNATURE", "2024"))).containsExactly("PARTIES_REQUIRED stage");
		Pact.done(pact.revisePart("XWA", Map.of("needed", true)));
		Pact.done(pact.stage("SIGNATURE", "2024"));
		Pact.done(pact.sign("XWB", "2024-02"));
		assertThat(Scene.codes(pact.revisePart("XWB", Map.of("needed", true)))).containsExactly("TERMS_SIGNED needed");
		Pact.done(pact.ratify("XWB", "2024-03", "APPROVED"));
		assertThat(pact.text("inForce")).isEmpty();
		Pact.done(pact.sign("XWA", "2024-04"));
		Pact.done(pact.ratify("XWA", "2024-05", "APPROVED"));
		assertThat(pact.text("inForce")).isEqualTo("2024-05");
	}

	@Test
	void whoGivesUpCountsNoLonger() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB", "XWC");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-03"));
		assertThat(pact.text("inForce")).isEmpty();
		Pact.done(pact.revisePart("XWC", Map.of("until", "2024-06")));
		assertThat(List.of(pact.text("inForce"), pact.since("XWA"), pact.since("XWC"))).containsExactly("2024-03",
				"2024-03", "");
		assertThat(Scene.codes(pact.sign("XWC", "2024-07"))).containsExactly("NOT_A_PARTY nation");
	}

	@Test
	void whatFollowsIsNotTypedIn() {
		assertThat(Scene.codes(Pact.open(this.scene,
				Map.of("entryIntoForce", "ALL_PARTIES", "signed", "2024", "inForce", "2024", "ended", "2025", "status",
						"IN_FORCE"))))
			.containsExactlyInAnyOrder("FOLLOWS_FROM_STEPS signed", "FOLLOWS_FROM_STEPS inForce",
					"FOLLOWS_FROM_STEPS ended", "FOLLOWS_FROM_STEPS status");
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		assertThat(Scene.codes(pact.revise(Map.of("status", "NEGOTIATED", "inForce", "2024"))))
			.containsExactlyInAnyOrder("FOLLOWS_FROM_STEPS status", "FOLLOWS_FROM_STEPS inForce");
		assertThat(Scene.codes(pact.add("XWC", Map.of("since", "2024")))).containsExactly("FOLLOWS_FROM_STEPS since");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-02"));
		assertThat(Scene.codes(pact.revisePart("XWA", Map.of("until", "2025"))))
			.containsExactly("FOLLOWS_FROM_STEPS until");
	}

	@Test
	void nationSaysWhoSeesItsApproval() {
		Pact pact = Pact.toSign(this.scene, Map.of("entryIntoForce", "ALL_PARTIES"), "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Answer approval = pact.ratify("XWA", "2024-03", "APPROVED");
		Map<String, Object> release = Map.of("record", approval.data("/agreementRatify/approval/id").asString(),
				"version", 1, "reason", "It is so", "marking", "PUBLIC");
		for (String nation : List.of("XWB", "XWA")) {
			Answer answer = Scene.ask(this.scene.delegate(nation), "recordRelease", "record { marking }", release);
			assertThat(answer.data("/recordRelease/record/marking").asString("")).as(answer.text())
				.isEqualTo(nation.equals("XWA") ? "PUBLIC" : "");
		}
	}

	@Test
	void whatFollowedIsNotTakenAway() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-02"));
		Pact.done(pact.stage("TERMINATION", "2025-02"));
		for (String date : List.of("signed", "inForce", "ended")) {
			assertThat(Scene.codes(pact.revise(Collections.singletonMap(date, null))))
				.containsExactly("FOLLOWS_FROM_STEPS " + date);
		}
	}

	@Test
	void whatWasGivenUpDoesNotEnterIntoForce() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB", "XWC");
		Pact.done(pact.sign("XWA", "2024-02"));
		Pact.done(pact.sign("XWB", "2024-03"));
		Pact.done(pact.stage("TERMINATION", "2024-05"));
		assertThat(Scene.codes(pact.revisePart("XWC", Map.of("until", "2024-06"))))
			.containsExactly("AGREEMENT_ENDED agreement");
		assertThat(pact.text("inForce")).isEmpty();
	}

	@Test
	void termsAreCompleteAndStandOnceSigned() {
		assertThat(Scene.codes(Pact.open(this.scene, Map.of("entryIntoForce", "NUMBER_OF_PARTIES"))))
			.containsExactly("TERMS_INCOMPLETE partiesNeeded");
		assertThat(Scene.codes(Pact.open(this.scene, Map.of("entryIntoForce", "ON_DATE"))))
			.containsExactly("TERMS_INCOMPLETE forceDate");
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		Pact.done(pact.revise(Map.of("entryIntoForce", "NUMBER_OF_PARTIES", "partiesNeeded", 2)));
		Pact.done(pact.sign("XWA", "2024-02"));
		assertThat(Scene.codes(pact.revise(Map.of("partiesNeeded", 3)))).containsExactly("TERMS_SIGNED entryIntoForce");
	}

	@Test
	void agreementThatIsHistoryIsNotTakenThroughALife() {
		Pact pact = Pact.toNegotiate(this.scene, Map.of("status", "IN_FORCE"));
		Pact.done(pact.add("XWA", Map.of()));
		assertThat(Scene.codes(pact.stage("REVIEW", "2024"))).containsExactly("NOT_TAKEN_THROUGH_LIFE agreement");
		assertThat(Scene.codes(pact.sign("XWA", "2024"))).containsExactly("NOT_TAKEN_THROUGH_LIFE agreement");
		Pact.done(pact.withdraw("XWA", "2024"));
		assertThat(pact.part("XWA").path("until").asString()).isEqualTo("2024");
	}

	@Test
	void unknownDayLimitsNothingOfHistoryUnlessItIsOnlySigned() {
		Pact pact = Pact.toNegotiate(this.scene, Map.of("status", "SIGNED", "releasableTo", List.of()));
		Pact.done(pact.add("XWA", Map.of()));
		String clause = Scene
			.ask(this.scene.registrar(), "clauseAdd", "clause { id }",
					Map.of("agreement", Pact.ID, "section", "OBJECTIVES", "ownWords", "One radar is built"))
			.data("/clauseAdd/clause/id")
			.asString();
		assertThat(pact.isSeen("XWA", clause)).isFalse();
		Pact.done(pact.revise(Map.of("status", "IN_FORCE")));
		assertThat(pact.isSeen("XWA", clause)).isTrue();
		Pact.done(pact.revise(Map.of("entryIntoForce", "ALL_PARTIES")));
		assertThat(pact.isSeen("XWA", clause)).isFalse();
		assertThat(pact.isSeen("XWA", Pact.ID)).as("what it is to sign").isTrue();
		assertThat(pact.isSeen("XWB", Pact.ID)).isFalse();
	}

	@Test
	void partOfAnotherNationIsNotFoundAndAnotherNationForbidden() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		String other = pact.part("XWB").path("key").asString();
		assertThat(pact.sign(this.scene.delegate("XWA"), "XWA", Map.of("signed", "2024", "key", other)).errorCodes())
			.containsExactly("NOT_FOUND");
		assertThat(pact.sign(this.scene.delegate("XWA"), "XWB", Map.of("signed", "2024")).errorCodes())
			.containsExactly("FORBIDDEN");
		assertThat(pact.sign(this.scene.registrar(), "XWB", Map.of("signed", "2024")).errorCodes())
			.containsExactly("FORBIDDEN");
	}

	@Test
	void ofTwoThatSignAtOnceBothCount() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB", "XWC");
		List<CompletableFuture<Answer>> all = Stream.of("XWA", "XWB", "XWC")
			.map((nation) -> CompletableFuture.supplyAsync(() -> pact.sign(nation, "2024-02")))
			.toList();
		all.forEach((each) -> Pact.done(each.join()));
		assertThat(List.of(pact.text("inForce"), pact.since("XWA"), pact.since("XWB"), pact.since("XWC")))
			.containsOnly("2024-02");
	}

	@Test
	void whatFollowsIsKeptAndToldLikeWhatWasSaid() {
		Pact pact = Pact.toSign(this.scene, ON_SIGNATURE, "XWA", "XWB");
		Pact.done(pact.sign("XWA", "2024-02"));
		Map<String, Object> once = Map.of("signed", "2024-03", "idempotencyKey", "once");
		Pact.done(pact.sign(this.scene.delegate("XWB"), "XWB", once));
		assertThat(this.scene.run("""
				MATCH (:Nation {key: 'XWA'})-[was:WAS_PARTY_TO]->(:Agreement {key: 'FX-WRT-PACT'})
				RETURN was.signed AS signed, was.since AS since, was.version AS version ORDER BY version"""))
			.extracting((was) -> was.get("version").asInt() + " " + was.get("signed").asString("") + " "
					+ was.get("since").asString(""))
			.containsExactly("1  ", "2 2024-02 ");
		Answer told = this.registry.as("auditor").query("""
				{ auditEntries(where: {mutation: {eq: "agreementSign"}, recordKey: {eq: "FX-WRT-PACT"}}) {
				  nodes { before after } } }""");
		assertThat(told.all("after")).as(told.text())
			.anyMatch((after) -> after.contains("IN_FORCE") && after.contains("inForce"))
			.anyMatch((after) -> after.contains("\"since\":\"2024-03\"") && !after.contains("signed"));
	}

}
