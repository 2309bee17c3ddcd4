package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds in a statement the conditions and the tokens that the access policy puts there,
 * each with the kind of place where it stands, and takes them out.
 */
final class Conditions {

	private static final String HOLDS = "any\\(token IN %s WHERE token IN viewer\\)";

	private static final String OWN = "\\((?<own>\\w+)\\.(?<list>releasedTo|figuresTo) IS NULL OR "
			+ HOLDS.formatted("\\k<own>\\.\\k<list>") + "\\)";

	private static final String RECORD = HOLDS.formatted("(?<record>\\w+)\\.releasedTo");

	private static final String RELEASE = "(?<release>\\w+)\\.scope = (?:\\('(?<label>[\\w<>]+)/' \\+ held\\d*\\)|within)";

	private static final String VALIDITY = "\\((?<fact>viewer\\w+)\\.(?<date>\\w+) IS NULL OR "
			+ "(?:\\k<fact>\\.\\k<date> (?:<=|>) \\$today|viewer\\w+\\.since IS NOT NULL)\\)";

	private static final String STANDING = "\\(NOT \\((?<standing>viewer\\w+)\\.status IN \\[[^\\]]*\\]\\) OR "
			+ "viewer\\w+\\.since IS NOT NULL\\)";

	private static final String ROLE = "(?<role>viewer\\w+)\\.role (?:=|<>) '\\w+'";

	private static final String HOLDER = " \\{key: \\$(?<holder>viewer\\w+)\\}(?=\\)<?-\\[\\w*:`(?<right>\\w+)`)";

	private final Pattern pattern;

	Conditions(Sdl sdl) {
		String offices = sdl.types()
			.values()
			.stream()
			.filter((type) -> !type.isRecord())
			.map(Sdl.Type::label)
			.collect(Collectors.joining("|"));
		String never = "(?<=:`(?:" + offices + ")`\\) WHERE \\(?)(?<never>false)";
		this.pattern = Pattern.compile(String.join("|", OWN, RECORD, RELEASE, VALIDITY, STANDING, ROLE, HOLDER, never));
	}

	/**
	 * The places of a statement where there is something to take out.
	 * @param statement as it is sent
	 * @return names of kinds of places, such as {@code node, hop, count}
	 */
	Set<String> places(String statement) {
		return found(statement).stream().map(Found::place).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * A statement without its conditions at one kind of place.
	 * @param statement as it is sent
	 * @param place the kind of place
	 * @return the statement, changed where it has such a place
	 */
	String without(String statement, String place) {
		StringBuilder changed = new StringBuilder();
		int done = 0;
		for (Found found : found(statement)) {
			if (found.place().equals(place)) {
				changed.append(statement, done, found.from()).append(found.instead());
				done = found.to();
			}
		}
		return changed.append(statement, done, statement.length()).toString();
	}

	private List<Found> found(String statement) {
		List<Found> all = new ArrayList<>();
		StatementReader reader = new StatementReader(statement);
		Matcher matcher = this.pattern.matcher(statement);
		while (matcher.find()) {
			reader.readTo(matcher.start());
			all.add(found(matcher, reader));
		}
		return all;
	}

	private static Found found(Matcher matcher, StatementReader reader) {
		if (matcher.group("own") != null) {
			boolean edge = matcher.group("list").equals("releasedTo");
			return of(matcher, edge ? "edge, " + reader.pattern() : "figure, " + reader.purpose(), "true");
		}
		if (matcher.group("record") != null) {
			return of(matcher, "node, " + reader.pattern(matcher.group("record")), "true");
		}
		if (matcher.group("release") != null) {
			return of(matcher, reader.index() + ", " + reader.pattern() + (several(matcher) ? ", interface" : ""),
					"%s.scope STARTS WITH %s".formatted(matcher.group("release"),
							several(matcher) ? "split(within, '/')[0] + '/'" : "'" + matcher.group("label") + "/'"));
		}
		if (matcher.group("fact") != null) {
			return of(matcher, "validity, %s.%s".formatted(matcher.group("fact"), matcher.group("date")), "true");
		}
		if (matcher.group("standing") != null) {
			return of(matcher, "validity, %s.status".formatted(matcher.group("standing")), "true");
		}
		if (matcher.group("role") != null) {
			return of(matcher, "role, " + matcher.group("role"), "true");
		}
		if (matcher.group("holder") != null) {
			return of(matcher, "holder, " + matcher.group("right"), "");
		}
		return of(matcher, "rule", "true");
	}

	private static boolean several(Matcher matcher) {
		return matcher.group("label") == null;
	}

	private static Found of(Matcher matcher, String place, String instead) {
		return new Found(place, matcher.start(), matcher.end(), instead);
	}

	/**
	 * Something to take out.
	 *
	 * @param place the kind of place
	 * @param from where it starts
	 * @param to where it ends
	 * @param instead what shows more
	 */
	private record Found(String place, int from, int to, String instead) {

	}

}
