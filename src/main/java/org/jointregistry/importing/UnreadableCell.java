package org.jointregistry.importing;

/**
 * A cell that is not what its field needs.
 */
final class UnreadableCell extends Exception {

	private static final long serialVersionUID = 1L;

	private static final int QUOTED = 80;

	private final FindingCode code;

	UnreadableCell(FindingCode code, String reason) {
		super(reason);
		this.code = code;
	}

	/**
	 * A cell whose text is wrong.
	 * @param code what is wrong
	 * @param text the cell's text
	 * @param complaint what is wrong with it, as a sentence of which the text is the
	 * subject
	 */
	UnreadableCell(FindingCode code, String text, String complaint) {
		this(code, "'" + shortened(text) + "' " + complaint);
	}

	FindingCode code() {
		return this.code;
	}

	String reason() {
		return String.valueOf(getMessage());
	}

	private static String shortened(String text) {
		return (text.length() > QUOTED) ? text.substring(0, QUOTED) + "..." : text;
	}

}
