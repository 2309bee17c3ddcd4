package org.jointregistry.costsharing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Period;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * What a party brings to the funding of a program is said once for each thing and time.
 * The manager, who writes that, sees all that is brought by parties that he or she sees.
 */
@Component
class StakeRules implements Rule {

	private static final String ADD = "fundingStakeAdd";

	private static final String MECHANISM = "fundingMechanism";

	private static final String BRINGS = "brings";

	private static final String SINCE = "since";

	private static final String BESIDE = """
			MATCH (mechanism:FundingMechanism {key: $mechanism})-[stake:SUPPORTED_BY]->(party)
			OPTIONAL MATCH (mechanism)-[own:SUPPORTED_BY {key: $key}]->(owner)
			WITH stake, party, coalesce(own.brings, $brings) AS brings, coalesce(owner.key, $party) AS key,
			  coalesce(labels(owner)[0], $label) AS label
			WHERE stake.key <> $key AND stake.brings = brings AND party.key = key AND labels(party)[0] = label
			RETURN stake.since AS since, stake.until AS until
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "fundingStakeRevise");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return writing.entries().stream().map((entry) -> "stakes/" + entry.getNamed(MECHANISM).key()).toList();
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			Period own = new Period((String) writing.afterwards(entry, SINCE),
					(String) writing.afterwards(entry, "until"));
			boolean taken = beside(writing, entry).stream().anyMatch(own::overlaps);
			if (writing.name().equals(ADD)) {
				writing.refuseIf(taken, entry, Refusals.TIED_ALREADY, "party");
			}
			else {
				writing.refuseIf(taken && (entry.says(SINCE) || entry.says("until")), entry, Refusals.PERIOD_TAKEN,
						SINCE);
			}
		}
	}

	/** When the same party brings the same by other stakes. */
	private static List<Period> beside(Writing writing, Entry entry) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("mechanism", entry.getNamed(MECHANISM).key());
		parameters.put("key", entry.key());
		parameters.put(BRINGS, entry.text(BRINGS));
		parameters.put("party", entry.findNamed("party").map(NodeRef::key).orElse(null));
		parameters.put("label", entry.findNamed("party").map(NodeRef::label).orElse(null));
		return writing.transaction()
			.run(BESIDE, parameters)
			.list((row) -> new Period(row.get(SINCE).asString(null), row.get("until").asString(null)));
	}

	/** Reasons to refuse a stake. */
	private enum Refusals implements RefusalCode {

		PERIOD_TAKEN("The party brings this in that time by another stake"),
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
