package org.jointregistry.costsharing;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * What a party brings to the funding of a program is said once for each thing. The
 * manager, who writes that, sees all that is brought by parties that he or she sees.
 */
@Component
class StakeRules implements Rule {

	private static final String MECHANISM = "fundingMechanism";

	private static final String BRINGS = "brings";

	private static final String BROUGHT = """
			RETURN EXISTS {
			  MATCH (:FundingMechanism {key: $mechanism})-[:SUPPORTED_BY {brings: $brings}]->(:%s {key: $party})
			} AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of("fundingStakeAdd");
	}

	@Override
	public void judge(Writing writing) {
		writing.lock(writing.entries().stream().map((entry) -> "stakes/" + entry.getNamed(MECHANISM).key()).toList());
		for (Entry entry : writing.entries()) {
			NodeRef party = entry.getNamed("party");
			writing.refuseIf(
					writing.finds(BROUGHT.formatted(party.label()),
							Map.of("mechanism", entry.getNamed(MECHANISM).key(), BRINGS,
									Objects.requireNonNull(entry.text(BRINGS)), "party", party.key())),
					entry, Refusals.TIED_ALREADY, "party");
		}
	}

	/** Reasons to refuse a stake. */
	private enum Refusals implements RefusalCode {

		TIED_ALREADY("It is said already that the party brings this");

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
