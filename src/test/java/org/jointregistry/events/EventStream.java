package org.jointregistry.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of server-sent events.
 */
final class EventStream implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final InputStream body;

	private final Iterator<String> lines;

	EventStream(String url, String token, String document) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/graphql"))
			.header("Authorization", "Bearer " + token)
			.header("Content-Type", "application/json")
			.header("Accept", "text/event-stream")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
			.build();
		try {
			HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
			this.body = response.body();
			this.lines = new BufferedReader(new InputStreamReader(this.body)).lines().iterator();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The data of the next event {@code next}; missing where the stream is complete. */
	JsonNode next() {
		String event = "";
		while (this.lines.hasNext()) {
			String line = this.lines.next();
			if (line.startsWith("event:")) {
				event = line.substring("event:".length()).strip();
			}
			if (line.startsWith("data:") && event.equals("next")) {
				return JSON.readTree(line.substring("data:".length()));
			}
			if (event.equals("complete")) {
				break;
			}
		}
		return JSON.missingNode();
	}

	@Override
	public void close() {
		try {
			this.body.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
