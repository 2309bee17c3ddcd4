package org.jointregistry.embedded;

import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * A key that tokens are signed with.
 *
 * @param rsa the key pair
 */
public record SigningKey(RSAKey rsa) {

	private static final int BITS = 2048;

	/**
	 * A new key, which no one else has.
	 * @return the key
	 */
	public static SigningKey generate() {
		try {
			return new SigningKey(new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("RSA keys cannot be made here", ex);
		}
	}

}
