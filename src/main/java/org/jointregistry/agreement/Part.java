package org.jointregistry.agreement;

import org.jspecify.annotations.Nullable;

/**
 * A nation's part in an agreement. Dates are null where there is none.
 *
 * @param key the relationship's own key
 * @param nation the nation's code
 * @param needed whether the agreement waits for it to enter into force
 * @param signed when it signed
 * @param ratified when its approval came
 * @param since since when the agreement binds it
 * @param until the first day on which it no longer does
 */
record Part(String key, String nation, boolean needed, @Nullable String signed, @Nullable String ratified,
		@Nullable String since, @Nullable String until) {

	/**
	 * Whether it counts for the entry into force.
	 * @return false where it has an end
	 */
	boolean isOpen() {
		return this.until == null;
	}

	Part signedOn(@Nullable String date) {
		return new Part(this.key, this.nation, this.needed, date, this.ratified, this.since, this.until);
	}

	Part ratifiedOn(@Nullable String date) {
		return new Part(this.key, this.nation, this.needed, this.signed, date, this.since, this.until);
	}

	/**
	 * Its end, for comparing.
	 * @return empty where it has none
	 */
	String end() {
		return (this.until != null) ? this.until : "";
	}

	/** The part as one that does not bind its nation yet, and has no end. */
	Part unbound() {
		return new Part(this.key, this.nation, this.needed, this.signed, this.ratified, null, null);
	}

	Part endingOn(@Nullable String date) {
		return new Part(this.key, this.nation, this.needed, this.signed, this.ratified, this.since, date);
	}

}
