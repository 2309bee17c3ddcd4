package org.jointregistry.http;

import java.util.Map;

import org.jointregistry.GraphqlSocket;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What comes over a WebSocket: requests in the forms of a POST, and messages that are
 * none.
 */
@RegistryTest
class SocketRequestTests {

	@Autowired
	private RegistryClient registry;

	private GraphqlSocket socket() {
		return GraphqlSocket.open(this.registry.url(), this.registry.tokens().of("viewer-deu"));
	}

	@Test
	void variablesComeAsTheyWereSent() {
		try (GraphqlSocket socket = socket()) {
			socket.subscribe("a", Map.of("query", "query($n: Int!) { programs(first: $n) { nodes { key } } }",
					"variables", Map.of("n", 2), "operationName", ""));
			assertThat(socket.next().at("/payload/data/programs/nodes")).hasSize(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "7", "{}", "{\"type\": 7}", "{\"type\": \"nothing\"}",
			"{\"type\": \"subscribe\", \"id\": \"1\"}",
			"{\"type\": \"subscribe\", \"payload\": {\"query\": \"{ a }\"}}",
			"{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": null}",
			"{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {}}",
			"{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \" \"}}",
			"{\"type\": \"ping\", \"payload\": \"x\"}", "{\"type\": \"ping\", \"id\": 5}",
			"{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": 7}}",
			"{\"type\": \"subscribe\", \"id\": \"1\", \"payload\": {\"query\": \"{ a }\", \"variables\": []}}" })
	void messageThatIsNoneEndsTheConnectionAsTheProtocolSays(String message) {
		GraphqlSocket socket = socket();
		socket.send(message);
		assertThat(socket.closed()).isEqualTo(4400);
	}

}
