package org.jointregistry.shared;

import java.util.Optional;

/**
 * What of a record was touched by a change. Whoever sees none of what was touched must
 * not be told that there was a change.
 */
public sealed interface Touched {

	/** The record itself: it was made. */
	record Made() implements Touched {

		@Override
		public String text() {
			return "record";
		}

	}

	/** A value that everyone sees who sees the record. */
	record Fact() implements Touched {

		@Override
		public String text() {
			return "fact";
		}

	}

	/** A value that those see who see the record's figures. */
	record Figure() implements Touched {

		@Override
		public String text() {
			return "figure";
		}

	}

	/**
	 * What a relation led to, or leads to now.
	 *
	 * @param relation the field that follows it
	 * @param label the label of the record there
	 * @param key its key
	 */
	record Link(String relation, String label, String key) implements Touched {

		@Override
		public String text() {
			return "link:" + this.relation + ":" + this.label + ":" + this.key;
		}

	}

	/**
	 * A relationship with facts.
	 *
	 * @param relation the field that follows it
	 * @param key the relationship's own key
	 * @param figuresOnly whether none but its figures were changed
	 */
	record Tie(String relation, String key, boolean figuresOnly) implements Touched {

		@Override
		public String text() {
			return (this.figuresOnly ? "tieFigure:" : "tie:") + this.relation + ":" + this.key;
		}

	}

	/**
	 * As the audit trail keeps it.
	 * @return a text that {@link #find} reads
	 */
	String text();

	/**
	 * Reads what the audit trail keeps.
	 * @param text any text
	 * @return empty where it says nothing of the kind
	 */
	static Optional<Touched> find(String text) {
		String[] parts = text.split(":", 4);
		return switch (parts[0]) {
			case "record" -> Optional.of(new Made());
			case "fact" -> Optional.of(new Fact());
			case "figure" -> Optional.of(new Figure());
			case "link" -> (parts.length == 4) ? Optional.of(new Link(parts[1], parts[2], parts[3])) : Optional.empty();
			case "tie" -> tie(text, false);
			case "tieFigure" -> tie(text, true);
			default -> Optional.empty();
		};
	}

	private static Optional<Touched> tie(String text, boolean figuresOnly) {
		String[] parts = text.split(":", 3);
		return (parts.length == 3) ? Optional.of(new Tie(parts[1], parts[2], figuresOnly)) : Optional.empty();
	}

}
