package org.jointregistry.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Queries asked by GET: the same answers as by POST, to be kept and compared by their
 * tag, and nothing is changed by one.
 */
@RegistryTest
class GetTests {

	private static final String PROGRAMS = "query($n: Int!) { programs(first: $n) { nodes { key name } } }";

	@Autowired
	private RegistryClient registry;

	private GraphqlSession session() {
		return this.registry.as("viewer-deu");
	}

	private static String path(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "/graphql?", ""));
	}

	private static String programs(int number) {
		return path(Map.of("query", PROGRAMS, "variables", "{\"n\": %d}".formatted(number)));
	}

	@Test
	void answerIsThatOfPost() {
		Answer answer = session().get(programs(3));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.all("key")).hasSize(3);
		assertThat(answer.body()).isEqualTo(session().query(PROGRAMS, Map.of("n", 3)).body());
	}

	@Test
	void urlIsReadAsBrowsersWriteIt() {
		Answer answer = session().get("/graphql?query=query%20Q($n:Int=2)%7Bprograms(first:$n)%7Bnodes%7Bkey%7D%7D%7D");
		assertThat(answer.all("key")).as(answer.text()).hasSize(2);
	}

	@Test
	void clientThatWouldTakeAStreamTooGetsATag() {
		String urql = "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, "
				+ "multipart/mixed";
		assertThat(session().header("Accept", urql).get(programs(1)).header("ETag")).isNotEmpty();
	}

	@Test
	void operationIsChosenByItsName() {
		String two = "query A { __typename } query B { programs(first: 1) { totalCount } }";
		assertThat(session().get(path(Map.of("query", two, "operationName", "B"))).data("/programs/totalCount").isInt())
			.isTrue();
	}

	@Test
	void mutationIsRefusedWhateverTheFormOfTheAnswer() {
		for (String form : new String[] { "application/json", "application/graphql-response+json", "*/*" }) {
			Answer answer = session().header("Accept", form).get(path(Map.of("query", "mutation { __typename }")));
			assertThat(answer.status()).isEqualTo(405);
			assertThat(answer.header("Allow")).isEqualTo("POST");
			assertThat(answer.errorCodes()).containsExactly("METHOD_NOT_ALLOWED");
		}
		String document = "query A { __typename } mutation B { __typename }";
		assertThat(session().get(path(Map.of("query", document, "operationName", "A"))).status()).isEqualTo(200);
		assertThat(session().query("mutation { __typename }").data("/__typename").asString()).isEqualTo("Mutation");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/graphql", "/graphql?query=%7B__typename%7D&variables=%7B",
			"/graphql?query=%7B__typename%7D&variables=7", "/graphql?query=%7B__typename%7D&extensions=%5B%5D",
			"/graphql?query=%7B__typename%7D&query=%7B__typename%7D" })
	void whatCannotBeReadIsBadInput(String path) {
		Answer answer = session().get(path);
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.errorCodes()).containsExactly("BAD_INPUT");
		assertThat(answer.text()).contains("requestId").doesNotContain("Exception", "springframework", "jackson");
	}

	@Test
	void withoutATokenNothingIsAnswered() {
		assertThat(this.registry.anonymous().get(programs(1)).status()).isEqualTo(401);
	}

	@Test
	void answerThatTheClientHasIsNotSentAgain() {
		Answer first = session().get(programs(3));
		assertThat(first.header("Cache-Control")).isEqualTo("no-cache, private");
		assertThat(first.headers().allValues("Vary")).anyMatch((names) -> names.contains("Authorization"));
		Answer second = session().header("If-None-Match", first.header("ETag")).get(programs(3));
		assertThat(second.status()).isEqualTo(304);
		assertThat(second.text()).isEmpty();
		assertThat(session().header("If-None-Match", first.header("ETag")).get(programs(4)).status()).isEqualTo(200);
	}

	@Test
	void tagIsThatOfTheViewersOwnAnswer() {
		String contributions = path(Map.of("query", "{ contributions { totalCount } }"));
		String germany = session().get(contributions).header("ETag");
		assertThat(germany).isNotEmpty();
		assertThat(this.registry.as("auditor").header("If-None-Match", germany).get(contributions).status())
			.isEqualTo(200);
	}

	@Test
	void answerToPostIsNotKept() {
		Answer answer = session().query("{ __typename }");
		assertThat(answer.header("ETag")).isEmpty();
		assertThat(answer.header("Cache-Control")).contains("no-store");
	}

	@Test
	void subscriptionIsNoSingleAnswer() {
		Answer answer = session().get(path(Map.of("query", "subscription { recordChanged { cursor } }")));
		assertThat(answer.errorCodes()).containsExactly("BAD_INPUT");
	}

}
