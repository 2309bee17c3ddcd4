package org.jointregistry.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;
import org.jointregistry.graph.Gate;
import org.jointregistry.graph.Standstill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * All of a query is answered from one state of the registry, whatever is written
 * meanwhile.
 */
@RegistryTest
class SnapshotTests {

	private static final int WRITERS = 2;

	private static final int READS = 40;

	private static final String QUERY = """
			{
			  a: contributions { totalCount }
			  b: costShareKeys { totalCount }
			  c: contributions(where: {key: {startsWith: "fx-snap-"}}, first: 5) { totalCount nodes { key } }
			  d: contributions { totalCount }
			}
			""";

	private static final String PAIR = "CREATE (:Contribution {key: $key}) CREATE (:CostShareKey {key: $key})";

	private static final String CLEAR = "MATCH (n) WHERE n.key STARTS WITH 'FX-SNAP-' DETACH DELETE n";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private OneSnapshot snapshots;

	@Autowired
	private Standstill standstill;

	private final AtomicInteger written = new AtomicInteger();

	private final AtomicBoolean stopped = new AtomicBoolean();

	@AfterEach
	void clear() {
		this.driver.executableQuery(CLEAR).execute();
	}

	@ParameterizedTest
	@ValueSource(strings = { "registrar", "viewer-swe" })
	void fieldsAgreeWhileTwoKindsAreWrittenAtOnce(String client) throws Exception {
		GraphqlSession session = this.registry.as(client);
		int more = difference(session.query(QUERY));
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<?>> writing = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				writing.add(writers.submit(this::writeOn));
			}
			try {
				for (int read = 0; read < READS; read++) {
					assertThat(difference(session.query(QUERY))).isEqualTo(more);
				}
			}
			finally {
				this.stopped.set(true);
			}
			for (Future<?> each : writing) {
				each.get();
			}
		}
		assertThat(this.written.get()).isGreaterThan(READS / 4);
	}

	private static int difference(Answer answer) {
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(answer.data("/d/totalCount").asInt()).isEqualTo(answer.data("/a/totalCount").asInt());
		assertThat(answer.data("/c/nodes").size()).isEqualTo(Math.min(answer.data("/c/totalCount").asInt(), 5));
		return answer.data("/a/totalCount").asInt() - answer.data("/b/totalCount").asInt();
	}

	private void writeOn() {
		while (!this.stopped.get() && this.written.get() < 5_000) {
			writePair();
		}
	}

	private void writePair() {
		String key = "FX-SNAP-" + this.written.incrementAndGet();
		try (Session session = this.driver.session()) {
			session.executeWriteWithoutResult((transaction) -> {
				Gate.enter(transaction);
				transaction.run(PAIR, Map.of("key", key)).consume();
				release(transaction, "Contribution", key);
				release(transaction, "CostShareKey", key);
			});
		}
	}

	private static void release(TransactionContext transaction, String label, String key) {
		new StoredReleases(label, Release.PUBLIC).store(transaction, Map.of(key, List.<String>of()));
	}

	@Test
	void afterAllElseWritersWaitForTheReader() throws Exception {
		Snapshot snapshot = new Snapshot();
		AtomicInteger tries = new AtomicInteger();
		try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
			List<Future<?>> held = new ArrayList<>();
			Integer answer = this.snapshots.whole(snapshot, () -> Mono.fromSupplier(() -> {
				if (tries.incrementAndGet() <= 3) {
					writePair();
					snapshot.ended(Set.of());
				}
				else {
					held.add(writer.submit(this::writePair));
					assertThatThrownBy(() -> held.getFirst().get(300, TimeUnit.MILLISECONDS))
						.isInstanceOf(TimeoutException.class);
				}
				return tries.get();
			})).block();
			assertThat(answer).isEqualTo(4);
			held.getFirst().get(10, TimeUnit.SECONDS);
		}
	}

	@Test
	void anAnswerThatFailedIsNotAskedForAgain() {
		Snapshot snapshot = new Snapshot();
		AtomicInteger tries = new AtomicInteger();
		this.snapshots.whole(snapshot, () -> Mono.fromSupplier(() -> {
			snapshot.ended(Set.of());
			snapshot.failed();
			return tries.incrementAndGet();
		})).block();
		assertThat(tries).hasValue(1);
	}

	@Test
	void aStandstillThatDidNotLastIsNoticed() throws Exception {
		try (Standstill.Held held = this.standstill.begin(Duration.ofMillis(200))) {
			writePair();
			assertThatThrownBy(held::confirm).isInstanceOf(org.neo4j.driver.exceptions.Neo4jException.class);
		}
	}

}
