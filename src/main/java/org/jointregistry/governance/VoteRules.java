package org.jointregistry.governance;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A nation votes once, on a decision that awaits its vote. Each vote takes the nation
 * from those that the decision awaits, and where it settles the outcome, ends it.
 */
@Component
class VoteRules implements Rule {

	private static final String DECISION = "decision";

	private static final String NATION = "nation";

	@Override
	public Set<String> mutations() {
		return Set.of("decisionVote");
	}

	@Override
	public void judge(Writing writing) {
		writing.entries().forEach((entry) -> judge(writing, entry));
	}

	private static void judge(Writing writing, Entry entry) {
		Ballot ballot = Ballot.hold(writing, entry.getNamed(DECISION));
		String nation = entry.getNamed(NATION).key();
		Long weight = ballot.awaited().get(nation);
		if (!ballot.isOpen()) {
			writing.refuse(entry, GovernanceRefusal.NOT_OPEN, DECISION);
		}
		else if (weight == null) {
			writing.refuse(entry,
					ballot.votes().containsKey(nation) ? GovernanceRefusal.ALREADY_VOTED : GovernanceRefusal.NO_SEAT,
					NATION);
		}
		else {
			entry.set("weight", weight);
			entry.set("date", writing.today());
			Entry change = writing.followRevision("Decision", ballot.decision().key());
			Ballot.awaitNo(change, List.of(nation));
			Ballot after = ballot.with(nation, Objects.requireNonNull(entry.text("vote")));
			if (after.isSettled()) {
				after.end(change, after.outcome(), writing);
			}
		}
	}

}
