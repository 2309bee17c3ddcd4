package org.jointregistry.costsharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request has one effect however often it is sent, and none where it fails half-way.
 */
@RegistryTest
class ContributionRepetitionTests {

	private static final int THREADS = 16;

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	@Test
	void sameInputGetsTheFirstAnswer() {
		Map<String, Object> input = Stage.payment();
		Answer first = record(this.stage.manager(), input);
		Map<String, Object> counts = this.stage.counts();
		assertThat(record(this.stage.manager(), input).data()).isEqualTo(first.data());
		assertThat(this.stage.counts()).isEqualTo(counts);
	}

	@Test
	void sameMeaningInOtherWordsIsTheSameInput() {
		Map<String, Object> input = Stage.paymentWith("releasableTo", List.of("nation:XRD", "nation:XRC"));
		String first = key(record(this.stage.manager(), input));
		input.put("amount", "126250000.2500");
		input.put("marking", "PARTNERS");
		input.put("releasableTo", List.of("nation:XRC", "nation:XRD", "nation:XRC"));
		assertThat(key(record(this.stage.manager(), input))).isEqualTo(first);
	}

	@Test
	void otherInputUnderTheSameKeyIsRefused() {
		Map<String, Object> input = Stage.payment();
		record(this.stage.manager(), input);
		Map<String, Object> counts = this.stage.counts();
		for (Map.Entry<String, String> change : Map
			.of("amount", "126250000.26", "currency", "USD", "contributor", Stage.id("Nation", "XRB"), "program",
					Stage.CLOSED, "note", "more", "kind", "CALLED", "agreement", Stage.AGREEMENT)
			.entrySet()) {
			Map<String, Object> changed = new HashMap<>(input);
			changed.put(change.getKey(), change.getValue());
			assertReused(record(this.stage.manager(), changed));
		}
		assertThat(this.stage.counts()).isEqualTo(counts);
	}

	@Test
	void keysOfOtherClientsDoNotMatter() {
		Map<String, Object> input = Stage.payment();
		String first = key(record(this.stage.manager("recorder-one"), input));
		String second = key(record(this.stage.manager("recorder-two"), input));
		assertThat(second).startsWith("CR-").isNotEqualTo(first);
	}

	@Test
	void refusedInputLeavesItsKeyFree() {
		Map<String, Object> input = Stage.paymentWith("contributor", Stage.STRANGER);
		assertThat(key(record(this.stage.manager(), input))).isEmpty();
		input.put("contributor", Stage.PARTNER);
		assertThat(key(record(this.stage.manager(), input))).startsWith("CR-");
	}

	@Test
	void repetitionTellsNothingOfWhatIsSeenNoLonger() {
		Map<String, Object> input = Stage.payment();
		record(this.stage.manager(), input);
		GraphqlSession elsewhere = this.registry.claiming((claims) -> claims.subject("recorder-manager")
			.claim("roles", List.of("PROGRAM_MANAGER"))
			.claim("programs", List.of("FX-REC-CLOSED")));
		Answer answer = record(elsewhere, input);
		assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
		assertThat(answer.data("/contributionRecord/contribution").isNull()).isTrue();
		assertThat(answer.data("/contributionRecord/errors").size()).isZero();
	}

	@Test
	void oneKeyFromManyAtOnceRecordsOnce() throws Exception {
		Map<String, Object> input = Stage.payment();
		Map<String, Object> before = this.stage.counts();
		List<Answer> answers = atOnce((caller) -> input);
		assertThat(answers).extracting(Answer::data).containsOnly(answers.getFirst().data());
		assertThat(key(answers.getFirst())).startsWith("CR-");
		assertAdded(before, 1);
	}

	@Test
	void oneKeyWithManyInputsAtOnceRecordsOneOfThem() throws Exception {
		Map<String, Object> before = this.stage.counts();
		List<Answer> answers = atOnce((caller) -> {
			Map<String, Object> input = Stage.paymentWith("amount", caller + 1);
			input.put("idempotencyKey", "one for all");
			return input;
		});
		List<Answer> refused = answers.stream().filter((answer) -> key(answer).isEmpty()).toList();
		assertThat(refused).hasSize(THREADS - 1).allSatisfy(ContributionRepetitionTests::assertReused);
		assertAdded(before, 1);
	}

	@Test
	void manyKeysAtOnceRecordEach() throws Exception {
		Map<String, Object> before = this.stage.counts();
		Set<String> keys = new HashSet<>();
		atOnce((caller) -> Stage.payment()).forEach((answer) -> keys.add(key(answer)));
		assertThat(keys).hasSize(THREADS).doesNotContain("");
		assertAdded(before, THREADS);
	}

	@Test
	void withoutItsAuditEntryNothingIsRecorded() {
		this.stage.run(
				"CREATE (:AuditEntry {key: 'FX-REC-BLOCK', actor: 'recorder-blocked', mutation: 'contributionRecord'})");
		this.stage.run("CREATE CONSTRAINT FX_REC_BLOCK FOR (e:AuditEntry) REQUIRE (e.actor, e.mutation) IS UNIQUE");
		Map<String, Object> input = Stage.payment();
		try {
			Map<String, Object> before = this.stage.counts();
			Answer answer = record(this.stage.manager("recorder-blocked"), input);
			assertThat(answer.errorCodes()).containsExactly("INTERNAL");
			assertThat(answer.text()).doesNotContain("AuditEntry", "constraint", "Neo4j");
			assertThat(this.stage.counts()).isEqualTo(before);
		}
		finally {
			this.stage.run("DROP CONSTRAINT FX_REC_BLOCK");
		}
		assertThat(key(record(this.stage.manager("recorder-blocked"), input))).startsWith("CR-");
	}

	private List<Answer> atOnce(IntFunction<Map<String, Object>> inputs) throws Exception {
		GraphqlSession session = this.stage.manager();
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService callers = Executors.newFixedThreadPool(THREADS)) {
			List<Future<Answer>> answers = IntStream.range(0, THREADS).mapToObj((caller) -> callers.submit(() -> {
				start.await();
				return record(session, inputs.apply(caller));
			})).toList();
			start.countDown();
			List<Answer> all = new ArrayList<>();
			for (Future<Answer> answer : answers) {
				all.add(answer.get());
			}
			return all;
		}
	}

	private void assertAdded(Map<String, Object> before, int contributions) {
		Map<String, Object> after = this.stage.counts();
		for (String kind : List.of("contributions", "entries", "commands")) {
			assertThat(number(after, kind) - number(before, kind)).as(kind).isEqualTo(contributions);
		}
		long nodes = number(after, "nodes") - number(after, "audiences");
		assertThat(nodes - number(before, "nodes") + number(before, "audiences")).isEqualTo(3L * contributions);
		assertThat(number(after, "edges") - number(before, "edges"))
			.as("with those to three audiences, and to those and the office at program and nation")
			.isEqualTo(13L * contributions);
	}

	private static long number(Map<String, Object> counts, String kind) {
		return ((Number) Objects.requireNonNull(counts.get(kind))).longValue();
	}

	private static Answer record(GraphqlSession session, Map<String, Object> input) {
		return session.query(Stage.RECORD, Stage.variables(input));
	}

	private static String key(Answer answer) {
		return answer.data("/contributionRecord/contribution/key").asString("");
	}

	private static void assertReused(Answer answer) {
		assertThat(answer.data("/contributionRecord/contribution").isNull()).as(answer.text()).isTrue();
		assertThat(answer.data("/contributionRecord/errors/0/code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
		assertThat(answer.data("/contributionRecord/errors/0/field/0").asString()).isEqualTo("idempotencyKey");
	}

}
