package org.jointregistry.recording;

import org.jointregistry.shared.Digest;
import org.jointregistry.shared.PrintableText;

/**
 * A client's wish to have one effect, however often it is sent.
 *
 * @param client who sends it: the token's subject
 * @param key chosen by the client, as it came
 * @param digest SHA-256 of the mutation and its input, in hexadecimal
 */
record Command(String client, String key, String digest) {

	/** Most characters of a key. */
	static final int LONGEST_KEY = 100;

	/**
	 * A command of a client.
	 * @param client the token's subject
	 * @param key chosen by the client, well formed or not
	 * @param input the mutation and its input in canonical form: the same text for the
	 * same meaning
	 * @return the command
	 */
	static Command of(String client, String key, String input) {
		return new Command(client, key, Digest.of(input));
	}

	/**
	 * Whether a command can be kept under its key.
	 * @return false for a key that is blank, too long or not printable
	 */
	boolean hasKey() {
		return PrintableText.isLine(this.key, LONGEST_KEY);
	}

}
