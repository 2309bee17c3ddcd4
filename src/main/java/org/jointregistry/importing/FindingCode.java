package org.jointregistry.importing;

/**
 * Why a row, or a whole file, was not loaded.
 */
enum FindingCode {

	/** No file of this name is known. */
	UNKNOWN_FILE,

	/** The header has not the columns that it must have. */
	BAD_HEADER,

	/** The bytes are no CSV in UTF-8, or the row has too many or too few cells. */
	MALFORMED,

	/** A value that is needed is blank. */
	MISSING_VALUE,

	/** The value is none of those that the field may have. */
	UNKNOWN_ENUM,

	/** The value is no date, or a date that does not exist. */
	BAD_DATE,

	/** The value is no number, or has too many digits after the point. */
	BAD_NUMBER,

	/** The number is smaller or larger than it may be. */
	OUT_OF_RANGE,

	/** The currency is not of ISO 4217. */
	UNKNOWN_CURRENCY,

	/** The value names a record that is neither in the registry nor in the file. */
	UNKNOWN_REFERENCE,

	/** A value is given where another column says that there is none. */
	NOT_ASKED_FOR,

	/** An earlier row of the file has the same key. */
	DUPLICATE_KEY,

	/** A record of another type has the key, and the two types share their keys. */
	KEY_TAKEN

}
