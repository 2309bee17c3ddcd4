package org.jointregistry.costsharing;

import org.jointregistry.recording.RefusalCode;

/**
 * Reasons to refuse an entry of the ledger, with the words for people.
 */
enum LedgerRefusal implements RefusalCode {

	/** More is paid than was called. */
	ABOVE_CALL("More would be paid than was called from this contributor; say aboveCall where that is so"),
	/** The entry is taken back already. */
	ALREADY_REVERSED("The entry is reversed already, or another takes its place"),
	/** The entry is verified already. */
	ALREADY_VERIFIED("The entry is verified already"),
	/** CASH, a currency and a price year need an amount. */
	AMOUNT_REQUIRED("An amount is needed: for cash, and where a price year is given"),
	/** What was called is paid. */
	CALL_IS_PAID("What was called is paid: reverse the payments first"),
	/** The parts of a conversion do not fit. */
	CONVERSION_WRONG("The amount is not the original amount at this rate, to a hundredth"),
	/** A conversion is told in part. */
	CONVERSION_INCOMPLETE("A conversion needs the original amount and currency, the rate and its date"),
	/** In kind alone. */
	IN_KIND_ONLY("A resource and a quantity are told of what is in kind"),
	/** Paid in kind, or delivered in money. */
	KIND_AND_FORM_DISAGREE("What is PAID is CASH, and what is DELIVERED is IN_KIND"),
	/** The nation has no part in the program. */
	NOT_A_PARTNER("The nation has no part in the program, or has left it and cannot pledge anew"),
	/** Nothing, or less than nothing. */
	OUT_OF_RANGE("A quantity and a rate are greater than 0"),
	/** Neither payment nor delivery. */
	NOT_VERIFIABLE("What is PAID or DELIVERED is verified, and nothing else"),
	/** People and facilities are counted. */
	QUANTITY_REQUIRED("People and facilities need a quantity and its unit"),
	/** Reversals and verifications stay. */
	NOT_REVERSIBLE("A reversal is not reversed: record the entry anew"),
	/** A quantity is without its unit, or a unit without its quantity. */
	UNIT_REQUIRED("A quantity needs its unit, and a unit its quantity"),
	/** In kind, with an amount. */
	VALUATION_BASIS_REQUIRED("An amount in kind needs its valuation basis");

	private final String message;

	LedgerRefusal(String message) {
		this.message = message;
	}

	@Override
	public String message() {
		return this.message;
	}

}
