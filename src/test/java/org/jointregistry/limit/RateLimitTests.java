package org.jointregistry.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import graphql.GraphQLContext;
import graphql.execution.AbortExecutionException;
import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.read.OperationCost;
import org.jointregistry.read.SentStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a client may ask for in a minute, on one replica and on two.
 */
@RegistryTest
class RateLimitTests {

	private static final String CLIENT = "rate-limit-test";

	private static final Duration AT_ONCE = Duration.ofNanos(1);

	private static final Duration LATER = Duration.ofHours(1);

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@AfterEach
	void clear() {
		this.driver.executableQuery("MATCH (a:Allowance) WHERE a.key ENDS WITH $client DELETE a")
			.withParameters(Map.of("client", CLIENT))
			.execute();
	}

	private Allowances replica(int points, Duration settle) {
		return new Allowances(new AllowanceSettings(points, settle), this.driver);
	}

	@Test
	void queryTellsWhatIsLeft() {
		Answer answer = this.registry.as("viewer-swe")
			.query("{ rateLimit { cost limit remaining resetAt } programs(first: 1) { totalCount } }");
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		int cost = answer.data("/rateLimit/cost").asInt();
		assertThat(cost).isEqualTo((answer.body().at("/extensions/cost/requested").asInt() + 999) / 1000);
		assertThat(answer.data("/rateLimit/limit").asInt()).isEqualTo(6_000_000);
		assertThat(answer.data("/rateLimit/remaining").asInt()).isBetween(0, 6_000_000 - cost);
		assertThat(Instant.parse(answer.data("/rateLimit/resetAt").asString())).isAfter(Instant.now().minusSeconds(5));
	}

	private static GraphQLContext request(long cost) {
		return GraphQLContext.of(Map.of("viewer", new Viewer(CLIENT, Set.of(Role.AUDITOR), null, null, Set.of()),
				Charge.NAME, new Charge(), OperationCost.class, cost));
	}

	private static void assertRefused(RateLimiting limiting, GraphQLContext request, String code) {
		assertThatExceptionOfType(AbortExecutionException.class).isThrownBy(() -> limiting.charge(request))
			.satisfies((refusal) -> assertThat(refusal.getUnderlyingErrors().getFirst().getExtensions())
				.containsEntry("code", code));
	}

	@Test
	void whatTheAllowanceDoesNotCoverIsRefused() {
		Allowances few = replica(100, LATER);
		few.take(CLIENT, 100);
		GraphQLContext request = request(49_001);
		assertRefused(new RateLimiting(few), request, "RATE_LIMITED");
		Charge charge = request.get(Charge.NAME);
		assertThat(charge.secondsToWait()).isBetween(20L, 31L);
	}

	@Test
	void requestIsChargedOnceHoweverOftenItIsAnswered() {
		RateLimiting limiting = new RateLimiting(replica(100, LATER));
		GraphQLContext request = request(60_000);
		limiting.charge(request);
		limiting.charge(request);
		assertRefused(limiting, request(60_000), "RATE_LIMITED");
	}

	@Test
	void answerOfARequestThatSettlesIsGivenOnce() {
		GraphqlSession first = this.registry
			.claiming((claims) -> claims.subject("first " + CLIENT).claim("roles", List.of("AUDITOR")));
		try (SentStatements sent = new SentStatements()) {
			assertThat(first.query("{ programs(first: 1) { totalCount } }").errorCodes()).isEmpty();
			assertThat(sent.all()).filteredOn((statement) -> statement.contains("Program")).hasSize(1);
		}
	}

	@Test
	void allowanceIsTakenWholeOrNotAtAll() {
		Allowances one = replica(100, LATER);
		assertThat(one.take(CLIENT, 60).isConsumed()).isTrue();
		assertThat(one.take(CLIENT, 60).isConsumed()).isFalse();
		assertThat(one.take(CLIENT, 30).isConsumed()).isTrue();
		assertThat(one.take("another " + CLIENT, 60).isConsumed()).isTrue();
	}

	@Test
	void replicasShareAnAllowance() {
		Allowances one = replica(100, AT_ONCE);
		Allowances other = replica(100, AT_ONCE);
		assertThat(one.take(CLIENT, 60).isConsumed()).isTrue();
		assertThat(other.take(CLIENT, 60).isConsumed()).isFalse();
		assertThat(other.take(CLIENT, 30).isConsumed()).isTrue();
		assertThat(one.take(CLIENT, 60).isConsumed()).isFalse();
	}

	@Test
	void manyAtOnceGetNoMoreThanOneAllowanceAndAHundredthForEachReplica() {
		Allowances one = replica(1000, LATER);
		Allowances other = replica(1000, LATER);
		AtomicInteger taken = new AtomicInteger();
		IntStream.range(0, 3000).parallel().forEach((ask) -> {
			if (((ask % 2 == 0) ? one : other).take(CLIENT, 1).isConsumed()) {
				taken.incrementAndGet();
			}
		});
		// What a minute gives comes in all the while
		assertThat(taken.get()).isBetween(1000, 1000 + 20 + 600);
	}

	@Test
	void operationBeyondAWholeAllowanceIsTooCostly() {
		assertRefused(new RateLimiting(replica(1, LATER)), request(1001), "TOO_COSTLY");
	}

	@Test
	void waitIsTold() {
		Allowances one = replica(100, LATER);
		Charge charge = new Charge();
		assertThat(charge.isTaken()).isFalse();
		assertThat(charge.secondsToWait()).isZero();
		charge.note(100, one.take(CLIENT, 100));
		assertThat(charge.isTaken()).isTrue();
		charge.note(50, one.take(CLIENT, 50));
		assertThat(charge.isTaken()).isFalse();
		assertThat(charge.secondsToWait()).isBetween(20L, 31L);
	}

}
