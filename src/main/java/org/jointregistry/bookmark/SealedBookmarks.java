package org.jointregistry.bookmark;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.crypto.spec.SecretKeySpec;

import org.neo4j.driver.Bookmark;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import org.jointregistry.shared.SealedText;

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

	/** More than the few bookmarks of any replica take. */
	private static final int BLOCK = 1_024;

	private static final byte[] PURPOSE = "bookmarks".getBytes(StandardCharsets.UTF_8);

	/** Whoever has the key may open them: a bookmark is of no client. */
	private static final byte[] UNBOUND = {};

	private final SecureRandom random = new SecureRandom();

	private final SealedText seal;

	/**
	 * Seals under a key.
	 * @param key 32 bytes in base64, the same on every replica; empty for a key that is
	 * made at the start, so that bookmarks end with the process
	 */
	SealedBookmarks(@Value("${registry.read.cursor-key:}") String key) {
		byte[] bytes = key.isEmpty() ? random(KEY_BYTES) : Base64.getDecoder().decode(key);
		this.seal = new SealedText(
				new SecretKeySpec(SealedText.hmac(new SecretKeySpec(bytes, "HmacSHA256"), PURPOSE), "AES"));
	}

	private byte[] random(int count) {
		byte[] bytes = new byte[count];
		this.random.nextBytes(bytes);
		return bytes;
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
		return this.seal.seal(padded, UNBOUND, random(SealedText.NONCE));
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
		return this.seal.open(sealed, UNBOUND)
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8).trim()
				.lines()
				.map(Bookmark::from)
				.collect(Collectors.toSet()));
	}

}
