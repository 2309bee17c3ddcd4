package org.jointregistry;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * What the registry answered.
 *
 * @param status the HTTP status
 * @param headers the HTTP headers
 * @param text the body as it came
 */
public record Answer(int status, HttpHeaders headers, String text) {

	/**
	 * The body as JSON.
	 * @return the root, which is missing where the body is empty
	 */
	public JsonNode body() {
		return GraphqlSession.JSON.readTree(this.text);
	}

	/**
	 * What GraphQL answered.
	 * @return the node {@code data}; missing or null where there is none
	 */
	public JsonNode data() {
		return body().path("data");
	}

	/**
	 * A part of what GraphQL answered.
	 * @param path a JSON pointer below {@code data}, such as
	 * {@code /programs/nodes/0/name}
	 * @return the node, which is missing where there is none
	 */
	public JsonNode data(String path) {
		return data().at(path);
	}

	/**
	 * All values under a name, anywhere in the answer's data, in their order.
	 * @param field such as {@code key}
	 * @return the values as text
	 */
	public List<String> all(String field) {
		return data().findValues(field).stream().map(JsonNode::asString).toList();
	}

	/**
	 * The errors.
	 * @return the node {@code errors}, which is missing where there are none
	 */
	public JsonNode errors() {
		return body().path("errors");
	}

	/**
	 * The codes of the errors, in their order.
	 * @return {@code extensions.code} of each
	 */
	public List<String> errorCodes() {
		return StreamSupport.stream(errors().spliterator(), false)
			.map((error) -> error.at("/extensions/code").asString())
			.toList();
	}

	/**
	 * A header.
	 * @param name its name
	 * @return its first value, or an empty text
	 */
	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

}
