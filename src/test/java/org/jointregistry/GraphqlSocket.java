package org.jointregistry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of {@code graphql-transport-ws}.
 */
public final class GraphqlSocket implements WebSocket.Listener, AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	private final StringBuilder part = new StringBuilder();

	private final WebSocket socket;

	/**
	 * Connects.
	 * @param url of the server, without a path
	 * @param header of name {@code Authorization}; null for none
	 * @param payload of the first message
	 */
	public GraphqlSocket(String url, @Nullable String header, Map<String, ?> payload) {
		WebSocket.Builder builder = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.subprotocols("graphql-transport-ws");
		if (header != null) {
			builder.header("Authorization", header);
		}
		this.socket = builder.buildAsync(URI.create(url.replace("http:", "ws:") + "/graphql/ws"), this).join();
		send(Map.of("type", "connection_init", "payload", payload));
	}

	/**
	 * Connects with a token that the server takes.
	 * @param url of the server, without a path
	 * @param token the access token
	 * @return an acknowledged connection
	 */
	public static GraphqlSocket open(String url, String token) {
		GraphqlSocket socket = new GraphqlSocket(url, null, Map.of("Authorization", "Bearer " + token));
		if (!socket.next().path("type").asString().equals("connection_ack")) {
			throw new IllegalStateException("Not acknowledged");
		}
		return socket;
	}

	private void send(Map<String, ?> message) {
		send(JSON.writeValueAsString(message));
	}

	/**
	 * Sends any text.
	 * @param message the text as it is
	 */
	public void send(String message) {
		this.socket.sendText(message, true).join();
	}

	/**
	 * Asks a document, whatever its kind.
	 * @param id that the answers bear
	 * @param document in GraphQL
	 */
	public void subscribe(String id, String document) {
		subscribe(id, Map.of("query", document));
	}

	/**
	 * Asks as the client writes it.
	 * @param id that the answers bear
	 * @param request what stands for a request, in the form of a POST's body
	 */
	public void subscribe(String id, Map<String, ?> request) {
		send(Map.of("id", id, "type", "subscribe", "payload", request));
	}

	/**
	 * Waits until what was asked before stands: the end of a later question shows it.
	 * What comes meanwhile is not kept.
	 * @return this connection
	 */
	public GraphqlSocket standing() {
		subscribe("standing", "{ __typename }");
		while (!next().path("type").asString().equals("complete")) {
			continue;
		}
		return this;
	}

	/**
	 * Leaves a subscription.
	 * @param id of the subscription
	 */
	public void complete(String id) {
		send(Map.of("id", id, "type", "complete"));
	}

	/**
	 * Waits for the next message but pings.
	 * @return the message
	 * @throws IllegalStateException if there is none for half a minute
	 */
	public JsonNode next() {
		Instant end = Instant.now().plus(PATIENCE);
		try {
			JsonNode message;
			do {
				message = this.messages.poll(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS);
				if (message == null) {
					throw new IllegalStateException("No message in " + PATIENCE);
				}
			}
			while (message.path("type").asString().equals("ping"));
			return message;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Waits for the next message, whatever it is.
	 * @param patience for how long
	 * @return the message; null where there is none in that time
	 */
	public @Nullable JsonNode findNext(Duration patience) throws InterruptedException {
		return this.messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Waits for the next message after something was done.
	 * @param done what to do first
	 * @return the message
	 */
	public JsonNode next(Runnable done) {
		done.run();
		return next();
	}

	/**
	 * Waits until the server closes the connection.
	 * @return the status
	 */
	public int closed() {
		return this.closed.orTimeout(30, TimeUnit.SECONDS).join();
	}

	/**
	 * Whether nothing more comes.
	 * @return true where the server has closed the connection, or is gone
	 */
	public boolean isClosed() {
		return this.closed.isDone();
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
		this.part.append(data);
		if (last) {
			this.messages.add(JSON.readTree(this.part.toString()));
			this.part.setLength(0);
		}
		from.request(1);
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
		this.closed.complete(status);
		return null;
	}

	@Override
	public void onError(WebSocket from, Throwable failure) {
		this.closed.completeExceptionally(failure);
	}

	@Override
	public void close() {
		this.socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
	}

}
