package org.jointregistry.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Role;
import org.jointregistry.program.GoverningAgreement;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * An arrangement is between two nations at least, each named once, and only one that
 * shares technology names technologies. A manager adds one for the own program, under the
 * agreement that governs it; both are named, and so seen.
 */
@Component
class ArrangementRules implements Rule {

	private static final String ADD = "exchangeArrangementAdd";

	private static final String KIND = "kind";

	private static final String PARTIES = "parties";

	private static final String TECHNOLOGIES = "technologies";

	private static final int FEWEST_PARTIES = 2;

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "exchangeArrangementRevise");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			boolean technology = Objects.equals(writing.afterwards(entry, KIND), "TECHNOLOGY");
			writing.refuseIf(!technology && !entry.listNamed(TECHNOLOGIES).isEmpty(), entry,
					Refusals.NOT_FOR_TECHNOLOGY, TECHNOLOGIES);
			if (writing.name().equals(ADD)) {
				parties(writing, entry);
				if (!writing.viewer().is(Role.REGISTRAR)) {
					GoverningAgreement.require(writing, entry);
				}
			}
		}
	}

	private static void parties(Writing writing, Entry entry) {
		if (entry.isTooLong(PARTIES)) {
			return;
		}
		List<Entry> parties = entry.ties(PARTIES);
		writing.refuseIf(parties.size() < FEWEST_PARTIES, entry, Refusals.TOO_FEW, PARTIES);
		Set<NodeRef> nations = new HashSet<>();
		parties.forEach((party) -> writing.refuseIf(!nations.add(party.getNamed("nation")), party,
				Refusals.NATION_TWICE, "nation"));
	}

	/** Reasons to refuse an arrangement. */
	private enum Refusals implements RefusalCode {

		NATION_TWICE("A nation has one part in a new arrangement"),
		NOT_FOR_TECHNOLOGY("Only an arrangement of the kind TECHNOLOGY shares technologies"),
		TOO_FEW("An arrangement is between two nations at least");

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
