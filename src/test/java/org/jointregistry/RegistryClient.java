package org.jointregistry;

import java.util.Map;
import java.util.function.Consumer;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jointregistry.embedded.SigningKey;

import org.springframework.core.env.Environment;

/**
 * The registry as its clients meet it, over HTTP. Tests inject it:
 * {@code registry.as("viewer-deu").query("{ programs { totalCount } }")}.
 */
public class RegistryClient {

	private final Environment environment;

	private final Tokens tokens;

	RegistryClient(Environment environment, SigningKey issuerKey) {
		this.environment = environment;
		this.tokens = new Tokens(this, issuerKey);
	}

	/**
	 * Where the registry is served.
	 * @return such as {@code http://127.0.0.1:34567}, known once the server has started
	 */
	public String url() {
		return "http://127.0.0.1:" + this.environment.getRequiredProperty("local.server.port");
	}

	/**
	 * Access tokens, real and forged.
	 * @return the tokens
	 */
	public Tokens tokens() {
		return this.tokens;
	}

	/**
	 * Asks as a demo client, with a token from the token endpoint.
	 * @param client such as {@code viewer-deu}
	 * @return a session with that client's token
	 */
	public GraphqlSession as(String client) {
		return withToken(this.tokens.of(client));
	}

	/**
	 * Asks with a token of the registry's own issuer that says what the test wants.
	 * @param claims adds to the claims; {@code sub} and an hour's life are given
	 * @return a session with that token
	 */
	public GraphqlSession claiming(Consumer<JWTClaimsSet.Builder> claims) {
		return withToken(this.tokens.minted(claims));
	}

	/**
	 * Asks with any text for a token.
	 * @param token the text
	 * @return a session with it
	 */
	public GraphqlSession withToken(String token) {
		return new GraphqlSession(url(), Map.of("Authorization", "Bearer " + token));
	}

	/**
	 * Asks without a token.
	 * @return a session that is not signed in
	 */
	public GraphqlSession anonymous() {
		return new GraphqlSession(url(), Map.of());
	}

}
