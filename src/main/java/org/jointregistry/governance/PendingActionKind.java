package org.jointregistry.governance;

import org.jspecify.annotations.Nullable;

/**
 * What waits to be done, by the type of its record.
 */
enum PendingActionKind {

	/** A vote on an open decision. */
	VOTE("Decision", "decisions", "proposed", false),

	/** A nation's answer to a request for its consent. */
	CONSENT("ConsentRequest", "consentRequests", "asked", false),

	/** What is owed under an agreement. */
	OBLIGATION("Obligation", "obligations", "due", true),

	/** What is owed in return for a contract. */
	OFFSET("Offset", null, "due", true),

	/** A point that a program is to reach. */
	MILESTONE("Milestone", "milestones", "baseline", true);

	private final String type;

	private final @Nullable String field;

	private final String dated;

	private final boolean isDue;

	PendingActionKind(String type, @Nullable String field, String dated, boolean isDue) {
		this.type = type;
		this.field = field;
		this.dated = dated;
		this.isDue = isDue;
	}

	/**
	 * The type of the record.
	 * @return an object type
	 */
	String type() {
		return this.type;
	}

	/**
	 * The field of a program that leads to its records.
	 * @return null where it has none
	 */
	@Nullable String field() {
		return this.field;
	}

	/**
	 * The field of the record with the day that it is held against, or was asked for.
	 * @return a field with a date
	 */
	String dated() {
		return this.dated;
	}

	/**
	 * Whether it is due on that day.
	 * @return false where it only waits since then
	 */
	boolean isDue() {
		return this.isDue;
	}

}
