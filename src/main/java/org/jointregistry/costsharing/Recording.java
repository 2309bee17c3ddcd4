package org.jointregistry.costsharing;

import java.util.List;

/**
 * What became of a contribution that was to be recorded.
 */
sealed interface Recording {

	/**
	 * It is recorded, now or by an earlier request with the same idempotency key.
	 *
	 * @param contribution the entry's key
	 */
	record Recorded(String contribution) implements Recording {

	}

	/**
	 * It is refused, and nothing is changed.
	 *
	 * @param errors at least one reason
	 */
	record Refused(List<ContributionError> errors) implements Recording {

	}

}
