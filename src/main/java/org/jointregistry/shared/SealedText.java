package org.jointregistry.shared;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts and authenticates what clients carry for the registry, by AES-GCM.
 */
public final class SealedText {

	/** Bytes of a nonce. */
	public static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private static final String HMAC = "HmacSHA256";

	private final SecretKey key;

	/**
	 * A seal under a key.
	 * @param key an AES key, the same on every replica
	 */
	public SealedText(SecretKey key) {
		this.key = key;
	}

	/**
	 * Seals bytes.
	 * @param bytes what is sealed
	 * @param bound what it is authenticated with, and what opens it has to be given; may
	 * be empty
	 * @param nonce {@link #NONCE} bytes, never the same for other bytes
	 * @return letters, digits, {@code -} and {@code _}
	 */
	public String seal(byte[] bytes, byte[] bound, byte[] nonce) {
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(bytes);
			return encoded(ByteBuffer.allocate(NONCE + sealed.length).put(nonce, 0, NONCE).put(sealed).array());
		}
		catch (GeneralSecurityException ex) {
			throw unavailable(ex);
		}
	}

	/**
	 * Opens what was sealed.
	 * @param sealed what a client sent
	 * @param bound what it has to be authenticated with
	 * @return the bytes; empty where they were not sealed so, or are spelled otherwise
	 */
	public Optional<byte[]> open(String sealed, byte[] bound) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(sealed);
			if (bytes.length <= NONCE || !encoded(bytes).equals(sealed)) {
				return Optional.empty();
			}
			return Optional.of(cipher(Cipher.DECRYPT_MODE, bytes, bound).doFinal(bytes, NONCE, bytes.length - NONCE));
		}
		catch (IllegalArgumentException | AEADBadTagException | IllegalBlockSizeException ex) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw unavailable(ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
		cipher.updateAAD(bound);
		return cipher;
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * The HMAC-SHA-256 of bytes.
	 * @param key any key
	 * @param parts the bytes, one after the other
	 * @return 32 bytes
	 */
	public static byte[] hmac(SecretKey key, byte[]... parts) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(key);
			for (byte[] part : parts) {
				mac.update(part);
			}
			return mac.doFinal();
		}
		catch (GeneralSecurityException ex) {
			throw unavailable(ex);
		}
	}

	private static IllegalStateException unavailable(GeneralSecurityException cause) {
		return new IllegalStateException("Every Java platform has AES-GCM and HMAC-SHA-256", cause);
	}

}
