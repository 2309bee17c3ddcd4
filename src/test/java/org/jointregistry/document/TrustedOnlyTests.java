package org.jointregistry.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.GraphqlSocket;
import org.jointregistry.JointRegistry;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A registry that answers trusted documents only, and tells nothing of its schema, does
 * so by whatever way it is asked.
 */
@RegistryTest
@Timeout(60)
class TrustedOnlyTests {

	private static final String KNOWN = "query Typename { __typename }";

	private static final String EVENTS = "c4a1e0b7d9";

	private static final JsonMapper JSON = JsonMapper.shared();

	private static ConfigurableApplicationContext strict;

	@Autowired
	private RegistryClient registry;

	@BeforeAll
	static void start(@Autowired Neo4jConnectionDetails database, @Autowired JwtDecoder tokens) {
		strict = new SpringApplicationBuilder(JointRegistry.class).initializers((GenericApplicationContext context) -> {
			context.registerBean(Neo4jConnectionDetails.class, () -> database);
			context.registerBean(JwtDecoder.class, () -> tokens);
		})
			.run("--server.port=0", "--server.address=127.0.0.1", "--registry.import.sets=",
					"--registry.read.cursor-key=" + RegistryTest.CURSOR_KEY, "--registry.document.trusted-only=true",
					"--registry.document.introspection=false",
					"--registry.document.manifests=classpath:documents/generated.json,classpath:documents/apollo.json");
	}

	@AfterAll
	static void stop() {
		strict.close();
	}

	private static String url() {
		return "http://127.0.0.1:" + strict.getEnvironment().getRequiredProperty("local.server.port");
	}

	private GraphqlSession session() {
		return new GraphqlSession(url(),
				Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json"));
	}

	private String token() {
		return this.registry.tokens().of("viewer-deu");
	}

	private GraphqlSocket socket() {
		return GraphqlSocket.open(url(), token());
	}

	/** How clients name or send a document. */
	private static Map<String, Object> request(String form, String text) {
		Map<String, Object> persisted = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", text));
		return switch (form) {
			case "documentId" -> Map.of("documentId", text);
			case "persistedQuery" -> Map.of("extensions", persisted);
			default -> Map.of("query", text);
		};
	}

	private static String path(Map<String, Object> request) {
		StringBuilder path = new StringBuilder("/graphql?");
		new HashMap<>(request).forEach((name, value) -> path.append(name)
			.append('=')
			.append(URLEncoder.encode((value instanceof String text) ? text : JSON.writeValueAsString(value),
					StandardCharsets.UTF_8)));
		return path.toString();
	}

	/** The answer by each way that has one answer: POST, GET, and a stream of each. */
	private Map<String, String> answers(Map<String, Object> request) {
		GraphqlSession stream = session().header("Accept", "text/event-stream");
		String body = JSON.writeValueAsString(request);
		return Map.of("POST", session().post("/graphql", body).text(), "GET", session().get(path(request)).text(),
				"streamed POST", stream.post("/graphql", body).text(), "streamed GET",
				stream.get(path(request)).text());
	}

	@ParameterizedTest
	@CsvSource({ "documentId, 0d5f1c", "documentId, sha256:0d5f1c", "persistedQuery, 0d5f1c", "query, " + KNOWN })
	void knownDocumentIsAnsweredByEveryWay(String form, String text) {
		assertThat(answers(request(form, text)))
			.allSatisfy((way, answer) -> assertThat(answer).contains("\"__typename\":\"Query\""));
	}

	@ParameterizedTest
	@CsvSource({ "documentId, 0d5f1d, PERSISTED_QUERY_NOT_FOUND", "persistedQuery, 0d5f1d, PERSISTED_QUERY_NOT_FOUND",
			"query, { __typename }, DOCUMENT_NOT_TRUSTED", "query, PersistedQueryMarker, PERSISTED_QUERY_NOT_FOUND",
			"query, subscription { recordChanged { cursor } }, DOCUMENT_NOT_TRUSTED",
			"query, mutation { __typename }, DOCUMENT_NOT_TRUSTED" })
	void noOtherIsAnsweredByAnyWay(String form, String text, String code) {
		assertThat(answers(request(form, text))).allSatisfy((way,
				answer) -> assertThat(answer).contains("\"code\":\"" + code + "\"").doesNotContain("__typename\":"));
	}

	@Test
	void hashDoesNotLendItsTrustToATextThatComesWithIt() {
		Map<String, Object> both = new HashMap<>(request("persistedQuery", "0d5f1c"));
		both.put("query", "{ a: __typename }");
		assertThat(session().post("/graphql", JSON.writeValueAsString(both)).errorCodes())
			.containsExactly("DOCUMENT_NOT_TRUSTED");
	}

	@ParameterizedTest
	@CsvSource({ "documentId, 0d5f1c", "persistedQuery, 0d5f1c", "query, " + KNOWN })
	void knownDocumentIsAnsweredOverWebSocket(String form, String text) {
		try (GraphqlSocket socket = socket()) {
			socket.subscribe("a", request(form, text));
			assertThat(socket.next().at("/payload/data/__typename").asString()).isEqualTo("Query");
		}
	}

	@ParameterizedTest
	@CsvSource({ "documentId, 0d5f1d, PERSISTED_QUERY_NOT_FOUND", "persistedQuery, 0d5f1d, PERSISTED_QUERY_NOT_FOUND",
			"query, { __typename }, DOCUMENT_NOT_TRUSTED",
			"query, subscription { recordChanged { cursor } }, DOCUMENT_NOT_TRUSTED" })
	void noOtherIsAnsweredOverWebSocket(String form, String text, String code) {
		try (GraphqlSocket socket = socket()) {
			socket.subscribe("a", request(form, text));
			JsonNode message = socket.next();
			assertThat(message.at("/payload/errors/0/extensions/code").asString()).isEqualTo(code);
			assertThat(message.at("/payload/data").isNull() || message.at("/payload/data").isMissingNode()).isTrue();
			assertThat(socket.next().path("type").asString()).isEqualTo("complete");
		}
	}

	@Test
	void knownSubscriptionStandsOverWebSocket() {
		try (GraphqlSocket socket = socket()) {
			socket.subscribe("s", request("persistedQuery", EVENTS));
			socket.subscribe("q", KNOWN);
			assertThat(socket.next().path("id").asString()).isEqualTo("q");
		}
	}

	@Test
	void nameOfAnotherOperationIsNoWayAround() {
		Answer answer = session().get("/graphql?documentId=0d5f1c&operationName=Other");
		assertThat(answer.data().isMissingNode() || answer.data().isNull()).isTrue();
		assertThat(answer.errorCodes()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reference/index.html", "/reference/Query.html", "/reference/errors.html" })
	void whatTellsOfTheSchemaIsNotServed(String path) {
		assertThat(session().get(path).status()).isEqualTo(404);
	}

}
