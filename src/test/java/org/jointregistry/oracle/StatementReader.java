package org.jointregistry.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a statement from its start, and says where in it the reading stands: in which
 * subquery, pattern and clause.
 */
final class StatementReader {

	private static final Pattern CLAUSE = Pattern
		.compile("\\b(MATCH|WHERE(?! token IN viewer)|WITH|RETURN|ORDER BY|UNWIND)\\b");

	/** Relationships to audiences, which no relation of the schema follows. */
	private static final Pattern ENTRY = Pattern.compile("RELEASED_TO|RELEASED_AT|FOUND_BY");

	private static final Pattern REFERENCE = Pattern.compile("(named IN [^\\[\\]]* WHERE|CASE WHEN) EXISTS $");

	private final String text;

	private final Deque<Subquery> around = new ArrayDeque<>();

	private int position;

	StatementReader(String text) {
		this.text = text;
		this.around.push(new Subquery("statement", ""));
	}

	void readTo(int end) {
		for (; this.position < end; this.position++) {
			char next = this.text.charAt(this.position);
			if (next == '{') {
				this.around.push(opened());
			}
			else if (next == '}') {
				this.around.pop();
			}
			else {
				innermost().own.append(next);
			}
		}
	}

	private Subquery innermost() {
		return Objects.requireNonNull(this.around.peek());
	}

	private Subquery opened() {
		String before = innermost().own.toString();
		String clause = innermost().clause();
		if (before.endsWith("COUNT ")) {
			return new Subquery("count", clause);
		}
		if (before.endsWith("EXISTS ")) {
			return new Subquery(
					REFERENCE.matcher(before).find() ? "reference" : before.endsWith("NOT (EXISTS ") ? "none" : "some",
					clause);
		}
		if (before.endsWith("COLLECT ")) {
			return new Subquery(before.endsWith("head(COLLECT ") ? "one" : "list", clause);
		}
		return new Subquery(before.endsWith(") ") ? "call" : "map", clause);
	}

	/**
	 * The kind of pattern whose condition is being read.
	 * @return whether it starts at the root or is a hop, and what it is matched for
	 */
	String pattern() {
		String own = innermost().own.toString();
		if (own.contains("(here)")) {
			return "path";
		}
		if (innermost().kind.equals("reference")) {
			return "reference";
		}
		String match = own.substring(own.lastIndexOf("MATCH "));
		boolean hop = match.contains("-[") && !ENTRY.matcher(match).find();
		return (hop ? "hop, " : "root, ") + innermost().use();
	}

	/**
	 * The index whose entries are being read.
	 * @return by releases or by words
	 */
	String index() {
		String own = innermost().own.toString();
		return own.substring(own.lastIndexOf("MATCH ")).contains("FOUND_BY") ? "word" : "release";
	}

	/**
	 * The kind of pattern, and whether its node may be of several types.
	 * @param node the node's name
	 * @return as {@link #pattern()}
	 */
	String pattern(String node) {
		String pattern = pattern();
		boolean several = innermost().own.indexOf("(" + node + ")") >= 0;
		return (several && !pattern.equals("path")) ? pattern + ", interface" : pattern;
	}

	/**
	 * What a value is read for.
	 * @return to be shown, to filter or to order by
	 */
	String purpose() {
		String use = innermost().use();
		if (use.equals("order") || use.equals("cursor")) {
			return use;
		}
		return switch (innermost().clause()) {
			case "WITH" -> "order";
			case "WHERE" -> "condition of " + use;
			default -> "shown";
		};
	}

	/**
	 * A subquery that is being read.
	 */
	private static final class Subquery {

		private final String kind;

		private final String within;

		private final StringBuilder own = new StringBuilder();

		Subquery(String kind, String within) {
			this.kind = kind;
			this.within = within;
		}

		String clause() {
			Matcher clauses = CLAUSE.matcher(this.own);
			String last = "";
			while (clauses.find()) {
				last = clauses.group();
			}
			return last;
		}

		String use() {
			boolean value = this.kind.equals("one") || this.kind.equals("list");
			if (value && this.within.equals("WITH")) {
				return "order";
			}
			if (value && this.within.equals("WHERE")) {
				return "cursor";
			}
			return (this.kind.equals("some") && !this.within.equals("WHERE")) ? "reached" : this.kind;
		}

	}

}
