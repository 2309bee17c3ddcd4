package org.jointregistry.shared;

/**
 * Texts that people write and read: what of them the registry takes.
 */
public final class PrintableText {

	private PrintableText() {
	}

	/**
	 * Whether a text is one line of printable characters.
	 * @param text any text
	 * @param longest most characters (code points)
	 * @return false if it is blank or longer, or holds a character that is not printable
	 */
	public static boolean isLine(String text, int longest) {
		return isBounded(text, longest) && text.codePoints().allMatch(PrintableText::isPrintable);
	}

	/**
	 * Whether a text is printable characters in any number of lines.
	 * @param text any text
	 * @param longest most characters (code points)
	 * @return false if it is blank or longer, or holds a character that is neither
	 * printable nor the end of a line nor a tab
	 */
	public static boolean isText(String text, int longest) {
		return isBounded(text, longest)
				&& text.codePoints().allMatch((character) -> isPrintable(character) || isSpacing(character));
	}

	private static boolean isBounded(String text, int longest) {
		return !text.isBlank() && text.codePointCount(0, text.length()) <= longest;
	}

	private static boolean isSpacing(int character) {
		return character == '\n' || character == '\r' || character == '\t';
	}

	private static boolean isPrintable(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
