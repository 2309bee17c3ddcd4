package org.jointregistry.recording;

import java.util.List;

/**
 * What became of the command that first used an idempotency key.
 */
sealed interface Precedent {

	/** There was none. */
	record None() implements Precedent {

	}

	/**
	 * The same command was carried out.
	 *
	 * @param answers global ids of the records that it wrote
	 */
	record Same(List<String> answers) implements Precedent {

	}

	/** The key was used for another command. */
	record Other() implements Precedent {

	}

}
