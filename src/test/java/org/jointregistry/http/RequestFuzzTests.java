package org.jointregistry.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import com.code_intelligence.jazzer.junit.FuzzTest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ServerWebInputException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any body is a request that says what was sent, or is refused as one that is none.
 */
class RequestFuzzTests {

	private final JsonMapper json = mapper();

	private static JsonMapper mapper() {
		JsonMapper.Builder builder = JsonMapper.builder();
		new RequestForm().readsRequestsAsSent().customize(builder);
		return builder.build();
	}

	@FuzzTest
	void bodyIsReadAsSentOrRefused(byte[] body) {
		WebGraphQlRequest request;
		try {
			request = request(this.json.readValue(body, SerializableGraphQlRequest.class));
		}
		catch (JacksonException | ServerWebInputException ex) {
			// What is ours to set up would be told as a failure of the server
			assertThat(ex).isNotInstanceOf(InvalidDefinitionException.class);
			return;
		}
		JsonNode sent = this.json.readTree(body);
		assertThat(request.getOperationName()).isEqualTo(sent.path("operationName").asStringOpt().orElse(null));
		if (sent.path("query").isString()) {
			assertThat(request.getDocument()).isEqualTo(sent.path("query").asString());
		}
		else {
			assertThat(request.getExtensions()).containsKey("persistedQuery");
		}
		assertThat(request.toExecutionInput().getQuery()).isEqualTo(request.getDocument());
	}

	private static WebGraphQlRequest request(SerializableGraphQlRequest body) {
		return new WebGraphQlRequest(URI.create("/graphql"), new HttpHeaders(), new LinkedMultiValueMap<>(), null,
				Map.of(), body, "1", Locale.ENGLISH);
	}

}
