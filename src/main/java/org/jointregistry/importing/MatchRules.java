package org.jointregistry.importing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A row is about one record: of the matches of one subject, one is confirmed, and none
 * where the row is loaded as a record of its own.
 */
@Component
class MatchRules implements Rule {

	private static final String CONFIRM = "importMatchConfirm";

	private static final String STATE = "state";

	private static final String ANOTHER = """
			MATCH (:ImportMatch {key: $key})
			RETURN EXISTS {
			  MATCH (other:ImportMatch {subject: $subject, state: 'CONFIRMED'}) WHERE other.key <> $key
			} OR EXISTS { (:Contractor|Institution|Program {key: $subject}) } AS found""";

	@Override
	public Set<String> mutations() {
		return Set.of(CONFIRM, "importMatchReject");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return List.of(Matching.LOCK);
	}

	@Override
	public void judge(Writing writing) {
		boolean confirm = writing.name().equals(CONFIRM);
		String state = confirm ? "CONFIRMED" : "REJECTED";
		for (Entry entry : writing.entries()) {
			Map<String, Object> match = writing.current(entry);
			boolean decided = state.equals(match.get(STATE)) || confirm && writing.finds(ANOTHER,
					Map.of("key", entry.key(), "subject", String.valueOf(match.get("subject"))));
			writing.refuseIf(decided, entry, Refusals.MATCH_DECIDED, "importMatch");
			entry.set(STATE, state);
		}
	}

	/** Reasons to refuse a decision. */
	private enum Refusals implements RefusalCode {

		MATCH_DECIDED("The match is decided so, or what the row is about is another record");

		private final String message;

		Refusals(String message) {
			this.message = message;
		}

		@Override
		public String message() {
			return this.message;
		}

	}

}
