package org.jointregistry.api;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The registry over HTTP: what it answers to requests that are no GraphQL, and when it
 * says that it is ready.
 */
@RegistryTest
class HttpTests {

	@Autowired
	private RegistryClient registry;

	@Autowired
	private ApplicationContext application;

	private GraphqlSession session() {
		return this.registry.as("auditor").header("Content-Type", "application/json");
	}

	@Test
	void whatIsNoGraphqlRequestIsBadInput() {
		for (String body : new String[] { "{", "[]", "\"x\"", "{}" }) {
			assertCoded(session().post("/graphql", body), 400, "BAD_INPUT");
		}
	}

	@Test
	void requestInAnotherMethodOrMediaTypeSaysHowToAsk() {
		assertCoded(session().get("/graphql"), 405, "BAD_INPUT");
		assertCoded(this.registry.as("auditor").header("Content-Type", "text/plain").post("/graphql", "{}"), 415,
				"BAD_INPUT");
	}

	@Test
	void requestThatIsTooLargeIsNotRead() {
		Answer answer = session().query("{ __typename }", Map.of("x", "x".repeat(BodyLimit.BYTES)));
		assertCoded(answer, 413, "BAD_INPUT");
	}

	@Test
	void requestThatDoesNotTellItsLengthIsReadToTheLimitOnly() throws IOException {
		HttpURLConnection request = (HttpURLConnection) URI.create(this.registry.url() + "/graphql")
			.toURL()
			.openConnection();
		request.setRequestProperty("Authorization", "Bearer " + this.registry.tokens().of("auditor"));
		request.setRequestProperty("Content-Type", "application/json");
		request.setDoOutput(true);
		request.setChunkedStreamingMode(8192);
		try (OutputStream body = request.getOutputStream()) {
			body.write("{\"query\":\"{ __typename }\",\"x\":\"".getBytes());
			body.write("x".repeat(BodyLimit.BYTES).getBytes());
			body.write("\"}".getBytes());
			assertThat(request.getResponseCode()).isEqualTo(400);
		}
	}

	@Test
	void errorsOfTheDocumentAreCodedAndBearTheRequestId() {
		Answer answer = session().header("X-Request-Id", "seen-1").query("{ nothing }");
		assertThat(answer.errorCodes()).containsExactly("GRAPHQL_VALIDATION_FAILED");
		assertThat(answer.body().at("/errors/0/extensions/requestId").asString()).isEqualTo("seen-1");
	}

	@Test
	void healthIsUpOnlyWhenReadyToServe() {
		assertThat(this.registry.anonymous().get("/actuator/health").status()).isEqualTo(200);
		AvailabilityChangeEvent.publish(this.application, ReadinessState.REFUSING_TRAFFIC);
		try {
			assertThat(this.registry.anonymous().get("/actuator/health").status()).isEqualTo(503);
		}
		finally {
			AvailabilityChangeEvent.publish(this.application, ReadinessState.ACCEPTING_TRAFFIC);
		}
		assertThat(this.registry.anonymous().get("/actuator/health").status()).isEqualTo(200);
	}

	@Test
	void healthIncludesTheDatabase() {
		assertThat(this.application.containsBean("neo4jHealthContributor")).isTrue();
	}

	private static void assertCoded(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.errorCodes()).containsExactly(code);
		assertThat(answer.text()).contains("requestId").doesNotContain("Exception", "springframework", "trace");
	}

}
