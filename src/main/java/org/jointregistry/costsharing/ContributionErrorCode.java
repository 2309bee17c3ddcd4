package org.jointregistry.costsharing;

import java.util.List;

/**
 * What may be wrong with an input about contributions, with the words for people.
 */
enum ContributionErrorCode {

	/** CASH, a currency and a price year need an amount. */
	AMOUNT_REQUIRED("An amount is needed: for cash, and where a currency or a price year is given"),

	/** A marking of COMMUNITY needs a community. */
	COMMUNITY_REQUIRED("A marking of COMMUNITY needs a community to release to, such as community:NATO"),

	/** The amount is without its currency. */
	CURRENCY_REQUIRED("An amount needs its currency"),

	/** The key was used with other input. */
	IDEMPOTENCY_KEY_REUSED("The idempotency key was used before, with other input"),

	/** Paid in kind, or delivered in money. */
	KIND_AND_FORM_DISAGREE("What is PAID is CASH, and what is DELIVERED is IN_KIND"),

	/** The nation has no part in the program. */
	NOT_A_PARTNER("The nation has no part in the program, or has left it and cannot pledge anew"),

	/** Blank, too long or not printable. */
	TEXT_INVALID("The text is blank, too long, or holds characters that cannot be printed"),

	/** A list is too long. */
	TOO_MANY("The list is longer than it may be"),

	/** No such nation or community. */
	UNKNOWN_REFERENCE("No nation or community has this token; it is written nation:DEU or community:NATO"),

	/** In kind, with an amount. */
	VALUATION_BASIS_REQUIRED("An amount in kind needs its valuation basis"),

	/** The year is out of its range. */
	YEAR_OUT_OF_RANGE("The year is before 1900 or after 2100");

	private final String message;

	ContributionErrorCode(String message) {
		this.message = message;
	}

	/**
	 * The error at a place of the input.
	 * @param field names of the input's fields down to the wrong one
	 * @return the error
	 */
	ContributionError at(String... field) {
		return new ContributionError(this, this.message, List.of(field));
	}

}
