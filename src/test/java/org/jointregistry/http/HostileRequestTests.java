package org.jointregistry.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is sent, the registry answers, says nothing of its inside, and goes on
 * answering those who mean what they ask. {@code -Dhostile.requests} says how many; the
 * nightly profile sends a million.
 */
@RegistryTest
class HostileRequestTests {

	private static final int REQUESTS = Integer.getInteger("hostile.requests", 2_000);

	private static final long SEED = Long.getLong("hostile.seed", 20_261_126L);

	private static final int WELL_MEANT_ONE_IN = 100;

	private static final long MEBIBYTE = 1024 * 1024;

	private static final Pattern INSIDE = Pattern.compile(
			"Exception|\\bat [a-z]+\\.[a-z]|java\\.(lang|util)|org\\.(spring|neo4j|joint)|tools\\.jackson|MATCH \\(|releasedTo\\b|graphql\\.[a-z]+\\.");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Autowired
	private RegistryClient registry;

	@Test
	void registryAnswersAndTellsNothing() throws IOException, InterruptedException {
		HostileRequests requests = new HostileRequests(SEED, URI.create(this.registry.url() + "/graphql"),
				this.registry.tokens().of("viewer-deu"));
		long before = 0;
		for (int sent = 0; sent < REQUESTS; sent++) {
			if (sent == REQUESTS / 10) {
				before = used();
			}
			send(requests.next(), sent);
			if (sent % WELL_MEANT_ONE_IN == 0) {
				assertThat(this.registry.as("viewer-deu").query("{ programs(first: 1) { nodes { key } } }").all("key"))
					.hasSize(1);
			}
		}
		assertThat(used() - before).as("bytes that are kept").isLessThan(100 * MEBIBYTE);
	}

	private void send(HttpRequest request, int number) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
		assertThat(answer.statusCode())
			.as(() -> "Request %d of seed %d: %s %s".formatted(number, SEED, request, answer.body()))
			.isLessThan(500);
		assertThat(INSIDE.matcher(answer.body()).find())
			.as(() -> "Request %d of seed %d: %s %s".formatted(number, SEED, request, answer.body()))
			.isFalse();
		assertThat(answer.body()).doesNotContain("\"code\":\"INTERNAL\"");
	}

	private static long used() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
