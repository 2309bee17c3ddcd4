package org.jointregistry.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * GraphQL Java's messages without what only its programmers know: names of classes, and
 * values as its classes print themselves.
 */
final class PlainWords {

	private static final Map<Pattern, String> REPLACEMENTS = new LinkedHashMap<>();

	static {
		replace("with value '[A-Za-z]+\\{.*?\\}' (?=is|contains|must|does|has)", "");
		replace("'EnumValue\\{name='([^']*)'\\}'", "'$1'");
		replace("'?[A-Z][A-Za-z]*(?:Value|Field|Reference)\\{.*", "a value of another kind");
		replace("'(LinkedHashMap|Map|ImmutableMap)'", "object");
		replace("'(ArrayList|List|ImmutableList)'", "list");
		replace("an instance of type object", "objects");
		replace("\\b(?:[a-z_]+\\.){2,}[A-Z][A-Za-z0-9_$]*", "value");
	}

	private PlainWords() {
	}

	private static void replace(String pattern, String words) {
		REPLACEMENTS.put(Pattern.compile(pattern, Pattern.DOTALL), words);
	}

	/**
	 * The message for a client.
	 * @param message as GraphQL Java wrote it
	 * @return the same, without what is inside
	 */
	static String of(@Nullable String message) {
		String words = (message != null) ? message : "The document cannot be read";
		for (Map.Entry<Pattern, String> replacement : REPLACEMENTS.entrySet()) {
			words = replacement.getKey().matcher(words).replaceAll(replacement.getValue());
		}
		return words;
	}

}
