package org.jointregistry.http;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
		for (String body : new String[] { "{", "[]", "null", "", "\"x\"", "{}", "{\"query\": 1}", "{\"query\": true}",
				"{\"query\": {}}", "{\"query\": null, \"extensions\": null}",
				"{\"query\": \"{__typename}\", \"operationName\": 2.5}",
				"{\"query\": \"{__typename}\", \"variables\": []}",
				"{\"query\": \"{__typename}\", \"extensions\": \"x\"}", "{\"documentId\": 7}" }) {
			assertCoded(session().post("/graphql", body), 400, "BAD_INPUT");
		}
	}

	@Test
	void requestInAnotherMethodOrMediaTypeSaysHowToAsk() {
		assertCoded(session().send("PUT", "/graphql", "{}"), 405, "METHOD_NOT_ALLOWED");
		assertCoded(
				session().header("Content-Type", "application/x-www-form-urlencoded").send("DELETE", "/graphql", "a=%"),
				405, "METHOD_NOT_ALLOWED");
		assertCoded(this.registry.as("auditor").header("Content-Type", "text/plain").post("/graphql", "{}"), 415,
				"BAD_INPUT");
		assertCoded(this.registry.as("auditor")
			.header("Content-Type", "application/json;charset=none")
			.post("/graphql", "{}"), 415, "BAD_INPUT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "image/png", "application/xml", "nonsense", "application/json;q=0",
			"application/json;q=0, text/html" })
	void formThatIsNotServedIsNotAcceptable(String form) {
		assertCoded(session().header("Accept", form).post("/graphql", "{\"query\": \"{__typename}\"}"), 406,
				"BAD_INPUT");
		assertCoded(session().header("Accept", form).get("/graphql?query=%7B__typename%7D"), 406, "BAD_INPUT");
	}

	@ParameterizedTest
	@CsvSource({ "application/json, application/json", "*/*, application/json", "application/*, application/json",
			"application/graphql-response+json, application/graphql-response+json",
			"'application/graphql-response+json, application/json;q=0.9', application/graphql-response+json",
			"'application/graphql-response+json;q=0.5, application/json', application/json",
			"'text/html, application/json;q=0.9', application/json",
			"'application/json;q=0, */*;q=0.5', application/graphql-response+json" })
	void answerHasTheFormThatIsWantedMost(String accepted, String form) {
		Answer answer = session().header("Accept", accepted).query("{ __typename }");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).startsWith(form);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/event-stream, application/json", "text/event-stream;q=0.9, */*;q=0.1", "text/*",
			"TEXT/Event-Stream" })
	void streamThatIsWantedMostIsGivenByPostAndByGet(String accepted) {
		GraphqlSession stream = session().header("Accept", accepted);
		for (Answer answer : new Answer[] { stream.query("{ __typename }"),
				stream.get("/graphql?query=%7B__typename%7D") }) {
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
			assertThat(answer.text()).contains("event:next", "\"__typename\":\"Query\"", "event:complete");
		}
	}

	@Test
	void formsBeyondCountingAreNotAcceptable() {
		assertCoded(session().header("Accept", "a/b, ".repeat(50) + "application/json").query("{ __typename }"), 406,
				"BAD_INPUT");
	}

	@Test
	void answerIsCompressedForWhoAsksForThat() throws IOException {
		String document = "{ nations(first: 100) { nodes { key name } } }";
		Answer packed = session().header("Accept-Encoding", "gzip").query(document);
		assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
		assertThat(packed.header("Vary")).containsIgnoringCase("accept-encoding");
		assertThat(session().query(document).header("Content-Encoding")).isEmpty();
	}

	@Test
	void otherOriginsAreNotServed() {
		GraphqlSession elsewhere = session().header("Origin", "https://elsewhere.example");
		Answer preflight = elsewhere.header("Access-Control-Request-Method", "POST").send("OPTIONS", "/graphql", "");
		assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
		assertThat(elsewhere.query("{ __typename }").header("Access-Control-Allow-Origin")).isEmpty();
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
	void documentOfTooManyTokensIsNotParsed() {
		Answer answer = session().query("{ " + "nothing ".repeat(5_001) + "}");
		assertThat(answer.errorCodes()).containsExactly("GRAPHQL_PARSE_FAILED");
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
