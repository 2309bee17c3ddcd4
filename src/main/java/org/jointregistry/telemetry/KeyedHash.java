package org.jointregistry.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * What stands in logs and traces for a text that may not be told, and that somebody who
 * knows most of it could else find by trying: the beginning of its HMAC-SHA-256.
 */
@Component
class KeyedHash {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int KEY_BYTES = 32;

	private static final int DIGITS = 12;

	private final SecretKeySpec key;

	KeyedHash(TelemetrySettings settings) {
		String configured = settings.viewerKey();
		this.key = new SecretKeySpec((configured != null) ? Base64.getDecoder().decode(configured) : made(), ALGORITHM);
	}

	private static byte[] made() {
		byte[] bytes = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(bytes);
		return bytes;
	}

	/**
	 * The hash of a text.
	 * @param text any text
	 * @return twelve hexadecimal digits, the same for the same text under one key
	 */
	String of(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))).substring(0, DIGITS);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HMAC-SHA-256", ex);
		}
	}

}
