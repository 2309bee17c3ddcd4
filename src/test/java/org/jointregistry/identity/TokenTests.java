package org.jointregistry.identity;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.embedded.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets as far as GraphQL, and what those are told who do not.
 */
@RegistryTest
class TokenTests {

	private static final String QUERY = "{ __typename }";

	private static final Consumer<JWTClaimsSet.Builder> AUDITOR = (claims) -> claims.claim("roles", List.of("AUDITOR"));

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@EnumSource
	void everyDemoClientGetsThrough(DemoClient client) {
		assertThat(this.registry.as(client.id()).query(QUERY).status()).isNotIn(401, 403);
	}

	@Test
	void noTokenIsUnauthenticated() {
		Answer answer = this.registry.anonymous().query(QUERY);
		assertUnauthenticated(answer);
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30." })
	void whatIsNoTokenIsUnauthenticated(String token) {
		assertUnauthenticated(this.registry.withToken(token).query(QUERY));
	}

	@Test
	void expiredTokenIsUnauthenticated() {
		Date past = Date.from(Instant.now().minusSeconds(120));
		assertUnauthenticated(
				this.registry.claiming(AUDITOR.andThen((claims) -> claims.expirationTime(past))).query(QUERY));
	}

	@Test
	void tokenThatNeverExpiresIsUnauthenticated() {
		assertUnauthenticated(
				this.registry.claiming(AUDITOR.andThen((claims) -> claims.expirationTime(null))).query(QUERY));
	}

	@Test
	void tokenThatIsNotYetValidIsUnauthenticated() {
		Date future = Date.from(Instant.now().plusSeconds(600));
		assertUnauthenticated(
				this.registry.claiming(AUDITOR.andThen((claims) -> claims.notBeforeTime(future))).query(QUERY));
	}

	@Test
	void tokenOfAnotherKeyIsUnauthenticated() {
		String foreign = this.registry.tokens().signed(SigningKey.generate(), AUDITOR);
		assertUnauthenticated(this.registry.withToken(foreign).query(QUERY));
	}

	@Test
	void unsignedTokenIsUnauthenticated() {
		assertUnauthenticated(this.registry.withToken(this.registry.tokens().unsigned(AUDITOR)).query(QUERY));
	}

	@Test
	void changedTokenIsUnauthenticated() {
		String[] parts = this.registry.tokens().of("viewer-deu").split("\\.");
		String[] other = this.registry.tokens().of("auditor").split("\\.");
		assertUnauthenticated(this.registry.withToken(parts[0] + "." + other[1] + "." + parts[2]).query(QUERY));
	}

	@Test
	void tokenOutsideOfTheHeaderIsNotRead() {
		String token = this.registry.tokens().of("auditor");
		assertUnauthenticated(this.registry.anonymous()
			.header("Content-Type", "application/json")
			.post("/graphql?access_token=" + token, "{\"query\":\"{__typename}\"}"));
		assertUnauthenticated(this.registry.anonymous()
			.header("Content-Type", "application/x-www-form-urlencoded")
			.post("/graphql", "access_token=" + token));
		assertUnauthenticated(this.registry.anonymous().header("Cookie", "access_token=" + token).query(QUERY));
	}

	@Test
	void tokenWithoutItsRolesClaimIsForbidden() {
		assertForbidden(Map.of());
		assertForbidden(Map.of("roles", List.of()));
		assertForbidden(Map.of("roles", List.of("ADMIN")));
		assertForbidden(Map.of("roles", List.of("auditor")));
		assertForbidden(Map.of("roles", "AUDITOR"));
		assertForbidden(Map.of("roles", List.of("NATIONAL_VIEWER")));
		assertForbidden(Map.of("roles", List.of("NATIONAL_DELEGATE"), "nation", "Germany"));
		assertForbidden(Map.of("roles", List.of("PROGRAM_MANAGER"), "programs", List.of()));
		assertForbidden(Map.of("roles", List.of("PROGRAM_MANAGER"), "programs", "EFA"));
		assertForbidden(Map.of("roles", List.of("INDUSTRY"), "nation", "DEU"));
		assertForbidden(Map.of("roles", List.of("AUDITOR", "INDUSTRY")));
	}

	@Test
	void unknownRolesBesideAKnownOneAreIgnored() {
		Answer answer = this.registry
			.claiming((claims) -> claims.claim("roles", List.of("offline_access", "REGISTRAR")))
			.query(QUERY);
		assertThat(answer.status()).isNotIn(401, 403);
	}

	@Test
	void refusalBearsTheRequestId() {
		Answer answer = this.registry.anonymous().header("X-Request-Id", "asked-42").query(QUERY);
		assertThat(answer.header("X-Request-Id")).isEqualTo("asked-42");
		assertThat(answer.body().at("/errors/0/extensions/requestId").asString()).isEqualTo("asked-42");
	}

	@Test
	void requestIdThatCouldDoHarmIsReplaced() {
		Answer answer = this.registry.anonymous().header("X-Request-Id", "<script>").query(QUERY);
		assertThat(answer.header("X-Request-Id")).hasSize(36).matches("[0-9a-f-]+");
	}

	@Test
	void everythingElseIsClosed() {
		for (String path : List.of("/", "/actuator", "/actuator/env", "/error", "/graphql/schema", "/login",
				"/.well-known/oauth-protected-resource")) {
			assertThat(this.registry.anonymous().get(path).status()).as(path).isEqualTo(401);
			assertThat(this.registry.as("auditor").get(path).status()).as(path).isEqualTo(403);
		}
	}

	@Test
	void healthIsOpenAndSaysNoMore() {
		Answer answer = this.registry.anonymous().get("/actuator/health");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body().path("status").asString()).isEqualTo("UP");
		assertThat(answer.text()).doesNotContain("neo4j");
	}

	@Test
	void otherSitesGetNoLeaveToAsk() {
		Answer answer = this.registry.anonymous().header("Origin", "https://example.org").query(QUERY);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self';");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	private void assertForbidden(Map<String, Object> claims) {
		Answer answer = this.registry.claiming((token) -> claims.forEach(token::claim)).query(QUERY);
		assertThat(answer.status()).as("%s", claims).isEqualTo(403);
		assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
	}

	private static void assertUnauthenticated(Answer answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
		assertThat(answer.errorCodes()).containsExactly("UNAUTHENTICATED");
		assertThat(answer.text()).doesNotContainIgnoringCase("jwt").doesNotContain("Exception", "trace");
	}

}
