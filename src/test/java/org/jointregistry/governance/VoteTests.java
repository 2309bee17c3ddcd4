package org.jointregistry.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nations vote once, by their seats, and the outcome follows the body's rule.
 */
@RegistryTest
class VoteTests {

	private static final Map<String, Object> UNANIMITY = Map.of("decisionRule", "UNANIMITY");

	@OnStage
	private Chamber chamber;

	@Test
	void lastVoteThatIsNeededAdoptsAndEachIsAwaitedUntilItComes() {
		String decision = this.chamber.proposed(this.chamber.body(UNANIMITY, 1, 1, 1));
		assertThat(this.chamber.awaited(decision)).containsExactly("XWA", "XWB", "XWC");
		Answer first = Chamber.require(this.chamber.vote(decision, "XWA", "FOR"));
		assertThat(first.data("/decisionVote/decision/state").asString()).isEqualTo("PROPOSED");
		assertThat(first.data("/decisionVote/decision/version").asInt()).isOne();
		assertThat(this.chamber.awaited(decision)).containsExactly("XWB", "XWC");
		assertThat(awaitedBy("XWA")).isEmpty();
		assertThat(awaitedBy("XWB")).containsExactly("FX-WRT decision");
		this.chamber.vote(decision, "XWB", "FOR");
		Answer last = Chamber.require(this.chamber.vote(decision, "XWC", "FOR"));
		JsonNode adopted = last.data("/decisionVote/decision");
		assertThat(adopted.path("state").asString()).isEqualTo("ADOPTED");
		assertThat(adopted.path("decided").asString()).isEqualTo(LocalDate.now(Clock.systemUTC()).toString());
		assertThat(adopted.path("version").asInt()).isEqualTo(2);
		assertThat(adopted.at("/awaits/nodes").values()).isEmpty();
		assertThat(last.all("statement")).containsOnly("We say FOR").hasSize(3);
		assertThat(this.chamber.scene().run("""
				MATCH (:Decision {title: 'FX-WRT decision'})-[was:WAS_AWAITS_VOTE_OF]->(nation)
				WHERE was.recordedUntil IS NOT NULL RETURN nation.key AS key""")).hasSize(3);
	}

	@Test
	void changeThatFollowsAVoteIsInTheAuditTrail() {
		String decision = this.chamber.proposed(this.chamber.body(UNANIMITY, 1, 1));
		this.chamber.vote(decision, "XWA", "AGAINST");
		assertThat(this.chamber.scene().run("""
				MATCH (entry:AuditEntry {mutation: 'decisionVote', recordType: 'Decision'})
				UNWIND entry.touched AS touched RETURN touched"""))
			.extracting((row) -> row.get("touched").asString().replaceAll("VO-.*", "VO"))
			.containsExactlyInAnyOrder("tie:votes:VO", "link:awaits:Nation:XWA", "link:awaits:Nation:XWB", "fact");
	}

	/** Titles of the decisions that await a nation's vote, as its delegate asks. */
	private List<String> awaitedBy(String nation) {
		return this.chamber.scene()
			.delegate(nation)
			.query("""
					{ decisions(where: {awaits: {some: {key: {eq: "%s"}}}}) { nodes { title } } }""".formatted(nation))
			.all("title");
	}

	@Test
	void voteAgainstEndsWhatNeedsAllAndNobodyVotesAfterwards() {
		String decision = this.chamber.proposed(this.chamber.body(UNANIMITY, 1, 1, 1));
		Chamber.require(this.chamber.vote(decision, "XWB", "AGAINST"));
		assertThat(this.chamber.state(decision)).isEqualTo("REJECTED");
		assertThat(Scene.codes(this.chamber.vote(decision, "XWB", "FOR"))).containsExactly("NOT_OPEN decision");
	}

	@Test
	void weightsCount() {
		String board = this.chamber.body(Map.of("decisionRule", "MAJORITY"), 3, 1, 1);
		String decision = this.chamber.proposed(board);
		Answer answer = Chamber.require(this.chamber.vote(decision, "XWA", "FOR"));
		assertThat(answer.data("/decisionVote/decision/votes/edges/0/weight").asInt()).isEqualTo(3);
		assertThat(this.chamber.state(decision)).isEqualTo("ADOPTED");
	}

	@Test
	void thresholdIsOfTheWeightOfAllSeats() {
		String board = this.chamber.body(Map.of("decisionRule", "QUALIFIED_MAJORITY", "threshold", "60"), 40, 35, 25);
		String first = this.chamber.proposed(board);
		this.chamber.vote(first, "XWA", "FOR");
		assertThat(this.chamber.state(first)).isEqualTo("PROPOSED");
		this.chamber.vote(first, "XWC", "FOR");
		assertThat(this.chamber.state(first)).isEqualTo("ADOPTED");
		String second = this.chamber.proposed(board);
		this.chamber.vote(second, "XWA", "ABSTAIN");
		assertThat(this.chamber.state(second)).isEqualTo("PROPOSED");
		this.chamber.vote(second, "XWC", "AGAINST");
		assertThat(this.chamber.state(second)).isEqualTo("REJECTED");
	}

	@Test
	void nationVotesOnceAndOnlyWithASeat() {
		String decision = this.chamber.proposed(this.chamber.body(UNANIMITY, 1, 1));
		assertThat(this.chamber.vote(decision, "XWC", "FOR").errorCodes()).containsExactly("NOT_FOUND");
		this.chamber.scene().run("MATCH (d:Decision {title: 'FX-WRT decision'}) SET d.releasedTo = ['public']");
		assertThat(Scene.codes(this.chamber.vote(decision, "XWC", "FOR"))).containsExactly("NO_SEAT nation");
		Chamber.require(this.chamber.vote(decision, "XWA", "FOR"));
		assertThat(Scene.codes(this.chamber.vote(decision, "XWA", "AGAINST"))).containsExactly("ALREADY_VOTED nation");
		assertThat(this.chamber.state(decision)).isEqualTo("PROPOSED");
	}

	@Test
	void votesAtOnceAreAllCounted() throws Exception {
		String decision = this.chamber.proposed(this.chamber.body(UNANIMITY, 1, 1, 1));
		List<Answer> answers = new ArrayList<>();
		try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
			List<Future<Answer>> futures = Chamber.NATIONS.stream()
				.map((nation) -> callers.submit(() -> this.chamber.vote(decision, nation, "FOR")))
				.toList();
			for (Future<Answer> future : futures) {
				answers.add(Chamber.require(future.get()));
			}
		}
		assertThat(this.chamber.state(decision)).isEqualTo("ADOPTED");
		assertThat(this.chamber.awaited(decision)).isEmpty();
		assertThat(answers).filteredOn((answer) -> answer.text().contains("ADOPTED")).isNotEmpty();
	}

	@Test
	void seatSeesBodyAndDecisionOfAProgramThatItDoesNotSee() {
		String decision = this.chamber.proposed(this.chamber.body(UNANIMITY, 1, 1));
		Answer seen = this.chamber.scene().delegate("XWA").query("""
				{ node(id: "%s") { ... on Decision { title program { key } body { name } } } }""".formatted(decision));
		assertThat(seen.data("/node/title").asString()).isEqualTo("FX-WRT decision");
		assertThat(seen.data("/node/body/name").asString()).isEqualTo("FX-WRT body");
		assertThat(seen.data("/node/program").isNull()).isTrue();
	}

}
