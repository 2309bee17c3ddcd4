package org.jointregistry.http;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
 * The checks that auditors of GraphQL run first, as {@code graphql-cop} names them: what
 * overloads a server, what leaks, and what another site could make a browser send.
 */
@RegistryTest
class KnownAttackTests {

	@Autowired
	private RegistryClient registry;

	private GraphqlSession session() {
		return this.registry.as("viewer-deu").header("Content-Type", "application/json");
	}

	private Answer ask(String document) {
		return session().query(document);
	}

	@Test
	void aliasOverloading() {
		String aliases = IntStream.rangeClosed(0, 100)
			.mapToObj("alias%d: __typename"::formatted)
			.collect(Collectors.joining(" "));
		assertThat(ask("query cop { " + aliases + " }").errorCodes()).containsExactly("TOO_COSTLY");
	}

	@Test
	void fieldDuplication() {
		String fields = String.join(" ", Collections.nCopies(500, "__typename"));
		assertThat(ask("query cop { " + fields + " }").errorCodes()).containsExactly("TOO_COSTLY");
	}

	@Test
	void directiveOverloading() {
		Answer answer = ask("query cop { __typename " + "@aa".repeat(1000) + " }");
		assertThat(answer.errorCodes()).hasSizeBetween(1, 5).containsOnly("GRAPHQL_VALIDATION_FAILED");
		String known = "@include(if: true) ".repeat(500);
		assertThat(ask("query cop { __typename " + known + " }").errorCodes()).hasSizeBetween(1, 5)
			.containsOnly("GRAPHQL_VALIDATION_FAILED");
	}

	@Test
	void arrayBasedQueryBatching() {
		String one = "{\"query\": \"query cop { __typename }\"}";
		Answer answer = session().post("/graphql",
				Collections.nCopies(10, one).stream().collect(Collectors.joining(",", "[", "]")));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.errorCodes()).containsExactly("BAD_INPUT");
	}

	@Test
	void circularQueryByIntrospection() {
		String circle = "query cop { __schema { types { fields { type { fields { type { fields { type { fields { "
				+ "type { name } } } } } } } } } } }";
		assertThat(ask(circle).errorCodes()).containsExactly("TOO_COSTLY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "query cop { __schema { directive } }", "{ program { key } }",
			"{ programs { nodes { kye } } }", "mutation { contributionPledg { errors { code } } }",
			"{ programs(frist: 1) { totalCount } }", "{ programs(where: {nmae: {eq: \"x\"}}) { totalCount } }",
			"{ programs(where: {domain: {eq: AIRR}}) { totalCount } }",
			"{ __type(name: \"Progam\") { name } nothing }" })
	void fieldSuggestions(String document) {
		Answer answer = ask(document);
		assertThat(answer.errorCodes()).containsOnly("GRAPHQL_VALIDATION_FAILED");
		assertThat(answer.text()).doesNotContainIgnoringCase("did you mean");
	}

	/**
	 * A query by GET is answered to who has a token, which no browser sends by itself.
	 */
	@Test
	void getMethodQuery() {
		String path = "/graphql?query=query%20cop%20%7B__typename%7D";
		assertThat(session().get(path).data("/__typename").asString()).isEqualTo("Query");
		assertThat(this.registry.anonymous().header("Cookie", "Authorization=Bearer").get(path).status())
			.isEqualTo(401);
	}

	@Test
	void getBasedMutation() {
		Answer answer = session().get("/graphql?query=mutation%20cop%20%7B__typename%7D");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.errorCodes()).containsExactly("METHOD_NOT_ALLOWED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x",
			"application/graphql" })
	void formBasedQuery(String type) {
		for (String body : new String[] { "query=query%20cop%20%7B__typename%7D", "{\"query\": \"{ __typename }\"}" }) {
			Answer answer = session().header("Content-Type", type).post("/graphql", body);
			assertThat(answer.status()).isEqualTo(415);
			assertThat(answer.data().isMissingNode()).isTrue();
		}
	}

	@Test
	void traceMode() {
		Answer answer = session().header("X-Apollo-Tracing", "1")
			.header("apollo-federation-include-trace", "ftv1")
			.post("/graphql?debug=1&trace=true", "{\"query\": \"query cop { __typename }\"}");
		assertThat(answer.body().path("extensions").propertyNames()).containsOnly("cost");
		assertThat(answer.headers().map().keySet())
			.noneMatch((name) -> name.matches("(?i).*(debug|trace|powered|server).*"));
	}

	@Test
	void unhandledErrors() {
		for (String body : new String[] { "{\"query\": \"query cop { abc }\"}", "{\"query\": \"queryy cop\"}",
				"{\"query\": \"{ node(id: 1e999) { id } }\"}", "{" }) {
			Answer answer = session().post("/graphql", body);
			assertThat(answer.errorCodes()).isNotEmpty().doesNotContain("INTERNAL", "");
			assertThat(answer.text()).doesNotContainIgnoringCase("exception", "stacktrace", "\\tat ", "org.");
		}
	}

	/** Its page is empty of data: who signs in sees what the token may see. */
	@Test
	void graphicalInterface() {
		Answer page = this.registry.anonymous().get("/graphiql");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
	}

	@Test
	void introspectionWithoutAToken() {
		assertThat(this.registry.anonymous().query("query cop { __schema { types { name } } }").status())
			.isEqualTo(401);
	}

}
