package org.jointregistry.bookmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.neo4j.driver.Bookmark;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Bookmarks of the database as clients have them: encrypted and authenticated, under a
 * key that follows from the key of cursors. Neither what is in them nor how long they are
 * says whether two are the same.
 */
@Component
class SealedBookmarks {

	/** Longer than those of any set that is sealed, in characters. */
	private static final int LONGEST = 8_000;

	private static final int KEY_BYTES = 32;

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	/** More than the few bookmarks of any replica take. */
	private static final int BLOCK = 1_024;

	private static final String PURPOSE = "bookmarks";

	private final SecureRandom random = new SecureRandom();

	private final SecretKey key;

	/**
	 * Seals under a key.
	 * @param key 32 bytes in base64, the same on every replica; empty for a key that is
	 * made at the start, so that bookmarks end with the process
	 */
	SealedBookmarks(@Value("${registry.read.cursor-key:}") String key) {
		this.key = new SecretKeySpec(derived(key.isEmpty() ? made() : Base64.getDecoder().decode(key)), "AES");
	}

	private byte[] made() {
		byte[] bytes = new byte[KEY_BYTES];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private static byte[] derived(byte[] key) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("HMAC-SHA-256 is not to be had", ex);
		}
	}

	/**
	 * Seals bookmarks.
	 * @param bookmarks of the database, a few
	 * @return letters, digits, {@code -} and {@code _}
	 */
	String seal(Set<Bookmark> bookmarks) {
		String text = bookmarks.stream().map(Bookmark::value).sorted().collect(Collectors.joining("\n"));
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		byte[] padded = new byte[Math.ceilDiv(bytes.length + 1, BLOCK) * BLOCK];
		System.arraycopy(bytes, 0, padded, 0, bytes.length);
		byte[] nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(padded);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("AES-GCM is not to be had", ex);
		}
	}

	/**
	 * Opens what was sealed.
	 * @param sealed what a client sent
	 * @return the bookmarks; empty where no replica sealed that
	 */
	Optional<Set<Bookmark>> open(String sealed) {
		if (sealed.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(sealed);
			String text = new String(cipher(Cipher.DECRYPT_MODE, bytes).doFinal(bytes, NONCE, bytes.length - NONCE),
					StandardCharsets.UTF_8);
			return Optional.of(text.trim().lines().map(Bookmark::from).collect(Collectors.toSet()));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A cipher.
	 * @param mode whether it seals or opens
	 * @param nonce bytes that begin with the nonce
	 * @throws IllegalArgumentException if they are too few
	 */
	private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
		return cipher;
	}

}
