package org.jointregistry.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A name for a text by which it can be found again, and nothing of it be told.
 */
public final class Digest {

	private Digest() {
	}

	/**
	 * The hash of a text.
	 * @param text any text
	 * @return SHA-256 of its UTF-8, in 64 hexadecimal digits, as manifests of documents
	 * have it
	 */
	public static String of(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
