package org.jointregistry.agreement;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * An agreement answers a threat once at a time. The registrar alone says so, and sees all
 * that a refusal tells of.
 */
@Component
class ThreatRules implements Rule {

	private static final String ADD = "threatAnswerAdd";

	private static final String UNTIL = "until";

	private static final String ANSWERED = """
			RETURN EXISTS {
			  MATCH (:Threat {key: $threat})<-[tie:ADDRESSES]-(:Agreement {key: $other}) WHERE tie.until IS NULL
			} AS found
			""";

	private static final String ANSWERED_BESIDES = """
			RETURN EXISTS {
			  MATCH (threat:Threat {key: $threat})<-[own:ADDRESSES]-(agreement)-[tie:ADDRESSES]->(threat)
			  WHERE own.key = $other AND tie.key <> $other AND tie.until IS NULL
			} AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "threatAnswerRevise");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return writing.entries().stream().map((entry) -> "answers/" + entry.getNamed("threat").key()).toList();
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (writing.name().equals(ADD)) {
				writing.refuseIf(holds(writing, ANSWERED, entry, entry.getNamed("agreement").key()), entry,
						AgreementRefusal.TIED_ALREADY, "agreement");
			}
			else {
				boolean lasts = entry.says(UNTIL) && entry.text(UNTIL) == null;
				writing.refuseIf(lasts && holds(writing, ANSWERED_BESIDES, entry, entry.key()), entry,
						AgreementRefusal.TIED_ALREADY, UNTIL);
			}
		}
	}

	private static boolean holds(Writing writing, String question, Entry entry, String other) {
		return writing.finds(question, Map.of("threat", entry.getNamed("threat").key(), "other", other));
	}

}
