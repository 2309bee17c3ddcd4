package org.jointregistry.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jspecify.annotations.Nullable;
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

	private static final int MANY = 20;

	private static final long MEBIBYTE = 1024 * 1024;

	private static final Pattern INSIDE = Pattern.compile(
			"Exception|\"INTERNAL\"|\\bat [a-z]+\\.[a-z]|java\\.(lang|util)|org\\.(spring|neo4j|joint)|tools\\.jackson|MATCH \\(|releasedTo\\b|graphql\\.[a-z]+\\.");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Autowired
	private RegistryClient registry;

	@Test
	void registryAnswersAndTellsNothing() throws IOException, InterruptedException {
		HostileRequests requests = new HostileRequests(SEED, URI.create(this.registry.url() + "/graphql"),
				this.registry.tokens().of("viewer-deu"));
		List<String> faults = new ArrayList<>();
		long before = 0;
		for (int sent = 0; sent < REQUESTS; sent++) {
			if (sent == REQUESTS / 10) {
				before = used();
			}
			String fault = fault(requests.next());
			if (fault != null) {
				faults.add("Request %d of seed %d: %s".formatted(sent, SEED, fault));
			}
			assertThat(faults).hasSizeLessThan(MANY);
			if (sent % WELL_MEANT_ONE_IN == 0) {
				assertThat(this.registry.as("viewer-deu").query("{ programs(first: 1) { nodes { key } } }").all("key"))
					.hasSize(1);
			}
		}
		assertThat(faults).isEmpty();
		assertThat(used() - before).as("bytes that are kept").isLessThan(100 * MEBIBYTE);
	}

	private @Nullable String fault(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
		boolean answered = answer.statusCode() < 500 && !INSIDE.matcher(answer.body()).find();
		return answered ? null : "%s %s: %s %s".formatted(request.method(), request.headers().map().get("Content-Type"),
				answer.statusCode(), answer.body());
	}

	private static long used() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
