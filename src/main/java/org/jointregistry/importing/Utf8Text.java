package org.jointregistry.importing;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of bytes in UTF-8, read to its end whatever the bytes are.
 */
final class Utf8Text {

	/** Half a character, which no bytes in UTF-8 are. */
	private static final String UNREADABLE = "\uDC00";

	private Utf8Text() {
	}

	/**
	 * Reads bytes.
	 * @param bytes what to read
	 * @return the text; what is not in UTF-8 is half a character in it
	 */
	static Reader of(InputStream bytes) {
		return new InputStreamReader(bytes,
				StandardCharsets.UTF_8.newDecoder()
					.onMalformedInput(CodingErrorAction.REPLACE)
					.onUnmappableCharacter(CodingErrorAction.REPLACE)
					.replaceWith(UNREADABLE));
	}

	/**
	 * Whether all of a text could be read.
	 * @param text a part of a text
	 * @return false where half a character is in it
	 */
	static boolean isWhole(String text) {
		return text.codePoints().noneMatch((character) -> Character.getType(character) == Character.SURROGATE);
	}

}
