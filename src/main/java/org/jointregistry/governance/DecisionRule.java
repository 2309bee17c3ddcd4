package org.jointregistry.governance;

/**
 * How a body decides. Under every rule a vote for never hinders a decision and a vote
 * against never helps it, so that an outcome that neither could change is final.
 */
enum DecisionRule {

	/** At least one for and none against. */
	CONSENSUS {
		@Override
		boolean adopts(Tally votes, long threshold) {
			return votes.inFavour() > 0 && votes.against() == 0;
		}
	},
	/** Every seat for. */
	UNANIMITY {
		@Override
		boolean adopts(Tally votes, long threshold) {
			return votes.inFavour() > 0 && votes.inFavour() == votes.whole();
		}
	},
	/** More for than against. */
	MAJORITY {
		@Override
		boolean adopts(Tally votes, long threshold) {
			return votes.inFavour() > votes.against();
		}
	},
	/** A part of the weight of all seats for. */
	QUALIFIED_MAJORITY {
		@Override
		boolean adopts(Tally votes, long threshold) {
			return votes.inFavour() > 0 && votes.inFavour() * WHOLE >= votes.whole() * threshold;
		}
	};

	/** 100 percent, as percents are stored. */
	private static final long WHOLE = 1_000_000;

	/**
	 * Whether a decision is adopted if no more votes come.
	 * @param votes those that are in
	 * @param threshold the least part of the weight of all seats, in ten-thousandths of a
	 * percent; asked for by {@link #QUALIFIED_MAJORITY} alone
	 * @return whether it is
	 */
	abstract boolean adopts(Tally votes, long threshold);

	/**
	 * Whether no further vote can change the outcome.
	 * @param votes those that are in
	 * @param threshold as of {@link #adopts}
	 * @return true also where none is missing
	 */
	boolean isSettled(Tally votes, long threshold) {
		return adopts(votes.best(), threshold) == adopts(votes.worst(), threshold);
	}

}
