package org.jointregistry.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import graphql.ExecutionResult;
import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Documents that are named by their hash, as the manifests of front ends' builds say, and
 * a registry that answers no others.
 */
@RegistryTest
class TrustedDocumentsTests {

	private static final String NATIONS = "7ec2a2a4c4e3d1f0a1";

	private static final List<Resource> MANIFESTS = List.of(new ClassPathResource("documents/generated.json"),
			new ClassPathResource("documents/apollo.json"));

	@Autowired
	private RegistryClient registry;

	private GraphqlSession session() {
		return this.registry.as("viewer-deu").header("Content-Type", "application/json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"documentId\": \"7ec2a2a4c4e3d1f0a1\"}",
			"{\"documentId\": \"sha256:7ec2a2a4c4e3d1f0a1\", \"extensions\": null}",
			"{\"documentId\": \"7ec2a2a4c4e3d1f0a1\", \"query\": null}",
			"{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"7ec2a2a4c4e3d1f0a1\"}}}" })
	void documentIsNamedByItsHash(String body) {
		Answer answer = session().post("/graphql", body);
		assertThat(answer.all("key")).as(answer.text()).hasSize(2);
	}

	@Test
	void documentIsNamedByGetToo() {
		assertThat(session().get("/graphql?documentId=0d5f1c").data("/__typename").asString()).isEqualTo("Query");
		String extensions = "%7B%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%220d5f1c%22%7D%7D";
		assertThat(session().get("/graphql?extensions=" + extensions).data("/__typename").asString())
			.isEqualTo("Query");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"documentId\": \"\"}", "{\"documentId\": \"unknown\"}",
			"{\"extensions\": {\"persistedQuery\": {}}}", "{\"extensions\": {\"persistedQuery\": 7}}" })
	void unknownHashIsToldInTheWordThatClientsLookFor(String body) {
		Answer answer = session().post("/graphql", body);
		assertThat(answer.errorCodes()).containsExactly("PERSISTED_QUERY_NOT_FOUND");
		assertThat(answer.errors().at("/0/message").asString()).isEqualTo("PersistedQueryNotFound");
		assertThat(answer.errors().at("/0/extensions/requestId").isString()).isTrue();
	}

	@Test
	void sentDocumentCountsWhateverHashComesWithIt() {
		Answer answer = session().post("/graphql",
				"{\"query\": \"{ __typename }\", \"documentId\": \"%s\"}".formatted(NATIONS));
		assertThat(answer.data("/__typename").asString()).isEqualTo("Query");
	}

	@Test
	void withTrustedDocumentsOnlyNoOtherIsAnswered() {
		TrustedDocuments trusted = new TrustedDocuments(new DocumentSettings(MANIFESTS, true, true), new JsonMapper());
		assertThat(ask(trusted, Map.of("query", "query Typename { __typename }"))).isEqualTo("answered");
		assertThat(ask(trusted, Map.of("query", "query Typename { __typename  }"))).isEqualTo("DOCUMENT_NOT_TRUSTED");
		assertThat(ask(trusted, Map.of("query", "{ __typename }"))).isEqualTo("DOCUMENT_NOT_TRUSTED");
	}

	@Test
	void withoutManifestsClientsAreToldToSendDocuments() {
		TrustedDocuments none = new TrustedDocuments(new DocumentSettings(List.of(), false, true), new JsonMapper());
		assertThat(ask(none, Map.of("query", "PersistedQueryMarker"))).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
		assertThat(ask(none, Map.of("query", "{ __typename }"))).isEqualTo("answered");
	}

	@Test
	void trustingNothingIsAMistake() {
		assertThatIllegalArgumentException().isThrownBy(() -> new DocumentSettings(List.of(), true, true))
			.withMessageContaining("registry.document.manifests");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "7", "{", "{\"a\": 7}", "{\"operations\": [{\"id\": \"a\"}]}",
			"{\"operations\": [{\"id\": \"a\", \"body\": \"{a}\"}, {\"id\": \"a\", \"body\": \"{b}\"}]}" })
	void fileThatIsNoManifestIsToldAtTheStart(String content) {
		Resource file = new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8), "the file");
		assertThatIllegalStateException().isThrownBy(() -> new Manifests(new JsonMapper()).read(List.of(file)))
			.withMessageContaining("the file");
	}

	private static String ask(TrustedDocuments documents, Map<String, Object> body) {
		WebGraphQlRequest request = new WebGraphQlRequest(URI.create("/graphql"), new HttpHeaders(),
				new LinkedMultiValueMap<>(), null, Map.of(), body, "1", Locale.ENGLISH);
		WebGraphQlResponse answer = Objects
			.requireNonNull(documents.intercept(request, TrustedDocumentsTests::answered).block());
		return answer.getErrors().isEmpty() ? "answered"
				: String.valueOf(answer.getErrors().getFirst().getExtensions().get("code"));
	}

	private static Mono<WebGraphQlResponse> answered(WebGraphQlRequest request) {
		return Mono.just(new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(),
				ExecutionResult.newExecutionResult().data(Map.of()).build())));
	}

}
