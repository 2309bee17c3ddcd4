package org.jointregistry.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jointregistry.shared.ErrorCode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Answers of requests that never get as far as GraphQL, in the form that GraphQL gives to
 * errors.
 */
@Component
public class Refusals {

	private final JsonMapper json;

	Refusals(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Writes the whole answer.
	 * @param request what is refused
	 * @param response what is written to
	 * @param status the HTTP status
	 * @param code what went wrong, for programs
	 * @param message what went wrong, for people
	 * @throws IOException if the client has gone
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, ErrorCode code,
			String message) throws IOException {
		byte[] body = this.json.writeValueAsBytes(body(request, code, message));
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	/**
	 * The body alone.
	 * @param request what is refused
	 * @param code what went wrong, for programs
	 * @param message what went wrong, for people
	 * @return what to write as JSON
	 */
	public static Map<String, Object> body(HttpServletRequest request, ErrorCode code, String message) {
		return body(RequestIds.of(request.getAttribute(RequestIds.ATTRIBUTE)), code, message);
	}

	/**
	 * The body alone, of a request that cannot be read.
	 * @param requestId the request's id
	 * @param code what went wrong, for programs
	 * @param message what went wrong, for people
	 * @return what to write as JSON
	 */
	public static Map<String, Object> body(String requestId, ErrorCode code, String message) {
		return Map.of("errors",
				List.of(Map.of("message", message, "extensions", Map.of("code", code, "requestId", requestId))));
	}

	/**
	 * What is said of a request that never gets as far as GraphQL.
	 * @param status the HTTP status of the answer
	 * @return what went wrong, for people
	 */
	public static String words(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST -> "This is not a GraphQL request";
			case NOT_FOUND -> "There is nothing here; GraphQL is served at /graphql";
			case METHOD_NOT_ALLOWED -> "Ask by POST, or a query by GET";
			case UNSUPPORTED_MEDIA_TYPE -> "Ask with Content-Type: application/json";
			case NOT_ACCEPTABLE -> "Accept application/graphql-response+json, application/json or text/event-stream";
			case CONTENT_TOO_LARGE -> "The request is too large";
			default -> status.is4xxClientError() ? "The request is not valid" : "The registry could not answer";
		};
	}

}
