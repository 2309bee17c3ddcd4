package org.jointregistry.limit;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.RemoteBucketBuilder;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import org.neo4j.driver.Driver;

import org.springframework.stereotype.Component;

/**
 * What each client may still ask for. A replica reckons by itself for a while, or until a
 * hundredth of an allowance is used: so much more than its allowance a client gets from
 * each replica at most.
 */
@Component
class Allowances {

	private static final Duration EACH = Duration.ofMinutes(1);

	private static final int MOST_CLIENTS = 100_000;

	private static final int PARTS = 100;

	private final int points;

	private final LoadingCache<String, Bucket> clients;

	Allowances(AllowanceSettings settings, Driver driver) {
		this.points = settings.points();
		BucketConfiguration allowance = BucketConfiguration.builder()
			.addLimit(Bandwidth.builder().capacity(this.points).refillGreedy(this.points, EACH).build())
			.build();
		RemoteBucketBuilder<String> buckets = new StoredAllowances(driver).builder()
			.withOptimization(
					Optimizations.delaying(new DelayParameters(Math.max(1, this.points / PARTS), settings.settle())));
		this.clients = Caffeine.newBuilder()
			.maximumSize(MOST_CLIENTS)
			.expireAfterAccess(EACH)
			.build((client) -> buckets.build("%d %s".formatted(this.points, client), () -> allowance));
	}

	/**
	 * Points for each minute.
	 * @return how many
	 */
	int points() {
		return this.points;
	}

	/**
	 * Takes points of a client's allowance, all or none.
	 * @param client subject of the access token
	 * @param asked how many points
	 * @return whether they were there, what is left, and when there is enough
	 * @throws org.neo4j.driver.exceptions.Neo4jException if the database cannot tell
	 */
	ConsumptionProbe take(String client, int asked) {
		return this.clients.get(client).tryConsumeAndReturnRemaining(asked);
	}

}
