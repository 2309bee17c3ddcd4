package org.jointregistry.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.servlet.ServletException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Takes requests in. What a POST has in its body stands in the URL of a GET, variables
 * and extensions as JSON; from there on it is the same request, answered once or by a
 * stream.
 */
@Configuration(proxyBeanMethods = false)
class GraphqlRoutes {

	/** Name of the request attribute that only a request by GET has. */
	static final String ATTRIBUTE = "askedByGet";

	private static final List<String> TEXTS = List.of("query", "operationName", "documentId");

	private static final List<String> OBJECTS = List.of("variables", "extensions");

	private final JsonMapper json;

	GraphqlRoutes(JsonMapper json) {
		this.json = json;
	}

	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> requestRoutes(GraphQlHttpHandler answers, GraphQlSseHandler streams) {
		return RouterFunctions.route()
			.GET("/graphql", (request) -> answer(asPost(request), answers, streams))
			.POST("/graphql", (request) -> answer(request, answers, streams))
			.build();
	}

	/** In the form that the client wants most, whatever its method. */
	private static ServerResponse answer(ServerRequest request, GraphQlHttpHandler answers, GraphQlSseHandler streams)
			throws ServletException {
		return AnswerForm.isStream(request.headers().asHttpHeaders()) ? streams.handleRequest(request)
				: answers.handleRequest(request);
	}

	private ServerRequest asPost(ServerRequest request) throws ServletException, IOException {
		return ServerRequest.from(request)
			.method(HttpMethod.POST)
			.uri(URI.create(request.requestPath().value()))
			.headers((headers) -> headers.setContentType(MediaType.APPLICATION_JSON))
			.attribute(ATTRIBUTE, true)
			.body(this.json.writeValueAsBytes(bodyOf(request)))
			.build();
	}

	private ObjectNode bodyOf(ServerRequest request) {
		ObjectNode body = this.json.createObjectNode();
		for (Map.Entry<String, List<String>> sent : request.params().entrySet()) {
			String name = sent.getKey();
			if (sent.getValue().size() > 1) {
				throw new ServerWebInputException("Sent twice: " + name);
			}
			String value = sent.getValue().getFirst();
			if (TEXTS.contains(name)) {
				body.put(name, value);
			}
			else if (OBJECTS.contains(name) && !value.isEmpty()) {
				body.set(name, read(value));
			}
		}
		return body;
	}

	private JsonNode read(String value) {
		try {
			return this.json.readTree(value);
		}
		catch (JacksonException ex) {
			throw new ServerWebInputException("No JSON", null, ex);
		}
	}

}
