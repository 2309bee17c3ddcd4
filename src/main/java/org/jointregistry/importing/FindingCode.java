package org.jointregistry.importing;

/**
 * Why a row, or a whole file, was not loaded.
 */
enum FindingCode {

	/** No file of this name is known. */
	UNKNOWN_FILE("Name the file like one that can be imported."),

	/** The header has not the columns that it must have. */
	BAD_HEADER("Begin the file with the columns that it must have, in their order."),

	/** A column is left out, which would blank it in every record of the file. */
	MISSING_COLUMNS("Add the columns, as an auditor's export has them; leave blank only what is to be blank."),

	/**
	 * The bytes are no CSV or JSON in UTF-8, or the row has too many or too few cells.
	 */
	MALFORMED("Write the line anew, in UTF-8, with a value for each column."),

	/** A value that is needed is blank. */
	MISSING_VALUE("Fill in the value."),

	/** The value is none of those that the field may have. */
	UNKNOWN_ENUM("Take one of the values that the schema names for the field."),

	/** The value is no date, or a date that does not exist. */
	BAD_DATE("Write the date as 2019, 2019-07 or 2019-07-17."),

	/** The value is no number, or has too many digits after the point. */
	BAD_NUMBER("Write the number with digits and a point, such as 126.25."),

	/** The number is smaller or larger than it may be. */
	OUT_OF_RANGE("Compare the number with its source, and its unit with that of the column."),

	/** The value is no identifier of its scheme. */
	BAD_IDENTIFIER(
			"Write a PIC as nine digits, an LEI as 20 capital letters and digits, a ROR ID as nine small letters and"
					+ " digits that begin with 0."),

	/** What the row is about may be a record that is there. */
	DOUBTFUL_MATCH(
			"Decide the match in importMatches; of a file that is DONE, then send the row in a file of its own, and"
					+ " rows that name what it is about."),

	/** The currency is not of ISO 4217. */
	UNKNOWN_CURRENCY("Write the currency by its three letters of ISO 4217, such as EUR."),

	/** The value names a record that is neither in the registry nor in the file. */
	UNKNOWN_REFERENCE(
			"Import what the row names first, or correct the key; of a file that is DONE, then send the rejected rows in a"
					+ " file of their own."),

	/** A value is given where another column says that there is none. */
	NOT_ASKED_FOR("Take the value out, or change what the other column says."),

	/** An earlier row of the file has the same key. */
	DUPLICATE_KEY("Leave one row with this key in the file."),

	/** A record of another type has the key, and the two types share their keys. */
	KEY_TAKEN("Give the record another key."),

	/** An entry of the ledger, or who does a share of the work, is recorded otherwise. */
	RECORDED_OTHERWISE(
			"Where the row is right, have the program's manager reverse the contribution, or end the share of the work,"
					+ " and record what is right."),

	/** The file has more rows than one transaction may write. */
	TOO_LONG("Send the file row by row, or in parts.");

	private final String remedy;

	FindingCode(String remedy) {
		this.remedy = remedy;
	}

	/**
	 * What to do about it.
	 * @return a sentence for whoever sent the file
	 */
	String remedy() {
		return this.remedy;
	}

}
