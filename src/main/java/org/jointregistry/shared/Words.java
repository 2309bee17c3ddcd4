package org.jointregistry.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of texts as names are found by: runs of letters and digits of any script, in
 * lower case and without accents, other marks or what is not seen within a word, such as
 * soft hyphens and joiners, so that {@code Łódź} and {@code LODZ} are one word. What is
 * written and what is asked go through here alike.
 */
public final class Words {

	/** Characters (code points) of a word at most; what follows them is left out. */
	public static final int LONGEST = 100;

	/** Ends a word in scripts that are written without spaces. */
	private static final int ZERO_WIDTH_SPACE = 0x200B;

	/**
	 * Small letters that Unicode does not take apart, as people write them who do not
	 * have them.
	 */
	private static final Map<Integer, String> PLAIN = Map.ofEntries(plain("ø", "o"), plain("ł", "l"), plain("đ", "d"),
			plain("ð", "d"), plain("þ", "th"), plain("ß", "ss"), plain("æ", "ae"), plain("œ", "oe"), plain("ı", "i"),
			plain("ȷ", "j"), plain("ħ", "h"), plain("ŋ", "n"), plain("ŧ", "t"), plain("ĸ", "k"), plain("ə", "e"),
			plain("ƀ", "b"), plain("ǥ", "g"), plain("ɨ", "i"), plain("ƶ", "z"), plain("ς", "σ"));

	private Words() {
	}

	/**
	 * The words of texts.
	 * @param texts any texts
	 * @return each word once, in the order in which they first occur; none where there is
	 * no letter and no digit
	 */
	public static List<String> of(Collection<String> texts) {
		Set<String> words = new LinkedHashSet<>();
		texts.forEach((text) -> words.addAll(of(text)));
		return List.copyOf(words);
	}

	private static List<String> of(String text) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		Normalizer.normalize(text, Normalizer.Form.NFKD)
			.codePoints()
			.filter((letter) -> !isPassedOver(letter))
			.forEach((letter) -> {
				if (Character.isLetterOrDigit(letter)) {
					append(letter, word);
				}
				else {
					end(word, words);
				}
			});
		end(word, words);
		return words;
	}

	private static void append(int letter, StringBuilder word) {
		int small = Character.toLowerCase(letter);
		String plain = PLAIN.get(small);
		if (plain != null) {
			word.append(plain);
		}
		else {
			word.appendCodePoint(small);
		}
	}

	private static void end(StringBuilder word, List<String> words) {
		if (!word.isEmpty()) {
			int most = Math.min(LONGEST, word.codePointCount(0, word.length()));
			words.add(word.substring(0, word.offsetByCodePoints(0, most)));
			word.setLength(0);
		}
	}

	private static boolean isPassedOver(int letter) {
		return switch (Character.getType(letter)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			case Character.FORMAT -> letter != ZERO_WIDTH_SPACE;
			default -> false;
		};
	}

	private static Map.Entry<Integer, String> plain(String letter, String plain) {
		return Map.entry(letter.codePointAt(0), plain);
	}

}
