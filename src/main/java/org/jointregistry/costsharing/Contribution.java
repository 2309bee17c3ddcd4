package org.jointregistry.costsharing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

import org.jointregistry.access.Release;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.TimeOrderedId;

/**
 * An entry of the ledger. It is made once, and nothing of it changes.
 *
 * @param key unique among contributions, ordered by the time of recording
 * @param recordedAt when it is recorded
 * @param parties what it is between
 * @param input what is recorded of it, found to be right
 */
record Contribution(String key, Instant recordedAt, Parties parties, ContributionRecordInput input) {

	/**
	 * A new entry.
	 * @param parties what it is between
	 * @param input what is recorded of it
	 * @param now the time
	 * @return the entry, with a key that no other has
	 */
	static Contribution of(Parties parties, ContributionRecordInput input, Instant now) {
		return new Contribution("CR-" + TimeOrderedId.at(now), now, parties, input);
	}

	/**
	 * The entry's facts for people: in the audit trail.
	 * @return texts, whole numbers and lists of texts, by the names of the schema's
	 * fields
	 */
	Map<String, Object> facts() {
		Contributor contributor = this.parties.contributor();
		return new Facts().add("key", this.key)
			.add("program", this.parties.program())
			.add("contributor", contributor.type().label() + ":" + contributor.key())
			.add("agreement", this.parties.agreement())
			.addAll(this.input.facts())
			.known();
	}

	/**
	 * The entry as the graph stores it, without its release.
	 * @return values of the database's types, by property
	 */
	Map<String, Object> stored() {
		return new Facts().addAll(this.input.facts())
			.add("key", this.key)
			.add("amount", (this.input.amount() != null) ? ExactDecimal.toStored(this.input.amount()) : null)
			.add("recordedAt", this.recordedAt.atZone(ZoneOffset.UTC))
			.add("industryReleasable", false)
			.known();
	}

	/**
	 * To whom the entry is released: it is anchored in its program and agreement, and
	 * names its contributor.
	 * @return the release
	 */
	Release release() {
		String agreement = this.parties.agreement();
		Contributor contributor = this.parties.contributor();
		return new Release(this.input.marking(), this.input.figuresMarking(), Set.copyOf(this.input.releasableTo()),
				null, Set.of(this.parties.program()), (agreement != null) ? Set.of(agreement) : Set.of(),
				contributor.nations(), contributor.organizations(), false);
	}

}
