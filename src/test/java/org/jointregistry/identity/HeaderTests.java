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

	private String policy(String path) {
		return this.registry.anonymous().get(path).header("Content-Security-Policy");
	}

}
