package org.jointregistry.costsharing;

import java.util.Objects;
import java.util.Set;

import org.jointregistry.recording.Entry;

/**
 * The mutations of the ledger of contributions, and what their names say of an entry.
 */
final class Mutations {

	static final String RECORD = "contributionRecord";

	static final String RECORD_BATCH = "contributionBatchRecord";

	static final String PLEDGE = "contributionPledge";

	static final String REVERSE = "contributionReverse";

	static final String VERIFY = "contributionVerify";

	/** Those whose input says what is contributed. */
	static final Set<String> STATING = Set.of(RECORD, RECORD_BATCH, PLEDGE);

	private Mutations() {
	}

	/**
	 * The kind of an entry whose input says what is contributed.
	 * @param entry the entry
	 * @return the name of a value of {@code ContributionKind}
	 */
	static String kind(Entry entry) {
		return Objects.requireNonNullElse(entry.text("kind"), "PLEDGED");
	}

	/**
	 * The input's field that names who contributes.
	 * @param entry the entry
	 * @return the field's name
	 */
	static String contributorField(Entry entry) {
		return entry.findNamed("nation").isPresent() ? "nation" : "contributor";
	}

}
