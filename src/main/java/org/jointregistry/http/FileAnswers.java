package org.jointregistry.http;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jointregistry.api.Failures;
import org.jointregistry.api.Failures.Told;
import org.jointregistry.api.Refusals;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.LoggedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers of requests that ask for a file or send one, where something goes wrong. What
 * the registry did not throw on purpose is logged without its words, and the client is
 * told no more than its code.
 */
@Component
public class FileAnswers {

	private static final Logger logger = LoggerFactory.getLogger(FileAnswers.class);

	private static final String RETRY_AFTER_SECONDS = "10";

	private final Refusals refusals;

	FileAnswers(Refusals refusals) {
		this.refusals = refusals;
	}

	/**
	 * A refusal.
	 * @param request what is refused
	 * @param code what is wrong, for programs; the status follows from it
	 * @param message what is wrong, for people
	 * @return the answer, which says when to try again where that may help
	 */
	public static ServerResponse refusal(ServerRequest request, ErrorCode code, String message) {
		HttpStatus status = status(code);
		ServerResponse.BodyBuilder answer = ServerResponse.status(status);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		return answer.body(Refusals.body(request.servletRequest(), code, message));
	}

	/**
	 * What is answered where nothing was sent yet.
	 * @param request what was asked
	 * @param thrown by what answers it
	 * @return the answer
	 */
	public static ServerResponse failure(ServerRequest request, RuntimeException thrown) {
		Told told = told(thrown);
		return refusal(request, codeOf(told), told.message());
	}

	/**
	 * Answers a failure in place of a file. Where a part of the file was sent, the
	 * connection ends, so that nobody takes it for the whole.
	 * @param request what was asked
	 * @param response what the file was written to
	 * @param thrown by what wrote it
	 * @throws IOException if the client has gone
	 */
	public void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException thrown)
			throws IOException {
		Told told = told(thrown);
		if (response.isCommitted()) {
			throw new IllegalStateException(new LoggedFailure(thrown));
		}
		HttpStatus status = status(codeOf(told));
		response.resetBuffer();
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		this.refusals.write(request, response, status, codeOf(told), told.message());
	}

	private static Told told(RuntimeException thrown) {
		Told told = Failures.told(thrown);
		if (!told.meant()) {
			logger.error("A file could not be taken or given", new LoggedFailure(thrown));
		}
		return told;
	}

	private static ErrorCode codeOf(Told told) {
		return ErrorCode.valueOf(String.valueOf(told.extensions().get("code")));
	}

	private static HttpStatus status(ErrorCode code) {
		return switch (code) {
			case CONFLICT -> HttpStatus.CONFLICT;
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			default -> AnswerStatus.of(code);
		};
	}

}
