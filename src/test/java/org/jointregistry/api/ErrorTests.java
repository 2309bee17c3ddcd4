package org.jointregistry.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import graphql.schema.DataFetcher;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every error leaves with a code and the request id, and says nothing of the inside.
 */
class ErrorTests {

	private final SmallGraphql graphql = new SmallGraphql((field) -> null);

	@ParameterizedTest
	@ValueSource(strings = { "{", "{ fails(", "query { fails } }", "{ \"x\" }" })
	void whatIsNoGraphqlIsNotParsed(String document) {
		assertThat(only(this.graphql.ask(document + " ")).getExtensions()).containsEntry("code",
				"GRAPHQL_PARSE_FAILED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ nothing }", "{ fails { x } }", "{ things }", "{ fails(x: 1) }",
			"{ things(things: [{share: \"101\"}]) }", "{ things(things: [], colour: GREEN) }",
			"{ things(things: [{share: \"1\", sise: 2}]) }", "{ things(things: [{size: 2}]) }",
			"query A { fails } query B { fails }", "subscription { x }", "mutation { x }" })
	void whatDoesNotFitTheSchemaIsNotValid(String document) {
		for (ResponseError error : this.graphql.ask(document).getErrors()) {
			assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_VALIDATION_FAILED")
				.containsEntry("requestId", "request-1");
			assertPlain(error);
		}
		assertThat(this.graphql.ask(document).getErrors()).isNotEmpty();
	}

	@Test
	void errorsStandInTheOrderOfTheDocument() {
		CountDownLatch others = new CountDownLatch(2);
		SmallGraphql slowFirst = new SmallGraphql((field) -> CompletableFuture.supplyAsync(() -> {
			if (field.getExecutionStepInfo().getResultKey().equals("slow")) {
				await(others);
			}
			else {
				others.countDown();
			}
			throw RegistryException.notFound();
		}, (task) -> Thread.ofVirtual().start(task)));
		assertThat(slowFirst.ask("{ slow: fails quick: fails z: decimal(value: \"1\") another: fails }").getErrors())
			.extracting(ResponseError::getPath)
			.containsExactly("slow", "quick", "another");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
			// The others' failures are noted after they are thrown
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Stream<Object> badThings() {
		return Stream.of("x", 1, List.of("x"), List.of(Map.of()), List.of(Map.of("share", 101)),
				List.of(Map.of("share", 1, "size", "x")), List.of(Map.of("share", Map.of())),
				List.of(Map.of("share", 1, "size", List.of())), List.of(Map.of("share", 1, "other", 1)));
	}

	@ParameterizedTest
	@MethodSource("badThings")
	void variableThatDoesNotFitIsBadInput(Object things) {
		ResponseError error = only(
				this.graphql.ask("query($t: [Thing!]!) { things(things: $t) }", Map.of("t", things)));
		assertThat(error.getExtensions()).containsEntry("code", "BAD_INPUT");
		assertPlain(error);
	}

	@Test
	void missingVariableIsBadInput() {
		assertCode(this.graphql.ask("query($t: [Thing!]!) { things(things: $t) }"), "BAD_INPUT");
	}

	@Test
	void nullWhereThereMustBeAValueIsOurFault() {
		assertCode(this.graphql.ask("{ needed }"), "INTERNAL");
	}

	@Test
	void refusalBearsItsCodeItsSentenceAndItsPath() {
		ResponseError error = only(failing((field) -> {
			throw new RegistryException(ErrorCode.FORBIDDEN, "Only a manager records, 100%", 16,
					List.of("input", "nation"));
		}));
		assertThat(error.getMessage()).isEqualTo("Only a manager records, 100%");
		assertThat(error.getPath()).isEqualTo("/fails".substring(1));
		assertThat(error.getExtensions()).containsEntry("code", "FORBIDDEN")
			.containsEntry("policySentence", 16)
			.containsEntry("inputPath", List.of("input", "nation"));
	}

	static Stream<Arguments> failures() {
		return Stream.of(Arguments.of(new IllegalStateException("secret"), "INTERNAL"),
				Arguments.of(new ServiceUnavailableException("secret"), "UNAVAILABLE"),
				Arguments.of(new SessionExpiredException("secret"), "UNAVAILABLE"),
				Arguments.of(
						new DataAccessResourceFailureException("secret", new ServiceUnavailableException("secret")),
						"UNAVAILABLE"),
				Arguments.of(clientError("Neo.ClientError.Transaction.TransactionTimedOut"), "TIMEOUT"),
				Arguments.of(clientError("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"),
						"TIMEOUT"),
				Arguments.of(clientError("Neo.ClientError.Transaction.Terminated"), "TIMEOUT"),
				Arguments.of(clientError("Neo.ClientError.Transaction.LockClientStopped"), "TIMEOUT"),
				Arguments.of(clientError("Neo.ClientError.Statement.SyntaxError"), "INTERNAL"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failureTellsItsCodeAndNoMore(Exception failure, String code) {
		ResponseError error = only(failing((field) -> {
			throw failure;
		}));
		assertThat(error.getExtensions()).containsEntry("code", code).containsEntry("requestId", "request-1");
		assertThat(error.getMessage()).doesNotContain("secret");
		assertPlain(error);
	}

	@Test
	void valueThatCannotBeWrittenIsOurFault() {
		ResponseError error = only(failing((field) -> "no number"));
		assertThat(error.getExtensions()).containsEntry("code", "INTERNAL");
		assertPlain(error);
	}

	private static ClientException clientError(String code) {
		return new ClientException(code, "secret");
	}

	private static WebGraphQlResponse failing(DataFetcher<?> field) {
		return new SmallGraphql(field).ask("{ fails }");
	}

	private static ResponseError only(WebGraphQlResponse response) {
		assertThat(response.getErrors()).hasSize(1);
		return response.getErrors().getFirst();
	}

	private static void assertCode(WebGraphQlResponse response, String code) {
		assertThat(only(response).getExtensions()).containsEntry("code", code);
	}

	private static void assertPlain(ResponseError error) {
		assertThat(error.getMessage()).doesNotContainPattern("[a-z]\\.[a-z]+\\.[A-Z]")
			.doesNotContain("Value{", "HashMap", "ArrayList", "Exception", "'Map'");
	}

}
