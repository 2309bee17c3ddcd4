package org.jointregistry.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An authorization server in the same process, which gives tokens to the demo clients by
 * client credentials. Its keys are new at every start, so that a token of one registry is
 * worth nothing at another.
 */
public class DemoIssuer {

	static final String TOKEN_ENDPOINT = "/oauth2/token";

	@Bean
	@Order(1)
	SecurityFilterChain issuerSecurity(HttpSecurity http) {
		OAuth2AuthorizationServerConfigurer issuer = new OAuth2AuthorizationServerConfigurer();
		http.securityMatcher(issuer.getEndpointsMatcher());
		http.with(issuer, (defaults) -> {
		});
		http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
		return http.build();
	}

	@Bean
	RegisteredClientRepository demoClients() {
		return new DemoClients();
	}

	/** Compares the demo secret as it is: it is public, and hashing it costs time. */
	@Bean
	PasswordEncoder demoSecrets() {
		return new PasswordEncoder() {

			@Override
			public @Nullable String encode(@Nullable CharSequence secret) {
				return (secret != null) ? secret.toString() : null;
			}

			@Override
			public boolean matches(@Nullable CharSequence secret, @Nullable String known) {
				return known != null && secret != null && known.contentEquals(secret);
			}

		};
	}

	@Bean
	OAuth2TokenCustomizer<JwtEncodingContext> demoClaims() {
		return (context) -> DemoClient.of(context.getRegisteredClient().getClientId())
			.claims()
			.forEach(context.getClaims()::claim);
	}

	@Bean
	SigningKey issuerKey() {
		return SigningKey.generate();
	}

	@Bean
	JWKSource<SecurityContext> issuerKeys(SigningKey key) {
		return new ImmutableJWKSet<>(new JWKSet(key.rsa()));
	}

	@Bean
	JwtDecoder issuedTokens(SigningKey key, ObjectProvider<OAuth2TokenValidator<Jwt>> validators) throws Exception {
		RSAKey published = key.rsa().toPublicJWK();
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(published.toRSAPublicKey()).build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators.orderedStream().toList()));
		return decoder;
	}

	@Bean
	AuthorizationServerSettings issuerSettings() {
		return AuthorizationServerSettings.builder().tokenEndpoint(TOKEN_ENDPOINT).build();
	}

	/** Lets GraphiQL sign in as a demo client. */
	@Bean
	RouterFunction<ServerResponse> graphiqlSettings() {
		List<Map<String, String>> clients = Arrays.stream(DemoClient.values())
			.map((client) -> Map.of("id", client.id(), "label", client.label()))
			.toList();
		Map<String, Object> settings = Map.of("tokenEndpoint", TOKEN_ENDPOINT, "clients", clients, "secret",
				DemoClient.SECRET);
		return RouterFunctions.route()
			.GET("/graphiql/settings.json", (request) -> ServerResponse.ok().body(settings))
			.build();
	}

}
