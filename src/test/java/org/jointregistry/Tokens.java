package org.jointregistry;

import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.embedded.SigningKey;

import org.springframework.http.HttpStatus;

/**
 * Access tokens for tests: those that demo clients get, and those that no one should.
 */
public class Tokens {

	private static final int LIFE_IN_SECONDS = 3600;

	private final RegistryClient registry;

	private final SigningKey issuerKey;

	private final Map<String, Issued> issued = new ConcurrentHashMap<>();

	Tokens(RegistryClient registry, SigningKey issuerKey) {
		this.registry = registry;
		this.issuerKey = issuerKey;
	}

	/**
	 * A demo client's token, from the token endpoint; kept for half of its life, since
	 * the whole suite may take longer than all of it.
	 * @param client such as {@code viewer-deu}
	 * @return the token
	 */
	public String of(String client) {
		return this.issued.compute(client, (name, known) -> (known != null && Instant.now().isBefore(known.until()))
				? known : new Issued(issue(name), Instant.now().plusSeconds(LIFE_IN_SECONDS / 2)))
			.token();
	}

	private String issue(String client) {
		String credentials = Base64.getEncoder().encodeToString((client + ":" + DemoClient.SECRET).getBytes());
		GraphqlSession session = new GraphqlSession(this.registry.url(),
				Map.of("Authorization", "Basic " + credentials, "Content-Type", "application/x-www-form-urlencoded"));
		Answer answer = session.post("/oauth2/token", "grant_type=client_credentials");
		if (answer.status() != HttpStatus.OK.value()) {
			throw new IllegalStateException("No token for " + client + ": " + answer);
		}
		return answer.body().path("access_token").asString();
	}

	/**
	 * A token signed by the registry's issuer.
	 * @param claims adds to the claims; {@code sub} and an hour's life are given
	 * @return the token
	 */
	public String minted(Consumer<JWTClaimsSet.Builder> claims) {
		return signed(this.issuerKey, claims);
	}

	/**
	 * A token signed by a key of the test's choosing.
	 * @param key the key
	 * @param claims adds to the claims; {@code sub} and an hour's life are given
	 * @return the token
	 */
	public String signed(SigningKey key, Consumer<JWTClaimsSet.Builder> claims) {
		return signedBy(key, claims);
	}

	/**
	 * A token for a registry in another process.
	 * @param key the key of the issuer that it trusts
	 * @param claims adds to the claims; {@code sub} and an hour's life are given
	 * @return the token
	 */
	public static String signedBy(SigningKey key, Consumer<JWTClaimsSet.Builder> claims) {
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.rsa().getKeyID()).build(),
				claimsSet(claims));
		try {
			token.sign(new RSASSASigner(key.rsa()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	/**
	 * A token with {@code alg: none}.
	 * @param claims adds to the claims; {@code sub} and an hour's life are given
	 * @return the token
	 */
	public String unsigned(Consumer<JWTClaimsSet.Builder> claims) {
		return new PlainJWT(claimsSet(claims)).serialize();
	}

	private static JWTClaimsSet claimsSet(Consumer<JWTClaimsSet.Builder> claims) {
		Instant now = Instant.now();
		JWTClaimsSet.Builder set = new JWTClaimsSet.Builder().subject("test")
			.issueTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(LIFE_IN_SECONDS)));
		claims.accept(set);
		return set.build();
	}

	/**
	 * A token that a demo client was given.
	 *
	 * @param token the token
	 * @param until when another one is asked for
	 */
	private record Issued(String token, Instant until) {

	}

}
