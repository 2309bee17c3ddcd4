package org.jointregistry.governance;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.Sight;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A proposed decision awaits the votes of the nations with a seat on its body that day.
 * It is changed while nobody voted on it, and closed or withdrawn once.
 */
@Component
class DecisionRules implements Rule {

	private static final String PROPOSE = "decisionPropose";

	private static final String REVISE = "decisionRevise";

	private static final String CLOSE = "decisionClose";

	private static final String DECISION = "decision";

	private static final String BODY = "body";

	private static final String OUTCOME = "outcome";

	private static final String PROGRAMS = """
			MATCH (:GovernanceBody {key: $key})-[:GOVERNS_PROGRAM]->(program:Program)
			RETURN program.key AS key
			""";

	private static final String SEATS = """
			MATCH (:GovernanceBody {key: $key})<-[seat:HAS_SEAT_ON]-(nation:Nation)
			WHERE coalesce(seat.since, '') <= $day < coalesce(seat.until, 'always')
			RETURN DISTINCT nation.key AS key
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(PROPOSE, REVISE, CLOSE, "decisionWithdraw");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (writing.name().equals(PROPOSE)) {
				propose(writing, entry);
			}
			else {
				Ballot ballot = Ballot.hold(writing, entry.getNamed(DECISION));
				writing.refuseIf(!ballot.isOpen(), entry, GovernanceRefusal.NOT_OPEN, DECISION);
				judge(writing, entry, ballot);
			}
		}
	}

	private static void judge(Writing writing, Entry entry, Ballot ballot) {
		switch (writing.name()) {
			case REVISE ->
				writing.refuseIf(!ballot.votes().isEmpty(), entry, GovernanceRefusal.VOTES_ARE_CAST, DECISION);
			case CLOSE -> close(writing, entry, ballot);
			default -> ballot.end(entry, "WITHDRAWN", writing);
		}
	}

	private static void close(Writing writing, Entry entry, Ballot ballot) {
		String said = entry.text(OUTCOME);
		if (!ballot.isReckoned() && said == null) {
			writing.refuse(entry, GovernanceRefusal.OUTCOME_REQUIRED, OUTCOME);
			return;
		}
		String outcome = ballot.isReckoned() ? ballot.outcome() : String.valueOf(said);
		writing.refuseIf(said != null && !said.equals(outcome), entry, GovernanceRefusal.RULE_NOT_MET, OUTCOME);
		ballot.end(entry, outcome, writing);
	}

	private static void propose(Writing writing, Entry entry) {
		entry.set("state", "PROPOSED");
		entry.set("proposed", writing.today());
		entry.findNamed(BODY).ifPresent((body) -> {
			writing.lock(List.of(BodyRules.lock(body)));
			writing.refuseIf(isOfAnother(writing, body, entry.getNamed("program")), entry,
					GovernanceRefusal.BODY_OF_ANOTHER_PROGRAM, BODY);
			entry.link("awaits",
					writing.transaction()
						.run(SEATS, Map.of("key", body.key(), "day", writing.today()))
						.list((row) -> new NodeRef("Nation", row.get("key").asString())));
		});
	}

	/** A program that the viewer does not see is as good as none. */
	private static boolean isOfAnother(Writing writing, NodeRef body, NodeRef program) {
		List<String> programs = writing.transaction()
			.run(PROGRAMS, Map.of("key", body.key()))
			.list((row) -> row.get("key").asString());
		Set<String> seen = new Sight(writing.transaction(), writing.viewer()).seen(AccessRule.RECORD, "Program",
				programs);
		return !seen.isEmpty() && !seen.contains(program.key());
	}

}
