package org.jointregistry.governance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;

/**
 * What is known of a decision, its body and the votes on it. All seats and all votes
 * count, whoever sees them (record 0026).
 *
 * @param decision the decision
 * @param state where it stands
 * @param rule how its body decides; null where unknown or there is none
 * @param threshold for a qualified majority, in ten-thousandths of a percent; null where
 * unknown
 * @param awaited the weights of the nations that have not voted, by code
 * @param votes how nations voted, by code
 * @param weights the weights of the nations that voted, by code
 */
record Ballot(NodeRef decision, String state, @Nullable DecisionRule rule, @Nullable Long threshold,
		Map<String, Long> awaited, Map<String, String> votes, Map<String, Long> weights) {

	private static final String AWAITS = "awaits";

	private static final String FIND = """
			MATCH (decision:Decision {key: $key})
			OPTIONAL MATCH (decision)-[:DECIDED_BY]->(body:GovernanceBody)
			RETURN decision.state AS state, body.decisionRule AS rule, body.threshold AS threshold,
			  [(decision)-[:AWAITS_VOTE_OF]->(nation:Nation) | {nation: nation.key, weight: coalesce(head([
			    (nation)-[seat:HAS_SEAT_ON]->(body)
			      WHERE coalesce(seat.since, '') <= decision.proposed < coalesce(seat.until, 'always')
			      | seat.weight]), 1)}] AS awaited,
			  [(nation:Nation)-[vote:VOTED]->(decision)
			    | {nation: nation.key, vote: vote.vote, weight: coalesce(vote.weight, 1)}] AS votes
			""";

	/**
	 * The ballot of a decision as it stands now, held until the transaction ends.
	 * @param writing the mutation
	 * @param decision a decision that is there
	 * @return the ballot
	 */
	static Ballot hold(Writing writing, NodeRef decision) {
		writing.hold(List.of(decision));
		Record row = writing.transaction().run(FIND, Map.of("key", decision.key())).single();
		Map<String, String> votes = new TreeMap<>();
		row.get("votes")
			.values()
			.forEach((vote) -> votes.put(vote.get("nation").asString(), vote.get("vote").asString()));
		return new Ballot(decision, row.get("state").asString(),
				row.get("rule").isNull() ? null : DecisionRule.valueOf(row.get("rule").asString()),
				row.get("threshold").isNull() ? null : Long.valueOf(row.get("threshold").asLong()),
				weights(row.get("awaited")), votes, weights(row.get("votes")));
	}

	private static Map<String, Long> weights(Value nations) {
		Map<String, Long> weights = new TreeMap<>();
		nations.values().forEach((each) -> weights.put(each.get("nation").asString(), each.get("weight").asLong()));
		return weights;
	}

	boolean isOpen() {
		return this.state.equals("PROPOSED");
	}

	/**
	 * Whether the votes say what becomes of the decision.
	 * @return false where there is no body with seats and a known rule
	 */
	boolean isReckoned() {
		boolean seats = !this.awaited.isEmpty() || !this.votes.isEmpty();
		return seats && this.rule != null && (this.rule != DecisionRule.QUALIFIED_MAJORITY || this.threshold != null);
	}

	/**
	 * The ballot with one vote more.
	 * @param nation a nation that it awaits
	 * @param vote how it votes
	 * @return the ballot after the vote
	 */
	Ballot with(String nation, String vote) {
		Map<String, Long> stillAwaited = new LinkedHashMap<>(this.awaited);
		Long weight = stillAwaited.remove(nation);
		Map<String, String> allVotes = new LinkedHashMap<>(this.votes);
		allVotes.put(nation, vote);
		Map<String, Long> allWeights = new LinkedHashMap<>(this.weights);
		allWeights.put(nation, weight);
		return new Ballot(this.decision, this.state, this.rule, this.threshold, stillAwaited, allVotes, allWeights);
	}

	/**
	 * What becomes of the decision if no more votes come, where they say it.
	 * @return {@code ADOPTED} or {@code REJECTED}
	 */
	String outcome() {
		return known().adopts(tally(), limit()) ? "ADOPTED" : "REJECTED";
	}

	/**
	 * Whether no further vote can change that.
	 * @return false where the votes do not say it
	 */
	boolean isSettled() {
		return isReckoned() && known().isSettled(tally(), limit());
	}

	/**
	 * Has the decision end.
	 * @param change a change of the decision
	 * @param outcome where it stands from now on
	 * @param writing the mutation that ends it
	 */
	void end(Entry change, String outcome, Writing writing) {
		change.set("state", outcome);
		change.set("decided", writing.today());
		awaitNo(change, this.awaited.keySet().stream().toList());
	}

	/**
	 * Has the decision no longer await votes.
	 * @param change a change of the decision
	 * @param nations whose
	 */
	static void awaitNo(Entry change, List<String> nations) {
		change.unlink(AWAITS, nations.stream().map((nation) -> new NodeRef("Nation", nation)).toList());
	}

	private DecisionRule known() {
		if (this.rule == null) {
			throw new IllegalStateException("No rule, no outcome");
		}
		return this.rule;
	}

	private long limit() {
		return (this.threshold != null) ? this.threshold : 0;
	}

	private Tally tally() {
		return new Tally(weight("FOR"), weight("AGAINST"), weight("ABSTAIN"),
				this.awaited.values().stream().mapToLong(Long::longValue).sum());
	}

	private long weight(String vote) {
		return this.votes.entrySet()
			.stream()
			.filter((each) -> each.getValue().equals(vote))
			.mapToLong((each) -> this.weights.getOrDefault(each.getKey(), 1L))
			.sum();
	}

}
