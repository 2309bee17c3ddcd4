package org.jointregistry.http;

import java.util.Objects;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Reads the requests that come over a WebSocket as those of a POST are read, so that a
 * document may be named there too; and closes the connection as the protocol says where a
 * message is none.
 */
@Component
class SocketRequests extends GraphQlWebSocketHandler {

	private static final CloseStatus INVALID = new CloseStatus(4400, "Invalid message");

	private static final String ASKS = "subscribe";

	private static final Set<String> TYPES = Set.of("connection_init", ASKS, "complete", "ping", "pong");

	private final JsonMapper json;

	SocketRequests(WebGraphQlHandler graphql, JsonMapper json, GraphQlProperties settings, GraphQlCorsProperties cors) {
		super(graphql, new JacksonJsonHttpMessageConverter(json), settings.getWebsocket().getConnectionInitTimeout(),
				settings.getWebsocket().getKeepAlive(),
				Objects.requireNonNullElseGet(cors.toCorsConfiguration(), CorsConfiguration::new));
		this.json = json;
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
		TextMessage read;
		try {
			read = read(message);
		}
		catch (JacksonException | ServerWebInputException ex) {
			session.close(INVALID);
			return;
		}
		super.handleTextMessage(session, read);
	}

	private TextMessage read(TextMessage message) {
		JsonNode sent = this.json.readTree(message.getPayload());
		String type = sent.path("type").asString("");
		JsonNode payload = sent.path("payload");
		JsonNode id = sent.path("id");
		boolean formed = (id.isString() || isNothing(id)) && (payload.isObject() || isNothing(payload));
		if (!formed || !TYPES.contains(type)) {
			throw new ServerWebInputException("No message");
		}
		return type.equals(ASKS) ? named(message, payload) : message;
	}

	private static boolean isNothing(JsonNode value) {
		return value.isMissingNode() || value.isNull();
	}

	/** A document that is named stands where a document that is sent would stand. */
	private TextMessage named(TextMessage message, JsonNode payload) {
		if (!(payload instanceof ObjectNode request)) {
			throw new ServerWebInputException("No request");
		}
		SerializableGraphQlRequest read = this.json.treeToValue(request, SerializableGraphQlRequest.class);
		String document = read.getDocument();
		if (request.path("query").isString()) {
			if (request.path("query").asString().isBlank()) {
				throw new ServerWebInputException("No document");
			}
			return message;
		}
		ObjectNode whole = (ObjectNode) this.json.readTree(message.getPayload());
		whole.withObject("payload").put("query", document).putPOJO("extensions", read.getExtensions());
		return new TextMessage(this.json.writeValueAsString(whole));
	}

}
