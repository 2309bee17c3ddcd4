package org.jointregistry.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is sent, the registry answers, says nothing of its inside nor of what is
 * hidden, keeps nothing of it, and goes on answering those who mean what they ask.
 * {@code -Dhostile.requests} says how many; the nightly profile sends a million.
 */
@RegistryTest
class HostileRequestTests {

	private static final int REQUESTS = Integer.getInteger("hostile.requests", 2_000);

	private static final long SEED = Long.getLong("hostile.seed", 20_261_126L);

	/** Each sends its requests one after the other, and keeps its connection. */
	private static final int CONNECTIONS = 4;

	private static final int MANY = 20;

	private static final long MEBIBYTE = 1024 * 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** Names of classes, stacks and statements, and of what the client may not see. */
	private static final Pattern INSIDE = Pattern.compile("Exception|\"INTERNAL\"|\\bat [a-z]+\\.[a-z]|"
			+ "java\\.(lang|util)|org\\.(spring|neo4j|joint)|tools\\.jackson|graphql\\.[a-z]+\\.|"
			+ "MATCH \\(|releasedTo\\b|OSPREY|Osprey");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Queue<String> faults = new ConcurrentLinkedQueue<>();

	@Autowired
	private RegistryClient registry;

	@Test
	void registryAnswersAndTellsNothing() throws Exception {
		int first = REQUESTS / 10;
		send(first, SEED);
		long before = used();
		send(REQUESTS - first, SEED + CONNECTIONS);
		assertThat(this.faults).isEmpty();
		assertThat(used() - before).as("bytes that are kept").isLessThan(100 * MEBIBYTE);
	}

	private void send(int number, long seed) throws Exception {
		try (ExecutorService clients = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
			List<Future<?>> hostile = new ArrayList<>();
			for (int client = 0; client < CONNECTIONS; client++) {
				long own = seed + client;
				hostile.add(clients.submit(() -> {
					attack(number / CONNECTIONS, own);
					return true;
				}));
			}
			while (!hostile.stream().allMatch(Future::isDone)) {
				askWell();
			}
			for (Future<?> attack : hostile) {
				attack.get();
			}
		}
	}

	private void attack(int number, long seed) throws IOException, InterruptedException {
		HostileRequests requests = new HostileRequests(seed, URI.create(this.registry.url() + "/graphql"),
				this.registry.tokens().of("viewer-usa"));
		for (int sent = 0; sent < number && this.faults.size() < MANY; sent++) {
			String fault = fault(requests.next());
			if (fault != null) {
				this.faults.add("Request %d of seed %d: %s".formatted(sent, seed, fault));
			}
		}
	}

	private @Nullable String fault(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
		boolean answered = answer.statusCode() < 500 && !INSIDE.matcher(answer.body()).find();
		return answered ? null : "%s %s: %s %s".formatted(request.method(), request.headers().map().get("Content-Type"),
				answer.statusCode(), answer.body());
	}

	private void askWell() throws InterruptedException {
		long start = System.nanoTime();
		List<String> keys = this.registry.as("viewer-deu").query("{ programs(first: 1) { nodes { key } } }").all("key");
		assertThat(keys).hasSize(1);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
		Thread.sleep(100);
	}

	private static long used() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
