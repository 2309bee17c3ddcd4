package org.jointregistry.levy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A levy is shared out to its beneficiaries alone, and no further than it is paid.
 */
@RegistryTest
class LevyPaymentTests {

	@OnStage
	private Stage stage;

	private Levies levies;

	@BeforeEach
	void set() {
		this.levies = new Levies(this.stage);
	}

	@Test
	void groupsTellWhatIsDuePaidAndSharedInEachCurrency() {
		String rule = this.levies.rule().path("id").asString();
		this.levies.pay(rule, "DUE", 100, "EUR");
		this.levies.pay(rule, "PAID", 60, "EUR");
		this.levies.pay(rule, "PAID", 20, "USD");
		String wrong = this.levies.pay(rule, "SHARED", 10, "EUR");
		Levies.done(this.levies.reverse(wrong));
		this.levies.pay(rule, "SHARED", 36, "EUR");
		assertThat(Levies.sums(rule, this.stage.manager())).containsExactlyInAnyOrder("DUE EUR 100", "PAID EUR 60",
				"PAID USD 20", "SHARED EUR 36");
	}

	@Test
	void noMoreIsSharedThanIsPaidWithoutSayingSo() {
		String rule = this.levies.rule().path("id").asString();
		String other = this.levies.rule().path("id").asString();
		this.levies.pay(other, "PAID", 1000, "EUR");
		this.levies.pay(rule, "DUE", 1000, "EUR");
		this.levies.pay(rule, "PAID", 1000, "USD");
		this.levies.pay(rule, "PAID", 60, "EUR");
		Map<String, Object> input = Levies.payment(rule, "SHARED", "60.0001", "EUR");
		assertThat(Levies.refusals(this.levies.record(input))).containsExactly("ABOVE_PAID amount");
		input.put("abovePaid", true);
		assertThat(Levies.done(this.levies.record(input)).at("/levyPayment/abovePaid").asBoolean()).isTrue();
	}

	@Test
	void whatIsSharedOfWhatIsPaidIsNotMarked() {
		String rule = this.levies.rule().path("id").asString();
		this.levies.pay(rule, "PAID", 60, "EUR");
		Map<String, Object> input = Levies.payment(rule, "SHARED", 60, "EUR");
		input.put("abovePaid", true);
		assertThat(Levies.done(this.levies.record(input)).at("/levyPayment/abovePaid").isNull()).isTrue();
	}

	@RepeatedTest(2)
	void ofManySharedAtOnceNoMoreThanIsPaidIsRecorded() throws Exception {
		String rule = this.levies.rule().path("id").asString();
		this.levies.pay(rule, "PAID", 500, "EUR");
		CountDownLatch start = new CountDownLatch(1);
		List<Answer> answers = new ArrayList<>();
		try (ExecutorService callers = Executors.newFixedThreadPool(10)) {
			List<Future<Answer>> futures = IntStream.range(0, 10).mapToObj((caller) -> callers.submit(() -> {
				start.await();
				return this.levies.record(Levies.payment(rule, "SHARED", 100, "EUR"));
			})).toList();
			start.countDown();
			for (Future<Answer> future : futures) {
				answers.add(future.get());
			}
		}
		assertThat(answers.stream().filter((answer) -> Levies.refusals(answer).isEmpty())).hasSize(5);
		assertThat(Levies.sums(rule, this.stage.manager())).containsExactlyInAnyOrder("PAID EUR 500", "SHARED EUR 500");
	}

	@ParameterizedTest(name = "{0} from {1} to {2}: {3}")
	@CsvSource(textBlock = """
			DUE,    XRD, ,    ''
			DUE,    ,    ,    PAYER_REQUIRED payer
			PAID,   XRD, XRA, BENEFICIARY_REQUIRED beneficiary
			SHARED, ,    XRA, ''
			SHARED, ,    ,    BENEFICIARY_REQUIRED beneficiary
			SHARED, XRD, XRA, PAYER_REQUIRED payer
			SHARED, ,    XRC, NOT_A_BENEFICIARY beneficiary
			""")
	void eachKindHasItsParty(String kind, String payer, String beneficiary, String refusal) {
		String rule = this.levies.rule().path("id").asString();
		this.levies.pay(rule, "PAID", 60, "EUR");
		Map<String, Object> input = Levies.payment(rule, kind, 10, "EUR");
		input.remove("payer");
		input.remove("beneficiary");
		Levies.put(input, "payer", (payer != null) ? Stage.id("Nation", payer) : null);
		Levies.put(input, "beneficiary", (beneficiary != null) ? Stage.id("Nation", beneficiary) : null);
		assertThat(String.join(", ", Levies.refusals(this.levies.record(input)))).isEqualTo(refusal);
	}

	@Test
	void entryIsTakenBackOnceByOneThatSaysTheSame() {
		String rule = this.levies.rule().path("id").asString();
		String paid = this.levies.pay(rule, "PAID", 60, "EUR");
		JsonNode reversal = Levies.done(this.levies.reverse(paid)).path("levyPayment");
		assertThat(reversal.path("kind").asString()).isEqualTo("REVERSED");
		assertThat(reversal.path("amount").asString()).isEqualTo("60");
		assertThat(reversal.path("reason").asString()).isEqualTo("Entered twice");
		assertThat(reversal.at("/reverses/id").asString()).isEqualTo(paid);
		assertThat(reversal.at("/rule/id").asString()).isEqualTo(rule);
		assertThat(reversal.at("/program/key").asString()).isEqualTo("FX-REC-OPEN");
		assertThat(reversal.at("/payer/key").asString()).isEqualTo("XRD");
		assertThat(Levies.refusals(this.levies.reverse(paid))).containsExactly("ALREADY_REVERSED levyPayment");
		assertThat(Levies.refusals(this.levies.reverse(reversal.path("id").asString())))
			.containsExactly("NOT_REVERSIBLE levyPayment");
	}

	@Test
	void paymentIsTakenBackOnlyWhileItIsNotShared() {
		String rule = this.levies.rule().path("id").asString();
		String paid = this.levies.pay(rule, "PAID", 60, "EUR");
		String shared = this.levies.pay(rule, "SHARED", 1, "EUR");
		assertThat(Levies.refusals(this.levies.reverse(paid))).containsExactly("LEVY_IS_SHARED levyPayment");
		Levies.done(this.levies.reverse(shared));
		Levies.done(this.levies.reverse(paid));
	}

	/** The payer has no part in the program: it sees what names it (sentence 7). */
	@Test
	void payerAndBeneficiarySeeWhatNamesThem() {
		String rule = this.levies.rule().path("id").asString();
		Map<String, Object> paid = Levies.payment(rule, "PAID", 60, "EUR");
		paid.put("marking", "ORIGINATOR");
		Levies.done(this.levies.record(paid));
		Map<String, Object> shared = Levies.payment(rule, "SHARED", 50, "EUR");
		shared.put("marking", "ORIGINATOR");
		Levies.done(this.levies.record(shared));
		assertThat(seen("XRD")).containsExactly("PAID");
		assertThat(seen("XRA")).containsExactly("SHARED");
		assertThat(seen("XRB")).isEmpty();
	}

	private List<String> seen(String nation) {
		return this.stage.national(nation)
			.query("{ levyPayments(where: {key: {startsWith: \"LP-\"}}) { nodes { kind } } }")
			.all("kind");
	}

}
