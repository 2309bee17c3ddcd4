package org.jointregistry.read;

import java.util.Comparator;
import java.util.List;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.jointregistry.shared.Words;

/**
 * A text that a client searches for.
 *
 * @param words each word once
 */
record SearchText(List<String> words) {

	/** Characters (code points) of a text at most. */
	static final int MOST_CHARACTERS = 200;

	/** Different words of a text at most. */
	static final int MOST_WORDS = 10;

	/**
	 * Reads what a client sent.
	 * @param text any text
	 * @return its words; none where it has no letter and no digit
	 * @throws RegistryException with {@code BAD_INPUT} if it is longer or has more words
	 * than may be
	 */
	static SearchText of(String text) {
		if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
			throw refused();
		}
		List<String> words = Words.of(List.of(text));
		if (words.size() > MOST_WORDS) {
			throw refused();
		}
		return new SearchText(words);
	}

	/**
	 * The word that leaves the fewest records, as far as its length tells.
	 * @return the longest of at least one word
	 */
	String longest() {
		return this.words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
	}

	private static RegistryException refused() {
		return new RegistryException(ErrorCode.BAD_INPUT,
				"A text to search for has at most %d characters and %d words".formatted(MOST_CHARACTERS, MOST_WORDS));
	}

}
