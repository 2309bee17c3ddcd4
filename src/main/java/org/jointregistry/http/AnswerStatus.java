package org.jointregistry.http;

import java.util.Map;

import org.jointregistry.shared.ErrorCode;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The HTTP status of an answer. In {@code application/json} an answer of GraphQL has
 * status 200, whatever it says, since a client cannot tell whose any other status is; but
 * a request that HTTP itself has a word for gets that word in both forms.
 */
public final class AnswerStatus {

	private static final HttpStatusCode PARTIAL_SUCCESS = HttpStatusCode.valueOf(294);

	private static final Map<ErrorCode, HttpStatus> OF_HTTP = Map.of(ErrorCode.METHOD_NOT_ALLOWED,
			HttpStatus.METHOD_NOT_ALLOWED, ErrorCode.RATE_LIMITED, HttpStatus.TOO_MANY_REQUESTS);

	private final boolean precise;

	AnswerStatus(boolean precise) {
		this.precise = precise;
	}

	/**
	 * The status of an answer.
	 * @param answer what is answered
	 * @param asGraphql whether it leaves as {@code application/graphql-response+json}
	 * @return the status
	 */
	HttpStatusCode of(WebGraphQlResponse answer, boolean asGraphql) {
		if (answer.getExecutionResult().isDataPresent()) {
			boolean partial = this.precise && asGraphql && !answer.getErrors().isEmpty();
			return partial ? PARTIAL_SUCCESS : HttpStatus.OK;
		}
		ErrorCode code = codeOf(answer);
		HttpStatus known = OF_HTTP.get(code);
		if (known != null) {
			return known;
		}
		return asGraphql ? ofRefusal(code) : HttpStatus.OK;
	}

	/**
	 * The status of an answer in {@code application/graphql-response+json} that has no
	 * data, by the first of its errors.
	 * @param code the error's code
	 * @return the status
	 */
	public static HttpStatus of(ErrorCode code) {
		HttpStatus known = OF_HTTP.get(code);
		return (known != null) ? known : new AnswerStatus(false).ofRefusal(code);
	}

	private HttpStatus ofRefusal(ErrorCode code) {
		return switch (code) {
			case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
			case FORBIDDEN -> HttpStatus.FORBIDDEN;
			case OVERLOADED, UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
			case TIMEOUT -> HttpStatus.GATEWAY_TIMEOUT;
			case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
			case GRAPHQL_VALIDATION_FAILED, BAD_INPUT, TOO_COSTLY ->
				this.precise ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
			default -> HttpStatus.BAD_REQUEST;
		};
	}

	private static ErrorCode codeOf(WebGraphQlResponse answer) {
		return answer.getErrors().stream().findFirst().map(AnswerStatus::codeOf).orElse(ErrorCode.INTERNAL);
	}

	private static @Nullable ErrorCode codeOf(ResponseError error) {
		return (error.getExtensions().get("code") instanceof String code) ? ErrorCode.valueOf(code) : null;
	}

}
