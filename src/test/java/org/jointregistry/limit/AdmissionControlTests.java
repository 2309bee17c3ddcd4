package org.jointregistry.limit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jointregistry.api.SmallGraphql;
import org.junit.jupiter.api.Test;

import org.springframework.graphql.server.WebGraphQlResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * No more requests are answered at once than there are permits.
 */
class AdmissionControlTests {

	private final CountDownLatch inside = new CountDownLatch(1);

	private final CountDownLatch end = new CountDownLatch(1);

	private final AtomicInteger executions = new AtomicInteger();

	private SmallGraphql graphql(Duration patience) {
		return new SmallGraphql((field) -> {
			this.executions.incrementAndGet();
			this.inside.countDown();
			return this.end.await(10, TimeUnit.SECONDS) ? 1 : 0;
		}, new AdmissionControl(1, patience));
	}

	@Test
	void requestBeyondThePermitsIsToldThatTheRegistryIsBusy() throws InterruptedException {
		SmallGraphql graphql = graphql(Duration.ofMillis(10));
		CompletableFuture<WebGraphQlResponse> first = CompletableFuture.supplyAsync(() -> graphql.ask("{ fails }"));
		this.inside.await();
		WebGraphQlResponse second = graphql.ask("{ fails }");
		assertThat(second.getErrors()).singleElement()
			.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "OVERLOADED")
				.containsEntry("requestId", "request-1"));
		assertThat(second.getResponseHeaders().getFirst("Retry-After")).isEqualTo("2");
		assertThat(this.executions).hasValue(1);
		this.end.countDown();
		assertThat(first.join().getErrors()).isEmpty();
	}

	@Test
	void requestWaitsForItsTurn() throws InterruptedException {
		SmallGraphql graphql = graphql(Duration.ofSeconds(10));
		CompletableFuture<WebGraphQlResponse> first = CompletableFuture.supplyAsync(() -> graphql.ask("{ fails }"));
		this.inside.await();
		CompletableFuture<WebGraphQlResponse> second = CompletableFuture.supplyAsync(() -> graphql.ask("{ fails }"));
		this.end.countDown();
		assertThat(first.join().getErrors()).isEmpty();
		assertThat(second.join().getErrors()).isEmpty();
	}

	@Test
	void everyAnswerGivesItsPermitBack() {
		this.end.countDown();
		SmallGraphql graphql = graphql(Duration.ofMillis(10));
		for (String document : new String[] { "{ fails }", "{", "{ nothing }", "{ needed }", "{ fails }" }) {
			assertThat(graphql.ask(document).getErrors())
				.noneMatch((error) -> "OVERLOADED".equals(error.getExtensions().get("code")));
		}
	}

	@Test
	void permitsFollowTheDriversPool() {
		assertThat(new AdmissionSettings(null, Duration.ZERO).permitsFor(100)).isEqualTo(80);
		assertThat(new AdmissionSettings(null, Duration.ZERO).permitsFor(1)).isEqualTo(1);
		assertThat(new AdmissionSettings(7, Duration.ZERO).permitsFor(100)).isEqualTo(7);
		assertThatIllegalArgumentException().isThrownBy(() -> new AdmissionSettings(0, Duration.ZERO));
	}

}
