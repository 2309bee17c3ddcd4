package org.jointregistry.costsharing;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Totals of several currencies are stated in one at rates that are named, and not at all
 * where one is missing; from what the viewer sees.
 */
@RegistryTest
class ExchangeRateTests {

	private static final String DAY = "1998-12-31";

	private static final String ADD = """
			mutation ($input: ExchangeRateAddInput!) { exchangeRateAdd(input: $input) {
			  exchangeRate { baseCurrency quoteCurrency rate date source marking } errors { code message field } } }
			""";

	private static final String TOTAL = """
			{ costSharing(program: "%s", totalIn: {currency: "EUR", ratesOf: "%s"}) {
			  total { currency ratesOf pledged called paid rates { baseCurrency quoteCurrency rate date source } missing } } }
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	@Test
	void rateIsPublicAndNamesItsSource() {
		JsonNode rate = add("USD", "EUR", "0.925", DAY).data("/exchangeRateAdd/exchangeRate");
		assertThat(rate.path("marking").asString()).isEqualTo("PUBLIC");
		assertThat(rate.path("source").asString()).isEqualTo("Invented");
		assertThat(rate.path("rate").asString()).isEqualTo("0.925");
		assertThat(this.stage.national("XRD")
			.query("{ exchangeRates(where: {date: {eq: \"%s\"}}) { totalCount } }".formatted(DAY))
			.data("/exchangeRates/totalCount")
			.asInt()).isOne();
	}

	@ParameterizedTest(name = "{0} in {1} at {2} on {3}: {4}")
	@CsvSource(textBlock = """
			USD, EUR, 0.9,  1998-12-30, ''
			GBP, EUR, 0.9,  1998-12-31, ''
			USD, EUR, 0.9,  1998-12-31, RATE_KNOWN date
			EUR, USD, 0.9,  1998-12-31, RATE_KNOWN date
			USD, USD, 0.9,  1998-12-31, SAME_CURRENCY quoteCurrency
			GBP, USD, 0,    1998-12-31, OUT_OF_RANGE rate
			GBP, USD, -0.9, 1998-12-31, OUT_OF_RANGE rate
			GBP, USD, 0.9,  1998-12,    DAY_REQUIRED date
			""")
	void rateIsOfTwoCurrenciesAndADayOfWhichThereIsNoOther(String base, String quote, String rate, String date,
			String refusal) {
		assertThat(Ledger.refusals(add("USD", "EUR", "0.925", DAY))).isEmpty();
		assertThat(String.join(", ", Ledger.refusals(add(base, quote, rate, date)))).isEqualTo(refusal);
	}

	@Test
	void totalIsStatedAtRatesThatItNames() {
		add("USD", "EUR", "0.925", DAY);
		add("EUR", "JPY", "160", DAY);
		add("GBP", "EUR", "1.2", DAY);
		add("CHF", "EUR", "1.1", "1998-12-30");
		call("100", "EUR", "XRA");
		call("10", "USD", "XRA");
		call("320", "JPY", "XRB");
		JsonNode total = total(this.stage.manager());
		assertThat(total.path("called").asString()).isEqualTo("111.25");
		assertThat(total.path("pledged").isNull()).isTrue();
		assertThat(total.path("currency").asString()).isEqualTo("EUR");
		assertThat(total.path("rates")
			.values()
			.stream()
			.map((rate) -> rate.path("baseCurrency").asString() + rate.path("quoteCurrency").asString() + " "
					+ rate.path("rate").asString() + " " + rate.path("date").asString() + " "
					+ rate.path("source").asString()))
			.containsExactly("EURJPY 160 1998-12-31 Invented", "USDEUR 0.925 1998-12-31 Invented");
		assertThat(total.path("missing")).isEmpty();
	}

	/** Rounded each by itself, the parts would be 0.92 and 1.00. */
	@ParameterizedTest(name = "{0} USD and {1} GBP are {2} EUR")
	@CsvSource({ "1, 1, 1.93", "1, 0.2, 1.13", "1, 200, 201.92", "3, 200, 203.78" })
	void totalIsRoundedOnceToAHundredthHalfEven(String dollars, String pounds, String euros) {
		add("USD", "EUR", "0.925", DAY);
		add("GBP", "EUR", "1.005", DAY);
		call(dollars, "USD", "XRA");
		call(pounds, "GBP", "XRA");
		assertThat(total(this.stage.manager()).path("called").asString()).isEqualTo(euros);
	}

	@Test
	void sumWithoutItsRateIsNullAndTheRateIsNamed() {
		add("USD", "EUR", "0.925", "1998-12-30");
		call("100", "EUR", "XRA");
		call("10", "USD", "XRA");
		Ledger.done(Ledger.record(this.stage.manager(), Ledger.money("PLEDGED", "XRA", "7")));
		JsonNode total = total(this.stage.manager());
		assertThat(total.path("called").isNull()).isTrue();
		assertThat(total.path("pledged").asString()).isEqualTo("7");
		assertThat(total.path("missing").values()).extracting(JsonNode::asString).containsExactly("USD");
		assertThat(total.path("rates")).isEmpty();
	}

	@Test
	void totalIsOfWhatTheViewerSees() {
		add("USD", "EUR", "0.925", DAY);
		call("100", "EUR", "XRA");
		call("10", "USD", "XRB");
		GraphqlSession own = this.stage.national("XRA");
		assertThat(total(own).path("called").asString()).isEqualTo("100");
		assertThat(total(own).path("rates")).isEmpty();
		assertThat(total(this.stage.national("XRB")).path("called").asString()).isEqualTo("9.25");
		assertThat(total(this.stage.manager()).path("called").asString()).isEqualTo("109.25");
	}

	@Test
	void rateThatIsNotSeenIsMissing() {
		add("USD", "EUR", "0.925", DAY);
		call("10", "USD", "XRA");
		this.stage.run("""
				MATCH (rate:ExchangeRate {date: '1998-12-31'})
				OPTIONAL MATCH (rate)-[released:RELEASED_TO]->()
				SET rate.marking = 'ORIGINATOR', rate.releasedTo = []
				DELETE released""");
		assertThat(total(this.stage.manager()).path("missing").values()).extracting(JsonNode::asString)
			.containsExactly("USD");
	}

	@Test
	void noCurrencyNoTotal() {
		Answer answer = this.stage.manager()
			.query("{ costSharing(program: \"%s\") { total { called } } }".formatted(Stage.OPEN));
		assertThat(answer.data("/costSharing/total").isNull()).as(answer.text()).isTrue();
	}

	private Answer add(String base, String quote, String rate, String date) {
		return this.registry.as("registrar")
			.query(ADD, Map.of("input", Ledger.input("baseCurrency", base, "quoteCurrency", quote, "rate", rate, "date",
					date, "source", "Invented")));
	}

	/** A call that its contributor and the manager see. */
	private void call(String amount, String currency, String nation) {
		Map<String, Object> input = Ledger.money("CALLED", nation, amount);
		input.put("currency", currency);
		input.put("marking", "ORIGINATOR");
		Ledger.done(Ledger.record(this.stage.manager(), input));
	}

	private static JsonNode total(GraphqlSession viewer) {
		Answer answer = viewer.query(TOTAL.formatted(Stage.OPEN, DAY));
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		return answer.data("/costSharing/total");
	}

}
