package org.jointregistry.oracle;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether names have the words that somebody searches for.
 */
final class Search {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

	/** Marks, and what is not seen between letters. */
	private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}&&[^\u200B]]");

	private static final int LONGEST = 100;

	/** Letters that keep their strokes when they are taken apart. */
	private static final Map<String, String> STROKES = Map.of("ø", "o", "ł", "l", "đ", "d", "ð", "d", "æ", "ae", "œ",
			"oe", "þ", "th", "ħ", "h", "ß", "ss", "ς", "σ");

	private Search() {
	}

	/**
	 * Whether each word of a text begins a word of a name.
	 * @param text what is searched for
	 * @param names the names of an object
	 * @return false where the text has no word
	 */
	static boolean finds(String text, List<String> names) {
		List<String> asked = words(text).toList();
		return !asked.isEmpty() && asked.stream()
			.allMatch((begin) -> names.stream().flatMap(Search::words).anyMatch((word) -> word.startsWith(begin)));
	}

	private static Stream<String> words(String text) {
		return BETWEEN_WORDS.splitAsStream(spelled(text)).filter((word) -> !word.isEmpty()).map(Search::shortened);
	}

	/** By way of capital letters, of which there are fewer. */
	private static String spelled(String text) {
		String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
		String spelled = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
		for (Map.Entry<String, String> stroke : STROKES.entrySet()) {
			spelled = spelled.replace(stroke.getKey(), stroke.getValue());
		}
		return spelled;
	}

	private static String shortened(String word) {
		return word.codePoints()
			.limit(LONGEST)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
