package org.jointregistry.governance;

/**
 * The votes on a decision, added up by weight in whole votes.
 *
 * @param inFavour the weight of those who voted for
 * @param against the weight of those who voted against
 * @param abstained the weight of those who abstained
 * @param silent the weight of those who have not voted
 */
record Tally(long inFavour, long against, long abstained, long silent) {

	/**
	 * The weight of all seats.
	 * @return the sum
	 */
	long whole() {
		return this.inFavour + this.against + this.abstained + this.silent;
	}

	/**
	 * What it would be if all who are silent voted for.
	 * @return the best that can become of the decision
	 */
	Tally best() {
		return new Tally(this.inFavour + this.silent, this.against, this.abstained, 0);
	}

	/**
	 * What it would be if all who are silent voted against.
	 * @return the worst that can become of the decision
	 */
	Tally worst() {
		return new Tally(this.inFavour, this.against + this.silent, this.abstained, 0);
	}

}
