package org.jointregistry.recording;

import org.jointregistry.shared.PrintableText;

/**
 * How keys are written: 1 to 60 letters of ASCII, digits, {@code _}, {@code .} or
 * {@code -}, of which the first is a letter or a digit.
 */
public enum KeyForm {

	/** Without spaces, as access tokens and files name it. */
	PLAIN("[A-Za-z0-9][A-Za-z0-9_.-]*"),

	/** The designation of a record, which may have single spaces. */
	DESIGNATION(PLAIN.form + "( [A-Za-z0-9_.-]+)*");

	private static final int LONGEST = 60;

	private final String form;

	KeyForm(String form) {
		this.form = form;
	}

	/**
	 * Whether a text is no key of this form. What is no line of text of that length is
	 * told by the bounds of its input.
	 * @param key the text
	 * @return false for what the bounds tell
	 */
	public boolean isBroken(String key) {
		return PrintableText.isLine(key, LONGEST) && !key.matches(this.form);
	}

}
