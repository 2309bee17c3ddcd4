package org.jointregistry.recording;

import java.util.List;

/**
 * What became of a mutation's input.
 */
sealed interface Outcome {

	/**
	 * It is done, now or by an earlier request with the same idempotency key.
	 *
	 * @param records their global ids, in the order of the input
	 */
	record Done(List<String> records) implements Outcome {

	}

	/**
	 * It is refused, and nothing is changed.
	 *
	 * @param errors at least one reason
	 */
	record Refused(List<Refusal> errors) implements Outcome {

	}

}
