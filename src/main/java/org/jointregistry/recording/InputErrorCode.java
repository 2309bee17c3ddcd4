package org.jointregistry.recording;

/**
 * Reasons to refuse any input, with the words for people.
 */
enum InputErrorCode implements RefusalCode {

	/** A currency without an amount, or another one with the amount as it was. */
	AMOUNT_REQUIRED("A currency is that of an amount, and in another one each amount is stated anew"),
	/** A marking of COMMUNITY needs a community. */
	COMMUNITY_REQUIRED("A marking of COMMUNITY needs a community to release to, such as community:NATO"),
	/** The record is at another version. */
	CONFLICT("The record was changed since the version that is named"),
	/** The amount is without its currency. */
	CURRENCY_REQUIRED("An amount needs its currency"),
	/** The key was used with other input. */
	IDEMPOTENCY_KEY_REUSED("The idempotency key was used before, with other input"),
	/** A day that has not come. */
	IN_THE_FUTURE("The day is still to come"),
	/** The key is not written as keys are. */
	KEY_INVALID("A key is 1 to 60 letters of ASCII, digits, '_', '.' or '-', and begins with a letter or a digit;"
			+ " a standard's may have single spaces"),
	/** The key is another record's. */
	KEY_TAKEN("There is a record with this key already"),
	/** A record would be tied to itself. */
	NAMES_ITSELF("A record is not tied to itself"),
	/** The record is named by another entry of the input, or earlier in the list. */
	NAMED_TWICE("The record is named elsewhere in the same input; name it once"),
	/** The number is too small or too large. */
	OUT_OF_RANGE("The number is out of its range"),
	/** It would end before it begins. */
	PERIOD_REVERSED("It would end before it begins"),
	/** Blank, too long or not printable. */
	TEXT_INVALID("The text is blank, too long, or holds characters that cannot be printed"),
	/** A list is too long. */
	TOO_MANY("The list is longer than it may be"),
	/** A list is empty. */
	TOO_FEW("The list has no element"),
	/** No such nation or community. */
	UNKNOWN_REFERENCE("No nation or community has this token; it is written nation:DEU or community:NATO"),
	/** Null where the record must have a value. */
	VALUE_REQUIRED("The record cannot be without this value");

	private final String message;

	InputErrorCode(String message) {
		this.message = message;
	}

	@Override
	public String message() {
		return this.message;
	}

}
