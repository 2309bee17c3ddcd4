package org.jointregistry.levy;

import org.jointregistry.recording.RefusalCode;

/**
 * Reasons to refuse a levy rule or an entry of the ledger of levies, with the words for
 * people.
 */
enum LevyRefusal implements RefusalCode {

	/** More is shared than is paid. */
	ABOVE_PAID("More would be shared under the rule than is paid; say abovePaid where that is so"),
	/** The entry is taken back already. */
	ALREADY_REVERSED("The entry is reversed already"),
	/** Shared with nobody, or due or paid with a beneficiary. */
	BENEFICIARY_REQUIRED("SHARED needs a beneficiary, and no other kind has one"),
	/** What was paid is shared. */
	LEVY_IS_SHARED("The payment is shared: reverse what was shared first"),
	/** A nation stands twice. */
	NATION_TWICE("A nation has one part in a levy"),
	/** The nation has no part in the levy. */
	NOT_A_BENEFICIARY("The nation is no beneficiary of the rule"),
	/** Reversals stay. */
	NOT_REVERSIBLE("A reversal is not reversed: record the entry anew"),
	/** Due or paid by nobody, or shared with a payer. */
	PAYER_REQUIRED("DUE and PAID need a payer, and SHARED has none"),
	/** Neither or both, or an amount in part. */
	RATE_OR_AMOUNT_REQUIRED("A rule has a rate, or an amount for each unit with its currency and its unit"),
	/** The parts are more than the whole. */
	SHARES_ABOVE_WHOLE("The shares add up to more than 100"),
	/** The parts have no release of their own. */
	SHARES_ARE_RELEASED_ONCE("To whom the shares of a levy are shown is said when the rule is set");

	private final String message;

	LevyRefusal(String message) {
		this.message = message;
	}

	@Override
	public String message() {
		return this.message;
	}

}
