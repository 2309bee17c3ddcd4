package org.jointregistry.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;

/**
 * Keeps what is left of allowances in the database, where every replica finds it. No
 * record of the registry: nobody sees it, and no statement of a viewer matches it.
 */
final class StoredAllowances extends AbstractCompareAndSwapBasedProxyManager<String> {

	private static final int RETRIES = 20;

	private static final String READ = "MATCH (allowance:Allowance {key: $key}) RETURN allowance.state AS state";

	/** Setting what is set locks the node, so that the comparison holds until the end. */
	private static final String SWAP = """
			MERGE (allowance:Allowance {key: $key}) SET allowance.key = $key
			WITH allowance WHERE allowance.state = $before OR (allowance.state IS NULL AND $before IS NULL)
			SET allowance.state = $after
			RETURN count(*) AS swapped
			""";

	private static final TransactionConfig LIMIT = TransactionConfig.builder()
		.withTimeout(Duration.ofSeconds(5))
		.build();

	private final Driver driver;

	private final SessionConfig writing;

	StoredAllowances(Driver driver) {
		super(ClientSideConfig.getDefault().withMaxRetries(RETRIES));
		this.driver = driver;
		this.writing = SessionConfig.builder().withBookmarkManager(driver.executableQueryBookmarkManager()).build();
	}

	@Override
	protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
		return new CompareAndSwapOperation() {

			@Override
			public Optional<byte[]> getStateData(Optional<Long> nanoseconds) {
				return run(READ, Map.of("key", key)).stream()
					.map((row) -> row.get("state"))
					.filter((state) -> !state.isNull())
					.map(Value::asByteArray)
					.findFirst();
			}

			@Override
			public boolean compareAndSwap(byte @Nullable [] before, byte[] after, RemoteBucketState state,
					Optional<Long> nanoseconds) {
				Map<String, @Nullable Object> values = new HashMap<>();
				values.put("key", key);
				values.put("before", before);
				values.put("after", after);
				return run(SWAP, values).getFirst().get("swapped").asInt() == 1;
			}

		};
	}

	private List<Record> run(String statement, Map<String, @Nullable Object> values) {
		try (Session session = this.driver.session(this.writing)) {
			return session.executeWrite((transaction) -> transaction.run(statement, values).list(), LIMIT);
		}
	}

	@Override
	public boolean isAsyncModeSupported() {
		return false;
	}

	@Override
	protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected CompletableFuture<Void> removeAsync(String key) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void removeProxy(String key) {
		run("MATCH (allowance:Allowance {key: $key}) DELETE allowance", Map.of("key", key));
	}

}
