package org.jointregistry.http;

import java.io.IOException;
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
 * Has queries and subscriptions asked by GET: what a POST has in its body then stands in
 * the URL, variables and extensions as JSON. From there on it is the same request.
 */
@Configuration(proxyBeanMethods = false)
class GetRequests {

	/** Name of the request attribute that only a request by GET has. */
	static final String ATTRIBUTE = "askedByGet";

	private static final List<String> TEXTS = List.of("query", "operationName", "documentId");

	private static final List<String> OBJECTS = List.of("variables", "extensions");

	private final JsonMapper json;

	GetRequests(JsonMapper json) {
		this.json = json;
	}

	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> getRoutes(GraphQlHttpHandler answers, GraphQlSseHandler streams) {
		return RouterFunctions.route()
			.GET("/graphql",
					(request) -> AnswerForm.isStream(request.headers().asHttpHeaders())
							? streams.handleRequest(asPost(request)) : answers.handleRequest(asPost(request)))
			.build();
	}

	private ServerRequest asPost(ServerRequest request) throws ServletException, IOException {
		return ServerRequest.from(request)
			.method(HttpMethod.POST)
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
