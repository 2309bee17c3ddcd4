package org.jointregistry.governance;

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
 * Managers propose, change, close and withdraw decisions, each while it may be; bodies
 * stay as they are while they decide.
 */
@RegistryTest
class DecisionTests {

	private static final Map<String, Object> CONSENSUS = Map.of("decisionRule", "CONSENSUS");

	private static final String SHARES = """
			UNWIND [['A', 'office:FX-WRT-ONE'], ['B', 'office:FX-WRT-ONE'], ['HIDDEN', 'nation:XWZ']] AS each
			CREATE (:WorkShare {key: 'FX-WRT-' + each[0], role: 'SUPPLIER', marking: 'ORIGINATOR', releasableTo: [],
			  releasedTo: [each[1]], industryReleasable: false, fictional: true, version: 1})
			WITH count(*) AS made
			MATCH (program:Program {key: 'FX-WRT-ONE'}), (share:WorkShare)
			WHERE share.key IN ['FX-WRT-A', 'FX-WRT-B']
			CREATE (share)-[:PART_OF_WORK]->(program)
			""";

	@OnStage
	private Chamber chamber;

	@Test
	void silenceIsConsentWhenTheManagerCloses() {
		String decision = this.chamber.proposed(this.chamber.body(CONSENSUS, 1, 1, 1));
		this.chamber.vote(decision, "XWA", "FOR");
		assertThat(this.chamber.state(decision)).isEqualTo("PROPOSED");
		assertThat(Scene.codes(this.chamber.change("decisionClose", decision, 1, Map.of("outcome", "REJECTED"))))
			.containsExactly("RULE_NOT_MET outcome");
		Answer closed = Chamber.require(this.chamber.change("decisionClose", decision, 1, Map.of()));
		assertThat(closed.data("/decisionClose/decision/state").asString()).isEqualTo("ADOPTED");
		assertThat(this.chamber.awaited(decision)).isEmpty();
		assertThat(Scene.codes(this.chamber.change("decisionClose", decision, 2, Map.of())))
			.containsExactly("NOT_OPEN decision");
	}

	@Test
	void whereNothingReckonsTheOutcomeItIsSaid() {
		String alone = Chamber.require(this.chamber.propose(Map.of())).data("/decisionPropose/decision/id").asString();
		assertThat(Scene.codes(this.chamber.change("decisionClose", alone, 1, Map.of())))
			.containsExactly("OUTCOME_REQUIRED outcome");
		Chamber.require(this.chamber.change("decisionClose", alone, 1, Map.of("outcome", "REJECTED")));
		assertThat(this.chamber.state(alone)).isEqualTo("REJECTED");
		String unknown = this.chamber.proposed(this.chamber.body(Map.of(), 1, 1));
		Chamber.require(this.chamber.vote(unknown, "XWA", "AGAINST"));
		assertThat(Scene.codes(this.chamber.change("decisionClose", unknown, 1, Map.of())))
			.containsExactly("OUTCOME_REQUIRED outcome");
	}

	@Test
	void whatIsWithdrawnKeepsItsVotesAndAwaitsNone() {
		String decision = this.chamber.proposed(this.chamber.body(CONSENSUS, 1, 1));
		this.chamber.vote(decision, "XWA", "FOR");
		Answer withdrawn = Chamber.require(this.chamber.change("decisionWithdraw", decision, 1, Map.of()));
		assertThat(withdrawn.data("/decisionWithdraw/decision/state").asString()).isEqualTo("WITHDRAWN");
		assertThat(withdrawn.all("vote")).containsExactly("FOR");
		assertThat(withdrawn.data("/decisionWithdraw/decision/awaits/nodes").values()).isEmpty();
	}

	@Test
	void whatWasVotedOnIsNotChanged() {
		String decision = this.chamber.proposed(this.chamber.body(CONSENSUS, 1, 1));
		Chamber.require(this.chamber.change("decisionRevise", decision, 1, Map.of("title", "FX-WRT changed")));
		this.chamber.vote(decision, "XWA", "FOR");
		assertThat(Scene.codes(this.chamber.change("decisionRevise", decision, 2, Map.of("title", "FX-WRT again"))))
			.containsExactly("VOTES_ARE_CAST decision");
	}

	@Test
	void ofAListOfIdsStaysWhatItsAuthorDoesNotSee() {
		this.chamber.scene().run(SHARES);
		String decision = Chamber.require(this.chamber.propose(Map.of("workShares", ids("A"))))
			.data("/decisionPropose/decision/id")
			.asString();
		this.chamber.scene().run("""
				MATCH (d:Decision {title: 'FX-WRT decision'}), (w:WorkShare {key: 'FX-WRT-HIDDEN'})
				CREATE (d)-[:AFFECTS_WORK]->(w)""");
		Chamber.require(this.chamber.change("decisionRevise", decision, 1, Map.of("workShares", ids("B"))));
		assertThat(this.chamber.scene().run("""
				MATCH (:Decision {title: 'FX-WRT decision'})-[affects]->(w:WorkShare)
				RETURN type(affects) + ' ' + w.key AS affects""")).extracting((row) -> row.get("affects").asString())
			.containsExactlyInAnyOrder("AFFECTS_WORK FX-WRT-B", "AFFECTS_WORK FX-WRT-HIDDEN",
					"WAS_AFFECTS_WORK FX-WRT-A");
	}

	private static List<String> ids(String name) {
		return List.of(Scene.id("WorkShare", "FX-WRT-" + name));
	}

	@Test
	void bodyStaysAsItIsWhileItDecides() {
		String body = this.chamber.body(CONSENSUS, 1, 1);
		String decision = this.chamber.proposed(body);
		assertThat(Scene.codes(this.chamber.seat(body, "XWC", Map.of()))).containsExactly("VOTE_IS_OPEN nation");
		assertThat(Scene.codes(revise(body, Map.of("decisionRule", "UNANIMITY"))))
			.containsExactly("VOTE_IS_OPEN decisionRule");
		assertThat(Scene.codes(revise(body, Map.of("meets", "yearly")))).isEmpty();
		Chamber.require(this.chamber.change("decisionWithdraw", decision, 1, Map.of()));
		Chamber.require(this.chamber.seat(body, "XWC", Map.of()));
	}

	@Test
	void thresholdIsForAQualifiedMajorityAlone() {
		String body = this.chamber.body(CONSENSUS);
		assertThat(Scene.codes(revise(body, Map.of("threshold", "60"))))
			.containsExactly("THRESHOLD_REQUIRED threshold");
		assertThat(Scene.codes(revise(body, Map.of("decisionRule", "QUALIFIED_MAJORITY"))))
			.containsExactly("THRESHOLD_REQUIRED threshold");
		Chamber.require(revise(body, Map.of("decisionRule", "QUALIFIED_MAJORITY", "threshold", "60")));
	}

	@Test
	void seatsOfANationDoNotOverlapAndOneThatEndedHasNoVote() {
		String body = this.chamber.body(CONSENSUS, 1);
		assertThat(Scene.codes(this.chamber.seat(body, "XWA", Map.of("since", "2020"))))
			.containsExactly("PERIOD_TAKEN since");
		Chamber.require(this.chamber.seat(body, "XWB", Map.of("since", "2020", "until", "2021")));
		Chamber.require(this.chamber.seat(body, "XWC", Map.of("since", "2199")));
		assertThat(this.chamber.awaited(this.chamber.proposed(body))).containsExactly("XWA");
	}

	@Test
	void bodyOfAnotherProgramIsToldOnlyWhereThatProgramIsSeen() {
		String body = this.chamber.body(Map.of("program", Scene.id("Program", "EFA"), "marking", "PUBLIC"));
		assertThat(Scene.codes(this.chamber.propose(Map.of("body", body))))
			.containsExactly("BODY_OF_ANOTHER_PROGRAM body");
		String hidden = this.chamber.body(Map.of("program", Scene.id("Program", "FX-OSPREY"), "marking", "PUBLIC"));
		assertThat(Scene.codes(this.chamber.propose(Map.of("body", hidden)))).isEmpty();
	}

	private Answer revise(String body, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("governanceBody", body, "version", 1, "reason", "It is so"));
		input.putAll(facts);
		return Scene.ask(this.chamber.registrar(), "governanceBodyRevise", "governanceBody { version }", input);
	}

}
