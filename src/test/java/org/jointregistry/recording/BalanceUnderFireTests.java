package org.jointregistry.recording;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.costsharing.Stage;
import org.jointregistry.oracle.Sizes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * 200 clients record and reverse against one program while the process is killed three
 * times. What was acknowledged is there once, nothing else is, and the balances are the
 * sums of the entries. Writes its figures to {@code target/fire.txt}.
 */
class BalanceUnderFireTests {

	private static final int CLIENTS = 200;

	private static final int KILLS = 3;

	/** Between being ready and being killed. */
	private static final Duration QUIET = Duration.ofSeconds(20);

	/** For how long a client repeats what was not acknowledged. */
	private static final Duration PATIENCE = Duration.ofMinutes(8);

	private static final String ENTRIES = """
			query ($after: String) { contributions(first: 500, after: $after, where: {currency: {eq: "GBP"},
			    programs: {some: {key: {eq: "FX-OSPREY"}}}}) {
			  pageInfo { hasNextPage endCursor }
			  nodes { key kind amount note reason contributors { nodes { key } } reverses { key } } } }
			""";

	private static final String BALANCES = """
			{ costSharing(program: "%s") { parties { party { key } money { currency pledged called paid } } } }
			""".formatted(Stage.id("Program", "FX-OSPREY"));

	@Test
	void nothingIsLostAndNothingIsDoubled(@TempDir Path directory) throws Exception {
		assumeTrue(Sizes.isNightly(), "Takes minutes: in the profile nightly");
		try (ChildRegistry registry = new ChildRegistry(directory);
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			registry.start();
			Instant begin = Instant.now();
			AtomicBoolean ended = new AtomicBoolean();
			List<Future<FireClient>> clients = IntStream.range(0, CLIENTS)
				.mapToObj((number) -> threads.submit(new FireClient(registry, number, ended, begin.plus(PATIENCE))))
				.toList();
			for (int kill = 0; kill < KILLS; kill++) {
				Thread.sleep(QUIET);
				registry.kill();
				registry.start();
			}
			Thread.sleep(QUIET);
			ended.set(true);
			List<FireClient> done = new ArrayList<>();
			for (Future<FireClient> client : clients) {
				done.add(client.get());
			}
			report(done, Duration.between(begin, Instant.now()));
			check(registry, done.stream().flatMap((client) -> client.written().stream()).toList());
		}
	}

	private static void report(List<FireClient> clients, Duration length) throws IOException {
		Map<String, Integer> answers = new TreeMap<>();
		clients.forEach(
				(client) -> client.answers().forEach((answer, count) -> answers.merge(answer, count, Integer::sum)));
		Files.writeString(Path.of("target", "fire.txt"),
				"%d clients, %d s, answers %s%n".formatted(clients.size(), length.toSeconds(), answers));
	}

	private static void check(ChildRegistry registry, List<Written> written) {
		List<JsonNode> entries = entries(registry.manager());
		assertThat(written).hasSizeGreaterThan(CLIENTS);
		assertThat(entries.stream().map(BalanceUnderFireTests::mark))
			.containsExactlyInAnyOrderElementsOf(written.stream().map(Written::mark).toList());
		Map<String, String> keys = written.stream().collect(Collectors.toMap(Written::mark, Written::key));
		entries.forEach((entry) -> assertThat(entry.path("key").asString()).isEqualTo(keys.get(mark(entry))));
		Map<String, BigDecimal> balances = balances(registry.manager());
		assertThat(balances).isEqualTo(sumsOfWritten(written)).isEqualTo(sumsOfEntries(entries));
		trailHoldsEachOnce(registry, entries);
		answersAreThoseOfBefore(registry, written);
	}

	private static List<JsonNode> entries(GraphqlSession manager) {
		List<JsonNode> entries = new ArrayList<>();
		JsonNode page;
		String after = null;
		do {
			Map<String, Object> variables = (after != null) ? Map.of("after", after) : Map.of();
			Answer answer = manager.query(ENTRIES, variables);
			assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
			answer.data("/contributions/nodes").forEach(entries::add);
			page = answer.data("/contributions/pageInfo");
			after = page.path("endCursor").asString("");
		}
		while (page.path("hasNextPage").asBoolean());
		return entries;
	}

	/** The idempotency key that the client wrote into the entry. */
	private static String mark(JsonNode entry) {
		return entry.path(entry.path("kind").asString().equals("REVERSED") ? "reason" : "note").asString();
	}

	private static Map<String, BigDecimal> balances(GraphqlSession manager) {
		Map<String, BigDecimal> balances = new TreeMap<>();
		manager.query(BALANCES).data("/costSharing/parties").forEach((party) -> party.path("money").forEach((money) -> {
			if (money.path("currency").asString("").equals("GBP")) {
				for (String kind : List.of("PLEDGED", "CALLED", "PAID")) {
					JsonNode sum = money.path(kind.toLowerCase(Locale.ROOT));
					if (!sum.isNull()) {
						balances.put(party.at("/party/key").asString() + " " + kind, amount(sum.asString()));
					}
				}
			}
		}));
		return balances;
	}

	private static Map<String, BigDecimal> sumsOfWritten(List<Written> written) {
		Set<Written> reversed = new HashSet<>();
		written.forEach((one) -> {
			if (one.reverses() != null) {
				reversed.add(one.reverses());
			}
		});
		return sums(written.stream().filter((one) -> one.reverses() == null && !reversed.contains(one)).toList(),
				(one) -> nation(one.fact("contributor")) + " " + one.fact("kind"), (one) -> one.fact("amount"));
	}

	private static String nation(String id) {
		return new String(Base64.getUrlDecoder().decode(id)).replace("Nation:", "");
	}

	private static Map<String, BigDecimal> sumsOfEntries(List<JsonNode> entries) {
		Set<String> reversed = new HashSet<>();
		entries.forEach((entry) -> reversed.add(entry.at("/reverses/key").asString("")));
		return sums(
				entries.stream()
					.filter((entry) -> !entry.path("kind").asString().equals("REVERSED")
							&& !reversed.contains(entry.path("key").asString()))
					.toList(),
				(entry) -> entry.at("/contributors/nodes/0/key").asString() + " " + entry.path("kind").asString(),
				(entry) -> entry.path("amount").asString());
	}

	private static <T> Map<String, BigDecimal> sums(List<T> entries, Function<T, String> account,
			Function<T, String> amount) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		entries.forEach((entry) -> sums.merge(account.apply(entry), amount(amount.apply(entry)), BigDecimal::add));
		sums.replaceAll((name, sum) -> sum.stripTrailingZeros());
		return sums;
	}

	private static BigDecimal amount(String text) {
		return new BigDecimal(text).stripTrailingZeros();
	}

	private static void trailHoldsEachOnce(ChildRegistry registry, List<JsonNode> entries) {
		Answer answer = registry.as("auditor").query("""
				{ auditEntries(where: {recordType: {eq: "Contribution"}}) { totalCount } }""");
		assertThat(answer.data("/auditEntries/totalCount").asInt()).as(answer.text()).isEqualTo(entries.size());
	}

	/** A repetition after all the restarts gets what was told before them. */
	private static void answersAreThoseOfBefore(ChildRegistry registry, List<Written> written) {
		for (int index = 0; index < written.size(); index += Math.max(1, written.size() / CLIENTS)) {
			Written one = written.get(index);
			Answer answer = registry.manager().query(FireClient.document(one.mutation()), Map.of("input", one.input()));
			assertThat(answer.data("/" + one.mutation() + "/contribution/key").asString("")).isEqualTo(one.key());
		}
		assertThat(entries(registry.manager())).hasSize(written.size());
	}

}
