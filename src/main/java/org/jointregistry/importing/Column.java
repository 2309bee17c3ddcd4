package org.jointregistry.importing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a file and the field of the schema that it fills.
 *
 * @param name its name in the header
 * @param field the field; {@value #KEY} for the key of the record that the row is about,
 * {@value #TARGET} for the other end of the edge that the row is about,
 * {@value #EDGE_KEY} for the edge's own key, empty where the column says what other
 * columns say too
 * @param optional whether a file may come without it
 * @param given whether it is not in the file, but follows from other columns
 * @param identifies whether it is a part of the key of a row that has no key of its own
 * @param needed whether no row is without it, though the schema hides it from some
 * viewers
 */
public record Column(String name, String field, boolean optional, boolean given, boolean identifies, boolean needed) {

	/** The role of the column with the key of the record that a row is about. */
	public static final String KEY = "key";

	/** The role of the column with the other end of the edge that a row is about. */
	public static final String TARGET = "target";

	/** The role of the column with the edge's own key. */
	public static final String EDGE_KEY = "edgeKey";

	private static final Pattern NOTATION = Pattern
		.compile("(?<name>[a-z0-9_]+)(?:=(?<field>[A-Za-z]*))?(?<flags>[?!+*]*)");

	private static final Pattern SUFFIX = Pattern.compile("_(millions|pct|id)$");

	/**
	 * A column in the notation of {@link FileFormats}: {@code name}, {@code name=field}
	 * where the field is not named alike, then {@code ?} for an optional column,
	 * {@code !} for one that is given by others, {@code +} for a part of the key and
	 * {@code *} for a reference that is needed.
	 * @param notation the column
	 * @return the column
	 */
	static Column of(String notation) {
		Matcher parts = NOTATION.matcher(notation);
		if (!parts.matches()) {
			throw new IllegalArgumentException(notation);
		}
		String name = parts.group("name");
		String field = (parts.group("field") != null) ? parts.group("field") : fieldNamedAlike(name);
		String flags = parts.group("flags");
		return new Column(name, field, flags.contains("?"), flags.contains("!"), flags.contains("+"),
				flags.contains("*"));
	}

	private static String fieldNamedAlike(String column) {
		String[] words = SUFFIX.matcher(column).replaceFirst("").split("_");
		StringBuilder field = new StringBuilder(words[0]);
		for (int i = 1; i < words.length; i++) {
			field.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
		}
		return field.toString();
	}

	/**
	 * Whether the column has a role.
	 * @param role a field, or one of the roles above
	 * @return true where it fills that field or has that role
	 */
	public boolean is(String role) {
		return this.field.equals(role);
	}

	boolean isKey() {
		return is(KEY) || is(TARGET) || is(EDGE_KEY);
	}

	boolean millions() {
		return this.name.endsWith("_millions");
	}

}
