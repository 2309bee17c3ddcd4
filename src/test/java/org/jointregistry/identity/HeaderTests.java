package org.jointregistry.identity;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What answers tell browsers: nothing from other hosts, no frames, no guesses, nothing
 * kept.
 */
@RegistryTest
class HeaderTests {

	@Autowired
	private RegistryClient registry;

	@Test
	void everyAnswerIsHeldToItsOwnHost() {
		for (String path : List.of("/graphql", "/graphiql", "/reference/", "/actuator/health", "/nothing")) {
			Answer answer = this.registry.anonymous().get(path);
			assertThat(answer.header("Content-Security-Policy")).as(path)
				.contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
			assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
			assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
			assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
			assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
			assertThat(answer.header("Permissions-Policy")).contains("camera=()");
			assertThat(answer.header("Server") + answer.header("X-Powered-By")).isEmpty();
		}
	}

	@Test
	void onlyGraphiqlWritesStyles() {
		for (String path : List.of("/graphiql", "/graphiql/index.html")) {
			assertThat(policy(path)).contains("style-src 'self' 'unsafe-inline';");
		}
		for (String path : List.of("/reference/", "/graphql", "/actuator/health")) {
			assertThat(policy(path)).contains("style-src 'self';").doesNotContain("unsafe");
		}
	}

	@Test
	void answersAreNotKept() {
		assertThat(this.registry.as("viewer-deu").query("{ __typename }").header("Cache-Control")).contains("no-store");
	}

	@Test
	void longTokenIsReadAndOneWithoutMeasureRefusedByACode() {
		Answer read = this.registry.withToken("a".repeat(9_000)).query("{ __typename }");
		assertThat(read.errorCodes()).as(read.text()).containsExactly("UNAUTHENTICATED");
		for (int length : new int[] { 17_000, 100_000 }) {
			Answer answer = this.registry.withToken("a".repeat(length)).query("{ __typename }");
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.errorCodes()).as(answer.text()).containsExactly("BAD_INPUT");
			assertThat(answer.body().at("/errors/0/extensions/requestId").asString()).hasSize(36);
			assertThat(answer.text()).doesNotContain("Exception", "Tomcat", "aaaa");
		}
	}

	private String policy(String path) {
		return this.registry.anonymous().get(path).header("Content-Security-Policy");
	}

}
