package org.jointregistry.costsharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of requests that come at once each sees what the others did: nothing is taken back,
 * verified or paid twice, and a request that is repeated has one effect.
 */
@RegistryTest
class LedgerAtOnceTests {

	private static final int THREADS = 16;

	@OnStage
	private Stage stage;

	private Ledger ledger;

	@BeforeEach
	void set() {
		this.ledger = new Ledger(this.stage);
	}

	@ParameterizedTest
	@ValueSource(strings = { "contributionReverse", "contributionVerify" })
	void oneKeyHasOneEffectAndOneAnswer(String mutation) throws Exception {
		Map<String, Object> input = naming(mutation, this.ledger.payment("XRA", 5));
		long before = contributions();
		List<Answer> answers = atOnce((caller) -> Ledger.ask(this.ledger.verifier(), mutation, input));
		assertThat(answers).extracting(Answer::data).containsOnly(answers.getFirst().data());
		Ledger.done(answers.getFirst());
		assertThat(contributions()).isEqualTo(before + 1);
		assertThat(Ledger.ask(this.ledger.verifier(), mutation, input).data()).isEqualTo(answers.getFirst().data());
		assertThat(contributions()).isEqualTo(before + 1);
	}

	@RepeatedTest(3)
	void manyReverseOneEntryOnce() throws Exception {
		String id = this.ledger.payment("XRA", 5);
		assertOne(atOnce((caller) -> Ledger.reverse(this.stage.manager(), id)), "ALREADY_REVERSED contribution");
	}

	@RepeatedTest(3)
	void manyVerifyOneEntryOnce() throws Exception {
		String id = this.ledger.payment("XRA", 5);
		assertOne(atOnce((caller) -> Ledger.verify(this.stage.manager("verifier-" + caller), id)),
				"ALREADY_VERIFIED contribution");
	}

	private static void assertOne(List<Answer> answers, String refusal) {
		assertThat(answers).extracting(Ledger::refusals)
			.containsOnlyOnce(List.of())
			.containsOnly(List.of(), List.of(refusal));
	}

	@RepeatedTest(3)
	void manyPayNoMoreThanWasCalled() throws Exception {
		this.ledger.entry("CALLED", "XRA", 500);
		List<Answer> answers = atOnce(
				(caller) -> Ledger.record(this.stage.manager("payer-" + caller), Ledger.money("PAID", "XRA", 100)));
		assertThat(answers.stream().filter((answer) -> Ledger.refusals(answer).isEmpty())).hasSize(5);
		assertThat(Ledger.sums(this.stage.manager())).containsExactly("-", "500", "500", "-", "6");
	}

	@Test
	void callIsNotTakenBackWhileItIsPaid() throws Exception {
		String call = this.ledger.entry("CALLED", "XRA", 100);
		atOnce((caller) -> (caller == 0) ? Ledger.reverse(this.stage.manager(), call)
				: Ledger.record(this.stage.manager("payer-" + caller), Ledger.money("PAID", "XRA", 100)));
		assertThat(Ledger.sums(this.stage.manager())).isIn(List.of("-", "100", "100", "-", "2"),
				List.of("-", "-", "-", "-", "-"));
	}

	@Test
	void batchesOfTheSamePartiesInAnyOrderEndEach() throws Exception {
		List<Answer> answers = atOnce((caller) -> {
			List<Map<String, Object>> entries = new ArrayList<>();
			for (int place = 0; place < 10; place++) {
				Map<String, Object> entry = Ledger.money("CALLED", ((place + caller) % 2 == 0) ? "XRA" : "XRB", 1);
				entry.remove("idempotencyKey");
				entries.add(entry);
			}
			return Ledger.ask(this.stage.manager(), "contributionBatchRecord", Ledger.input("contributions", entries));
		});
		assertThat(answers).extracting(Ledger::refusals).containsOnly(List.of());
		assertThat(Ledger.sums(this.stage.manager())).containsExactly("-", "160", "-", "-", "160");
	}

	@Test
	void oneBatchSentManyTimesIsRecordedOnce() throws Exception {
		Map<String, Object> call = Ledger.money("CALLED", "XRA", 100);
		Map<String, Object> payment = Ledger.money("PAID", "XRA", 100);
		call.remove("idempotencyKey");
		payment.remove("idempotencyKey");
		Map<String, Object> input = Ledger.input("contributions", List.of(call, payment));
		List<Answer> answers = atOnce((caller) -> Ledger.ask(this.stage.manager(), "contributionBatchRecord", input));
		assertThat(answers).extracting(Answer::data).containsOnly(answers.getFirst().data());
		assertThat(Ledger.refusals(answers.getFirst())).isEmpty();
		assertThat(Ledger.sums(this.stage.manager())).containsExactly("-", "100", "100", "-", "2");
	}

	@Test
	void keyOfAReversalIsNotAnotherMutations() {
		Map<String, Object> input = naming("contributionReverse", this.ledger.payment("XRA", 5));
		Ledger.done(Ledger.ask(this.ledger.verifier(), "contributionReverse", input));
		Map<String, Object> other = naming("contributionVerify", this.ledger.payment("XRA", 6));
		other.put("idempotencyKey", input.getOrDefault("idempotencyKey", ""));
		assertThat(Ledger.refusals(Ledger.ask(this.ledger.verifier(), "contributionVerify", other)))
			.containsExactly("IDEMPOTENCY_KEY_REUSED idempotencyKey");
		input.put("reason", "Another reason");
		assertThat(Ledger.refusals(Ledger.ask(this.ledger.verifier(), "contributionReverse", input)))
			.containsExactly("IDEMPOTENCY_KEY_REUSED idempotencyKey");
	}

	private static Map<String, Object> naming(String mutation, String id) {
		return mutation.equals("contributionReverse") ? Ledger.input("contribution", id, "reason", "Entered twice")
				: Ledger.input("contribution", id);
	}

	private long contributions() {
		return ((Number) this.stage.counts().getOrDefault("contributions", 0)).longValue();
	}

	private static List<Answer> atOnce(IntFunction<Answer> request) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService callers = Executors.newFixedThreadPool(THREADS)) {
			List<Future<Answer>> answers = IntStream.range(0, THREADS).mapToObj((caller) -> callers.submit(() -> {
				start.await();
				return request.apply(caller);
			})).toList();
			start.countDown();
			List<Answer> all = new ArrayList<>();
			for (Future<Answer> answer : answers) {
				all.add(answer.get());
			}
			return all;
		}
	}

}
