package org.jointregistry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that bear the same headers.
 */
public class GraphqlSession {

	static final JsonMapper JSON = new JsonMapper();

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String url;

	private final Map<String, String> headers;

	/**
	 * Requests to a server.
	 * @param url of the server, without a path
	 * @param headers by name
	 */
	public GraphqlSession(String url, Map<String, String> headers) {
		this.url = url;
		this.headers = headers;
	}

	/**
	 * The same session with another header.
	 * @param name the header's name
	 * @param value its value
	 * @return a new session
	 */
	public GraphqlSession header(String name, String value) {
		Map<String, String> all = new HashMap<>(this.headers);
		all.put(name, value);
		return new GraphqlSession(this.url, all);
	}

	/**
	 * Asks a document without variables.
	 * @param document in GraphQL
	 * @return the answer, whatever its status
	 */
	public Answer query(String document) {
		return query(document, Map.of());
	}

	/**
	 * Asks a document.
	 * @param document in GraphQL
	 * @param variables values by name
	 * @return the answer, whatever its status
	 */
	public Answer query(String document, Map<String, ?> variables) {
		GraphqlSession session = header("Content-Type", "application/json");
		return session.post("/graphql", JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
	}

	/**
	 * Posts any body.
	 * @param path from the root of the server
	 * @param body the body as it is
	 * @return the answer, whatever its status
	 */
	public Answer post(String path, String body) {
		return send("POST", path, body);
	}

	/**
	 * Posts bytes.
	 * @param path from the root of the server
	 * @param body the body as it is
	 * @return the answer, whatever its status
	 */
	public Answer post(String path, byte[] body) {
		return send("POST", path, BodyPublishers.ofByteArray(body));
	}

	/**
	 * Gets a path.
	 * @param path from the root of the server
	 * @return the answer, whatever its status
	 */
	public Answer get(String path) {
		return send("GET", path, "");
	}

	/**
	 * Sends any request.
	 * @param method such as {@code PUT}
	 * @param path from the root of the server
	 * @param body the body as it is; may be empty
	 * @return the answer, whatever its status
	 */
	public Answer send(String method, String path, String body) {
		return send(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
	}

	private Answer send(String method, String path, BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path)).method(method, body);
		this.headers.forEach(request::header);
		try {
			HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
