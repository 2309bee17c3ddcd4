package org.jointregistry.recording;

/**
 * What became of the command that first used an idempotency key.
 */
public sealed interface Precedent {

	/** There was none. */
	record None() implements Precedent {

	}

	/**
	 * The same command was carried out.
	 *
	 * @param answer key of the record that it made
	 */
	record Same(String answer) implements Precedent {

	}

	/** The key was used for another command. */
	record Other() implements Precedent {

	}

}
