package org.jointregistry.api;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jointregistry.shared.ErrorCode;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what fails outside of GraphQL: a body that is no JSON, a method or a media type
 * that is not served, a path that does not exist.
 */
@Controller
class HttpErrors implements ErrorController {

	private final Refusals refusals;

	HttpErrors(Refusals refusals) {
		this.refusals = refusals;
	}

	@RequestMapping("${spring.web.error.path:${error.path:/error}}")
	void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
		HttpStatus status = statusOf(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
		this.refusals.write(request, response, status, codeOf(status), Refusals.words(status));
	}

	private static HttpStatus statusOf(Object status) {
		HttpStatus known = (status instanceof Integer number) ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		return (known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static ErrorCode codeOf(HttpStatus status) {
		return switch (status) {
			case NOT_FOUND -> ErrorCode.NOT_FOUND;
			case METHOD_NOT_ALLOWED -> ErrorCode.METHOD_NOT_ALLOWED;
			case SERVICE_UNAVAILABLE -> ErrorCode.UNAVAILABLE;
			default -> status.is4xxClientError() ? ErrorCode.BAD_INPUT : ErrorCode.INTERNAL;
		};
	}

}
