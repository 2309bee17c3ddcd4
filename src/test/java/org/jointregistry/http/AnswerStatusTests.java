package org.jointregistry.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which HTTP status an answer has.
 */
class AnswerStatusTests {

	private static WebGraphQlResponse answer(boolean data, String code) {
		ExecutionResultImpl.Builder<?> result = ExecutionResultImpl.newExecutionResult();
		if (data) {
			result.data(Map.of());
		}
		if (code != null) {
			result.errors(List.of(GraphQLError.newError().message("x").extensions(Map.of("code", code)).build()));
		}
		WebGraphQlRequest request = new WebGraphQlRequest(URI.create("/graphql"), new HttpHeaders(),
				new LinkedMultiValueMap<>(), null, Map.of(), Map.of("query", "{ x }"), "1", Locale.ENGLISH);
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result.build()));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			true,  -,                         200, 200, 200
			true,  NOT_FOUND,                 200, 200, 294
			false, GRAPHQL_PARSE_FAILED,      200, 400, 400
			false, GRAPHQL_VALIDATION_FAILED, 200, 400, 422
			false, BAD_INPUT,                 200, 400, 422
			false, TOO_COSTLY,                200, 400, 422
			false, FORBIDDEN,                 200, 403, 403
			false, PERSISTED_QUERY_NOT_FOUND, 200, 400, 400
			false, OVERLOADED,                200, 503, 503
			false, UNAVAILABLE,               200, 503, 503
			false, TIMEOUT,                   200, 504, 504
			false, INTERNAL,                  200, 500, 500
			false, METHOD_NOT_ALLOWED,        405, 405, 405
			false, RATE_LIMITED,              429, 429, 429
			""")
	void statusFollowsFromTheFormAndTheFirstError(boolean data, String code, int asJson, int asGraphql, int precise) {
		WebGraphQlResponse answer = answer(data, code);
		assertThat(new AnswerStatus(false).of(answer, false).value()).isEqualTo(asJson);
		assertThat(new AnswerStatus(true).of(answer, false).value()).isEqualTo(asJson);
		assertThat(new AnswerStatus(false).of(answer, true).value()).isEqualTo(asGraphql);
		assertThat(new AnswerStatus(true).of(answer, true).value()).isEqualTo(precise);
	}

}
