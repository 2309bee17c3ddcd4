package org.jointregistry.costsharing;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A payment above what was called says so, and what an entry states holds together.
 */
@RegistryTest
class ContributionCallTests {

	@OnStage
	private Stage stage;

	private Ledger ledger;

	@BeforeEach
	void set() {
		this.ledger = new Ledger(this.stage);
	}

	@Test
	void paymentsGoAsFarAsWhatWasCalled() {
		this.ledger.entry("CALLED", "XRA", "99999999999999.9999");
		this.ledger.entry("PAID", "XRA", "99999999999999.9998");
		assertAbove(Ledger.money("PAID", "XRA", "0.0002"));
		this.ledger.entry("PAID", "XRA", "0.0001");
		assertAbove(Ledger.money("PAID", "XRA", "0.0001"));
	}

	@Test
	void paymentAboveWhatWasCalledSaysSo() {
		this.ledger.entry("CALLED", "XRA", 100);
		Map<String, Object> input = Ledger.money("PAID", "XRA", 101);
		assertAbove(input);
		input.put("aboveCall", true);
		assertThat(Ledger.done(Ledger.record(this.stage.manager(), input)).path("aboveCall").asBoolean()).isTrue();
	}

	@Test
	void callIsTakenBackWhereMoreIsPaidThanWasCalledAnyway() {
		Map<String, Object> above = Ledger.money("PAID", "XRA", 100);
		above.put("aboveCall", true);
		Ledger.done(Ledger.record(this.stage.manager(), above));
		String call = this.ledger.entry("CALLED", "XRA", 5);
		assertThat(Ledger.refusals(Ledger.reverse(this.stage.manager(), call))).isEmpty();
	}

	@Test
	void paymentThatIsNotAboveDoesNotSayThatItIs() {
		this.ledger.entry("CALLED", "XRA", 100);
		Map<String, Object> input = Ledger.money("PAID", "XRA", 100);
		input.put("aboveCall", true);
		assertThat(Ledger.done(Ledger.record(this.stage.manager(), input)).path("aboveCall").isNull()).isTrue();
	}

	@Test
	void callsOfOthersDoNotCount() {
		this.ledger.entry("CALLED", "XRB", 100);
		Map<String, Object> dollars = Ledger.money("CALLED", "XRA", 100);
		dollars.put("currency", "USD");
		Ledger.done(Ledger.record(this.stage.manager(), dollars));
		Map<String, Object> elsewhere = Ledger.money("CALLED", "XRA", 100);
		elsewhere.put("program", Stage.CLOSED);
		Ledger.done(Ledger.record(this.stage.manager(), elsewhere));
		this.ledger.entry("PLEDGED", "XRA", 100);
		assertAbove(Ledger.money("PAID", "XRA", 1));
	}

	@Test
	void whatIsReversedDoesNotCount() {
		String call = this.ledger.entry("CALLED", "XRA", 100);
		Ledger.done(Ledger.reverse(this.stage.manager(), call));
		assertAbove(Ledger.money("PAID", "XRA", 1));
		this.ledger.entry("CALLED", "XRA", 100);
		String paid = this.ledger.entry("PAID", "XRA", 100);
		Ledger.done(Ledger.reverse(this.stage.manager(), paid));
		this.ledger.entry("PAID", "XRA", 100);
	}

	private void assertAbove(Map<String, Object> input) {
		Map<String, Object> before = this.stage.counts();
		assertThat(Ledger.refusals(Ledger.record(this.stage.manager(), input))).containsExactly("ABOVE_CALL amount");
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@ParameterizedTest(name = "{0} EUR for {1} USD at {2} on {3}: {4}")
	@CsvSource(textBlock = """
			92.50,   100, 0.925,  2026-03-02, ''
			92.51,   100, 0.925,  2026-03-02, ''
			92.52,   100, 0.925,  2026-03-02, CONVERSION_WRONG amount
			92.48,   100, 0.925,  2026-03-02, CONVERSION_WRONG amount
			33.34,   100, 0.3333, 2026-03-02, ''
			0.01,    1,   0.0001, 2026-03-02, ''
			92.50,   100, 0.925,  ,           CONVERSION_INCOMPLETE originalAmount
			92.50,   100, ,       2026-03-02, CONVERSION_INCOMPLETE originalAmount
			92.50,   ,    0.925,  2026-03-02, 'AMOUNT_REQUIRED originalAmount, CONVERSION_INCOMPLETE originalAmount'
			0.01,    100, 0,      2026-03-02, OUT_OF_RANGE rate
			92.50,   100, -0.925, 2026-03-02, 'CONVERSION_WRONG amount, OUT_OF_RANGE rate'
			""")
	void convertedAmountIsTheOriginalAtTheRate(String amount, @Nullable String original, @Nullable String rate,
			@Nullable String day, String refusal) {
		Map<String, Object> input = Ledger.money("CALLED", "XRA", amount);
		input.put("originalCurrency", "USD");
		put(input, "originalAmount", original);
		put(input, "rate", rate);
		put(input, "rateDate", day);
		Answer answer = Ledger.record(this.stage.manager(), input);
		if (!refusal.isEmpty()) {
			assertThat(String.join(", ", Ledger.refusals(answer))).isEqualTo(refusal);
			return;
		}
		JsonNode recorded = Ledger.done(answer);
		assertThat(recorded.path("originalAmount").asString()).isEqualTo(original);
		assertThat(recorded.path("originalCurrency").asString()).isEqualTo("USD");
		assertThat(recorded.path("rate").asString()).isEqualTo(rate);
		assertThat(recorded.path("rateDate").asString()).isEqualTo(day);
	}

	@ParameterizedTest(name = "{0}, {1} {2} {3}: {4}")
	@CsvSource(textBlock = """
			IN_KIND, PEOPLE,     12, PERSON_MONTH, ''
			IN_KIND, PEOPLE,     ,   ,             QUANTITY_REQUIRED quantity
			IN_KIND, FACILITIES, ,   DAY,          'QUANTITY_REQUIRED quantity, UNIT_REQUIRED unit'
			IN_KIND, EQUIPMENT,  ,   ,             ''
			IN_KIND, EQUIPMENT,  3,  ,             UNIT_REQUIRED unit
			IN_KIND, ,           3,  PIECE,        ''
			IN_KIND, SERVICES,   ,   HOUR,         UNIT_REQUIRED unit
			IN_KIND, PEOPLE,     -1, HOUR,         OUT_OF_RANGE quantity
			IN_KIND, PEOPLE,     0,  HOUR,         OUT_OF_RANGE quantity
			CASH,    PEOPLE,     3,  HOUR,         IN_KIND_ONLY form
			CASH,    ,           3,  HOUR,         IN_KIND_ONLY form
			""")
	void whatIsInKindIsCounted(String form, @Nullable String resource, @Nullable String quantity, @Nullable String unit,
			String refusals) {
		Map<String, Object> input = Ledger.money("PLEDGED", "XRA", 5);
		input.put("form", form);
		input.put("valuationBasis", "Agreed rates");
		put(input, "resource", resource);
		put(input, "quantity", quantity);
		put(input, "unit", unit);
		assertThat(String.join(", ", Ledger.refusals(Ledger.record(this.stage.manager(), input)))).isEqualTo(refusals);
	}

	private static void put(Map<String, Object> input, String field, @Nullable String value) {
		if (value != null) {
			input.put(field, value);
		}
	}

}
