package org.jointregistry.agreement;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An agreement that two parliaments must approve is taken through its whole life, each
 * step by those who may, and each wrong step is tried where it is wrong.
 */
@RegistryTest
class AgreementLifeTests {

	private static final String NEXT_YEAR = "9998";

	@OnStage
	private Scene scene;

	private Pact pact;

	@BeforeEach
	void set() {
		this.pact = Pact.toNegotiate(this.scene, Map.of("entryIntoForce", "ALL_PARTIES"));
		Pact.done(Scene.ask(this.scene.registrar(), "clauseAdd", "clause { id }",
				Map.of("agreement", Pact.ID, "section", "SCOPE_OF_WORK", "ownWords", "One radar is built")));
	}

	@Test
	void agreementIsTakenThroughItsLife() {
		negotiate();
		sign();
		ratify();
		carryOut();
		leave();
		end();
		assertThat(this.pact.whole().at("/steps/nodes").values()).extracting((step) -> step.path("stage").asString())
			.containsExactly("THREATS_IDENTIFIED", "FRAMEWORK_AND_TERMS", "NEGOTIATION", "SIGNATURE", "RATIFICATION",
					"IN_FORCE", "IMPLEMENTATION", "REVIEW", "AMENDMENT", "IMPLEMENTATION", "WITHDRAWAL", "TERMINATION");
		assertThat(this.pact.whole().at("/steps/nodes").values())
			.allMatch((step) -> step.path("marking").asString().equals("PARTNERS"));
	}

	private void negotiate() {
		refused(this.pact.stage("SIGNATURE", "2023"), "STAGE_NOT_NEXT stage");
		refused(this.pact.stage("THREATS_IDENTIFIED", NEXT_YEAR), "IN_THE_FUTURE date");
		Pact.done(this.pact.stage("THREATS_IDENTIFIED", "2023-01"));
		refused(this.pact.stage("FRAMEWORK_AND_TERMS", "2022"), "BEFORE_STAGE date");
		Pact.done(this.pact.stage("FRAMEWORK_AND_TERMS", "2023-02"));
		Pact.done(this.pact.stage("NEGOTIATION", "2023-03"));
		Pact.done(this.pact.add("XWA", Map.of()));
		refused(this.pact.stage("SIGNATURE", "2024"), "PARTIES_REQUIRED stage");
		Pact.done(this.pact.add("XWB", Map.of()));
		refused(this.pact.sign("XWA", "2024"), "NOT_OPEN_FOR_SIGNATURE agreement");
		Pact.done(this.pact.stage("SIGNATURE", "2024-01"));
		assertThat(this.pact.text("status")).isEqualTo("NEGOTIATED");
	}

	private void sign() {
		refused(this.pact.stage("RATIFICATION", "2024-02"), "NOT_SIGNED stage");
		refused(this.pact.ratify("XWA", "2024-02", "APPROVED"), "NOT_SIGNED nation");
		refused(this.pact.withdraw("XWA", "2025"), "NOT_A_PARTY nation");
		refused(this.pact.sign("XWA", NEXT_YEAR), "IN_THE_FUTURE signed");
		Pact.done(this.pact.sign("XWA", "2024-02-10"));
		refused(this.pact.sign("XWA", "2024-02-11"), "ALREADY_SIGNED nation");
		assertThat(this.pact.text("status")).isEqualTo("SIGNED");
		Pact.done(this.pact.sign("XWB", "2024-02-12"));
		assertThat(this.pact.text("signed")).isEqualTo("2024-02-10");
		refused(this.pact.stage("RATIFICATION", "2024-01-31"), "BEFORE_STAGE date");
		Pact.done(this.pact.stage("RATIFICATION", "2024-02-13"));
		refused(this.pact.stage("IN_FORCE", "2024-03"), "NOT_IN_FORCE stage");
		assertThat(this.pact.text("inForce")).isEmpty();
		assertThat(seesTheClause("XWA")).as("who only signed is no party").isFalse();
	}

	private void ratify() {
		refused(this.pact.ratify("XWA", NEXT_YEAR, "APPROVED"), "IN_THE_FUTURE date");
		refused(this.pact.ratify("XWA", "2024-02-09", "APPROVED"), "BEFORE_SIGNATURE date");
		refused(this.pact.ratify("XWC", "2024-03", "APPROVED"), "NOT_A_PARTY nation");
		Pact.done(this.pact.ratify("XWB", "2024-05", "REJECTED"));
		assertThat(this.pact.part("XWB").path("ratified").isNull()).isTrue();
		Pact.done(this.pact.ratify("XWA", "2024-02", "APPROVED"));
		refused(this.pact.ratify("XWA", "2024-07", "APPROVED"), "ALREADY_RATIFIED nation");
		assertThat(this.pact.since("XWA")).isEmpty();
		Pact.done(this.pact.ratify("XWB", "2024-08-20", "APPROVED"));
		assertThat(List.of(this.pact.text("stage"), this.pact.text("status"), this.pact.text("inForce"),
				this.pact.since("XWA"), this.pact.since("XWB")))
			.containsExactly("IN_FORCE", "IN_FORCE", "2024-08-20", "2024-08-20", "2024-08-20");
		assertThat(seesTheClause("XWA")).isTrue();
		assertThat(this.pact.whole().at("/approvals/nodes").values()).hasSize(3);
	}

	private void carryOut() {
		refused(this.pact.stage("REVIEW", "2024-10"), "STAGE_NOT_NEXT stage");
		Pact.done(this.pact.stage("IMPLEMENTATION", "2024-10"));
		Pact.done(this.pact.stage("REVIEW", "2024-11"));
		Pact.done(this.pact.stage("AMENDMENT", "2024-12"));
		Pact.done(this.pact.stage("IMPLEMENTATION", "2025-01"));
		Pact.done(this.pact.stage("WITHDRAWAL", "2025-02"));
	}

	private void leave() {
		refused(this.pact.withdraw("XWB", "2024-08-19"), "BEFORE_FORCE until");
		Pact.done(this.pact.withdraw("XWB", "2025-01-01"));
		refused(this.pact.withdraw("XWB", "2025-02-01"), "ALREADY_WITHDRAWN nation");
		refused(this.pact.ratify("XWB", "2025-02-01", "APPROVED"), "NOT_A_PARTY nation");
		assertThat(seesTheClause("XWB")).isFalse();
		assertThat(seesTheClause("XWA")).isTrue();
	}

	private void end() {
		refused(this.pact.stage("TERMINATION", "2024-07"), "BEFORE_FORCE date");
		refused(this.pact.stage("TERMINATION", "2024-08"), "BEFORE_STAGE date");
		Pact.done(this.pact.stage("TERMINATION", "2025-06-30"));
		assertThat(List.of(this.pact.text("ended"), this.pact.text("status"))).containsExactly("2025-06-30",
				"TERMINATED");
		refused(this.pact.stage("TERMINATION", "2025-07"), "STAGE_NOT_NEXT stage");
		refused(this.pact.ratify("XWA", "2025-07", "APPROVED"), "AGREEMENT_ENDED agreement");
		refused(this.pact.withdraw("XWA", "2025-07"), "AGREEMENT_ENDED agreement");
		assertThat(seesTheClause("XWA")).isFalse();
	}

	private static void refused(Answer answer, String code) {
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(Scene.codes(answer)).as(answer.text()).containsExactly(code);
	}

	private boolean seesTheClause(String nation) {
		return !this.scene.delegate(nation)
			.query("{ agreements(where: {key: {eq: \"FX-WRT-PACT\"}}) { nodes { clauses { nodes { ownWords } } } } }")
			.all("ownWords")
			.isEmpty();
	}

}
