package org.jointregistry.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.jointregistry.GraphqlSession;
import org.jointregistry.GraphqlSocket;
import org.jointregistry.embedded.DemoClient;

/**
 * A subscriber who goes on from the last cursor at the other replica, whenever the
 * subscription ends.
 */
final class Follower implements Runnable, AutoCloseable {

	private static final Duration LOOK = Duration.ofMillis(200);

	private static final int LONGEST_WAIT_IN_SECONDS = 60;

	private final Fire fire;

	private final String token;

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private final CountDownLatch standing = new CountDownLatch(1);

	private final AtomicInteger ends = new AtomicInteger();

	private final Thread thread;

	private volatile boolean ended;

	private @Nullable String cursor;

	/**
	 * Subscribes at the first replica, and waits until it is told of something: before,
	 * there is no cursor to go on from.
	 * @param fire whose contributions it hears of
	 */
	Follower(Fire fire) throws InterruptedException {
		this.fire = fire;
		this.token = fire.fleet().token(DemoClient.VIEWER_DEU, "follower");
		this.thread = Thread.ofVirtual().start(this);
		GraphqlSession first = fire.fleet().session(fire.fleet().first(), DemoClient.MANAGER_EFA, "starter");
		for (int time = 0; time < LONGEST_WAIT_IN_SECONDS; time++) {
			first.query(RovingClient.RECORD, Map.of("input", RovingClient.input("start-" + time)));
			if (this.standing.await(1, TimeUnit.SECONDS)) {
				return;
			}
		}
		throw new IllegalStateException("The subscription does not stand");
	}

	@Override
	public void run() {
		for (int time = 0; !this.ended; time++) {
			follow(this.fire.fleet().replicas().get(time % this.fire.fleet().replicas().size()));
		}
	}

	private void follow(Replica replica) {
		try (GraphqlSocket socket = GraphqlSocket.open(replica.url(), this.token)) {
			String after = (this.cursor != null) ? "(after: \"%s\")".formatted(this.cursor) : "";
			socket.subscribe("s",
					"subscription { contributionRecorded%s { cursor contribution { key note } } }".formatted(after));
			listen(socket);
			this.ends.incrementAndGet();
		}
		catch (RuntimeException ex) {
			// The replica is gone, or not there yet
			pause();
		}
	}

	private void listen(GraphqlSocket socket) {
		boolean goesOn = true;
		while (goesOn && !this.ended) {
			JsonNode message = next(socket);
			goesOn = (message != null) ? hear(message) : !socket.isClosed();
		}
	}

	private static @Nullable JsonNode next(GraphqlSocket socket) {
		try {
			return socket.findNext(LOOK);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether more may come after a message. */
	private boolean hear(JsonNode message) {
		JsonNode event = message.at("/payload/data/contributionRecorded");
		if (event.isObject()) {
			if (event.at("/contribution/note").asString("").startsWith("fire-")) {
				this.heard.add(event.at("/contribution/key").asString());
			}
			this.cursor = event.path("cursor").asString();
			this.standing.countDown();
		}
		return event.isObject() || message.path("type").asString().matches("p[io]ng");
	}

	private static void pause() {
		try {
			Thread.sleep(LOOK);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Waits until it has heard of so many contributions.
	 * @param count how many
	 * @return keys of those that it has heard of within a minute, in the order of events
	 */
	List<String> heard(int count) throws InterruptedException {
		Instant end = Instant.now().plusSeconds(LONGEST_WAIT_IN_SECONDS);
		while (this.heard.size() < count && Instant.now().isBefore(end)) {
			Thread.sleep(LOOK);
		}
		return List.copyOf(this.heard);
	}

	/** How often the subscription ended, and was gone on with. */
	int ends() {
		return this.ends.get();
	}

	@Override
	public void close() {
		this.ended = true;
		this.thread.interrupt();
	}

}
