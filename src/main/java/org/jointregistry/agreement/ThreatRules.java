package org.jointregistry.agreement;

import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * An agreement answers a threat once. The registrar alone says so, and sees all that a
 * refusal tells of.
 */
@Component
class ThreatRules implements Rule {

	private static final String ANSWERED = """
			RETURN EXISTS { (:Threat {key: $threat})<-[:ADDRESSES]-(:Agreement {key: $agreement}) } AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of("threatAnswerAdd");
	}

	@Override
	public void judge(Writing writing) {
		writing.lock(writing.entries().stream().map((entry) -> "answers/" + entry.getNamed("threat").key()).toList());
		for (Entry entry : writing.entries()) {
			boolean answered = writing.finds(ANSWERED,
					Map.of("threat", entry.getNamed("threat").key(), "agreement", entry.getNamed("agreement").key()));
			writing.refuseIf(answered, entry, AgreementRefusal.TIED_ALREADY, "agreement");
		}
	}

}
