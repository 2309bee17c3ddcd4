package org.jointregistry.http;

import java.io.IOException;
import java.util.List;

import org.jointregistry.RegistryTest;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.TransientException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What is answered where a file cannot be taken or given.
 */
@RegistryTest
class FileAnswersTests {

	private static final String WORDS = "secret";

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/export/Program.csv");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Autowired
	private FileAnswers answers;

	@ParameterizedTest
	@CsvSource({ "CONFLICT, 409", "NOT_FOUND, 404", "BAD_INPUT, 400", "TOO_COSTLY, 400", "FORBIDDEN, 403",
			"TIMEOUT, 504", "INTERNAL, 500", "OVERLOADED, 503", "UNAVAILABLE, 503" })
	void theStatusFollowsFromTheCode(ErrorCode code, int status) {
		ServerResponse answer = FileAnswers.failure(ServerRequest.create(this.request, List.of()),
				new RegistryException(code, "told"));
		assertThat(answer.statusCode().value()).isEqualTo(status);
		assertThat(answer.headers().containsHeader(HttpHeaders.RETRY_AFTER)).isEqualTo(status == 503);
	}

	@Test
	void whatWasNotMeantIsToldWithoutItsWords() throws IOException {
		assertAnswer(new ClientException("Neo.ClientError.Statement.ArgumentError", WORDS), 500, "INTERNAL");
		assertAnswer(new IllegalStateException(WORDS), 500, "INTERNAL");
		assertAnswer(new ServiceUnavailableException(WORDS), 503, "UNAVAILABLE");
		assertAnswer(new TransientException("Neo.TransientError.General.Else", WORDS), 503, "UNAVAILABLE");
		assertAnswer(new ClientException("Neo.ClientError.Transaction.TransactionTimedOut", WORDS), 504, "TIMEOUT");
	}

	@Test
	void whatIsNoFileIsNotSavedAsOne() throws IOException {
		this.response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
		this.response.getOutputStream().write(1);
		this.answers.fail(this.request, this.response, new RegistryException(ErrorCode.OVERLOADED, "told"));
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("10");
		assertThat(this.response.getHeader(HttpHeaders.CONTENT_DISPOSITION)).isNull();
		assertThat(this.response.getContentAsString()).startsWith("{").contains("OVERLOADED", "told");
	}

	@Test
	void aFileThatWasBegunIsNotEnded() {
		this.response.setCommitted(true);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.answers.fail(this.request, this.response, new IllegalArgumentException(WORDS)))
			.withStackTraceContaining("IllegalArgumentException")
			.matches((thrown) -> !thrown.toString().contains(WORDS));
	}

	private void assertAnswer(RuntimeException thrown, int status, String code) throws IOException {
		MockHttpServletResponse answer = new MockHttpServletResponse();
		this.answers.fail(this.request, answer, thrown);
		assertThat(answer.getStatus()).isEqualTo(status);
		assertThat(answer.getContentAsString()).contains(code).doesNotContain(WORDS);
	}

}
