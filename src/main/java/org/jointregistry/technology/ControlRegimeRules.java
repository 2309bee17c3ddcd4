package org.jointregistry.technology;

import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * Control regimes are reference data, which every viewer sees (sentence 1). One that asks
 * for the consent of its nation has a nation.
 */
@Component
class ControlRegimeRules implements Rule {

	private static final String ADD = "controlRegimeAdd";

	private static final String CONSENT = "consentRequired";

	private static final String HAS_NATION = """
			RETURN EXISTS { (:ControlRegime {key: $key})-[:REGIME_OF]->(:Nation) } AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "controlRegimeRevise");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			boolean added = writing.name().equals(ADD);
			boolean nation = added ? entry.findNamed("nation").isPresent() : hasNation(writing, entry);
			writing.refuseIf(Boolean.TRUE.equals(entry.value(CONSENT)) && !nation, entry, Refusals.NATION_REQUIRED,
					CONSENT);
			if (added) {
				entry.set("marking", "PUBLIC");
			}
		}
	}

	private static boolean hasNation(Writing writing, Entry entry) {
		return writing.finds(HAS_NATION, Map.of("key", entry.key()));
	}

	/** Reasons to refuse a control regime. */
	private enum Refusals implements RefusalCode {

		NATION_REQUIRED("A regime that asks for the consent of its nation needs the nation");

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
