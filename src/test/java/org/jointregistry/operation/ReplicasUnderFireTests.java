package org.jointregistry.operation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.graph.Gate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas in processes of their own are killed, asked to stop and started again
 * while clients write to both. What was acknowledged is there once, and told once. Writes
 * its figures to {@code target/replicas.txt}.
 */
@EnabledIfSystemProperty(named = "failures", matches = "true",
		disabledReason = "Replicas are started and ended by the profile nightly alone")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ReplicasUnderFireTests {

	private static final int CLIENTS = 40;

	/** Between a replica's being ready and its end. */
	private static final Duration QUIET = Duration.ofSeconds(8);

	/** How long one that was killed stays away. */
	private static final Duration AWAY = Duration.ofSeconds(3);

	/** Requests that are under way when a replica is asked to stop. */
	private static final int BEGUN = 10;

	/** Cost of an operation of this many takes more points than come back in seconds. */
	private static final int LISTS = 30;

	private static final String VERIFY = "{ auditVerify(first: 10000) { checked intact heads { chain sequence hash } } }";

	private static final String ENTRIES = "MATCH (made:Contribution) WHERE made.note STARTS WITH '%s' "
			+ "RETURN made.note AS note, made.key AS key";

	private static final String BLOCKED = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked'";

	@TempDir
	private static Path directory;

	private static @Nullable Fleet started;

	@BeforeAll
	static void start() throws Exception {
		started = new Fleet(directory, "--registry.import.sets=curated", "--registry.allowance.points=6000",
				"--registry.write.timeout=60s");
		started.start();
	}

	@AfterAll
	static void stop() {
		if (started != null) {
			started.close();
		}
	}

	private static Fleet fleet() {
		return Objects.requireNonNull(started);
	}

	@Test
	void whatIsAcknowledgedIsThereOnceAndToldOnceWhileReplicasComeAndGo() throws Exception {
		Fire fire = new Fire(fleet());
		try (Follower follower = new Follower(fire)) {
			List<RovingClient> clients = burned(fire);
			Map<String, String> stored = stored("fire-");
			List<String> heard = follower.heard(stored.size());
			report(clients, stored.size(), heard.size(), follower.ends());
			assertThat(clients.stream().flatMap((client) -> client.faults().stream())).isEmpty();
			assertStoredOnce(clients, stored);
			assertThat(heard).containsExactlyInAnyOrderElementsOf(stored.values());
			assertThat(follower.ends()).isGreaterThanOrEqualTo(2);
			assertTrailHoldsEachOnce(stored.values());
			assertReplicasAgree(stored.size());
		}
	}

	/** Has clients write while replicas end and come back. */
	private static List<RovingClient> burned(Fire fire) throws Exception {
		List<RovingClient> done = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<RovingClient>> clients = IntStream.range(0, CLIENTS)
				.mapToObj((number) -> threads.submit(new RovingClient(fire, number)))
				.toList();
			try {
				comeAndGo(fire);
			}
			finally {
				fire.end();
			}
			for (Future<RovingClient> client : clients) {
				done.add(client.get());
			}
		}
		return done;
	}

	private static void comeAndGo(Fire fire) throws Exception {
		Thread.sleep(QUIET);
		fleet().first().kill();
		Thread.sleep(AWAY);
		fleet().first().start();
		Thread.sleep(QUIET);
		fire.roll();
		for (Replica replica : fire.fleet().replicas()) {
			replica.askToStop();
			replica.awaitEnd();
			replica.start();
			Thread.sleep(QUIET);
		}
	}

	/** Keys of contributions by their notes; fails where two have the same note. */
	private static Map<String, String> stored(String prefix) {
		List<Record> rows = fleet().database().run(ENTRIES.formatted(prefix));
		assertThat(rows.stream().map((row) -> row.get("note").asString())).doesNotHaveDuplicates();
		return rows.stream()
			.collect(Collectors.toMap((row) -> row.get("note").asString(), (row) -> row.get("key").asString()));
	}

	private static void report(List<RovingClient> clients, int stored, int heard, int ends) throws IOException {
		Map<String, Integer> answers = new TreeMap<>();
		clients.forEach(
				(client) -> client.answers().forEach((answer, count) -> answers.merge(answer, count, Integer::sum)));
		Files.writeString(Path.of("target", "replicas.txt"),
				"%d clients, answers %s; acknowledged %d, unknown %d, stored %d, heard %d in %d subscriptions%n"
					.formatted(clients.size(), answers,
							clients.stream().mapToInt((client) -> client.acknowledged().size()).sum(),
							clients.stream().mapToInt((client) -> client.unknown().size()).sum(), stored, heard, ends));
	}

	private static void assertStoredOnce(List<RovingClient> clients, Map<String, String> stored) {
		Map<String, String> acknowledged = new TreeMap<>();
		clients.forEach((client) -> acknowledged.putAll(client.acknowledged()));
		assertThat(acknowledged).hasSizeGreaterThan(CLIENTS);
		assertThat(stored).containsAllEntriesOf(acknowledged);
		assertThat(stored.keySet()).isSubsetOf(
				Stream.concat(acknowledged.keySet().stream(), clients.stream().flatMap((one) -> one.unknown().stream()))
					.toList());
		assertThat(clients.stream().mapToInt((client) -> client.answers().getOrDefault("lost", 0)).sum()).isPositive();
	}

	private static void assertTrailHoldsEachOnce(Collection<String> keys) {
		assertThat(fleet().database().run("""
				MATCH (entry:AuditEntry {mutation: 'contributionRecord'}) WHERE entry.actor STARTS WITH 'fire-'
				RETURN entry.recordKey AS key""")).extracting((row) -> row.get("key").asString())
			.containsExactlyInAnyOrderElementsOf(keys);
		assertThat(fleet().database().run("""
				MATCH (kept:IdempotencyRecord) WHERE kept.client STARTS WITH 'fire-'
				RETURN DISTINCT kept.client, kept.key""")).hasSameSizeAs(keys);
	}

	private static void assertReplicasAgree(int size) {
		String count = "{ contributions(where: {note: {startsWith: \"fire-\"}}) { totalCount } }";
		List<Answer> trails = new ArrayList<>();
		for (Replica replica : fleet().replicas()) {
			Answer counted = fleet().session(replica, DemoClient.REGISTRAR, "counter").query(count);
			assertThat(counted.data("/contributions/totalCount").asInt(0)).as(counted.text()).isEqualTo(size);
			trails.add(fleet().session(replica, DemoClient.AUDITOR, "verifier").query(VERIFY));
		}
		assertThat(trails).allSatisfy(
				(trail) -> assertThat(trail.data("/auditVerify/intact").asBoolean(false)).as(trail.text()).isTrue());
		assertThat(trails.getLast().data()).isEqualTo(trails.getFirst().data());
	}

	@Test
	void whatWasBegunIsAnsweredByAReplicaThatIsAskedToStop() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
				Session session = fleet().database().driver().session();
				Transaction held = session.beginTransaction()) {
			Gate.close(held);
			GraphqlSession client = fleet().session(fleet().second(), DemoClient.MANAGER_EFA, "begun");
			List<Future<Answer>> begun = IntStream.range(0, BEGUN)
				.mapToObj((number) -> threads.submit(() -> client.query(RovingClient.RECORD,
						Map.of("input", RovingClient.input("begun-" + number)))))
				.toList();
			while (fleet().database().run(BLOCKED).size() < BEGUN) {
				Thread.sleep(50);
			}
			fleet().second().askToStop();
			while (isListenedTo(fleet().second())) {
				Thread.sleep(50);
			}
			held.rollback();
			for (Future<Answer> each : begun) {
				Answer answer = each.get();
				assertThat(answer.data("/contributionRecord/contribution/key").asString("")).as(answer.text())
					.startsWith("CR-");
			}
			fleet().second().awaitEnd();
		}
		finally {
			fleet().second().kill();
			fleet().second().start();
		}
		assertThat(stored("begun-")).hasSize(BEGUN);
	}

	private static boolean isListenedTo(Replica replica) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", URI.create(replica.url()).getPort()), 1000);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Test
	void whatAClientSpendsAtOneIsGoneAtTheOther() {
		String lists = IntStream.range(0, LISTS)
			.mapToObj((number) -> "l%d: programs(first: 1) { totalCount }".formatted(number))
			.collect(Collectors.joining(" ", "{ ", " }"));
		GraphqlSession here = fleet().session(fleet().first(), DemoClient.VIEWER_ITA, "spender");
		Answer answer = here.query(lists);
		for (int time = 0; time < 100 && answer.errorCodes().isEmpty(); time++) {
			answer = here.query(lists);
		}
		assertThat(answer.errorCodes()).as(answer.text()).containsExactly("RATE_LIMITED");
		Answer there = fleet().session(fleet().second(), DemoClient.VIEWER_ITA, "spender").query(lists);
		assertThat(there.errorCodes()).as(there.text()).containsExactly("RATE_LIMITED");
		assertThat(there.header("Retry-After")).matches("[0-9]+");
		Answer another = fleet().session(fleet().second(), DemoClient.VIEWER_ITA, "saver").query(lists);
		assertThat(another.errorCodes()).as(another.text()).isEmpty();
	}

}
