package org.jointregistry.costsharing;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is wrong is told with its code and its place, and leaves nothing behind.
 */
@RegistryTest
class ContributionInputTests {

	@Autowired
	private Driver driver;

	@Autowired
	private RegistryClient registry;

	private Stage stage;

	private Map<String, Object> before = Map.of();

	@BeforeEach
	void set() {
		this.stage = new Stage(this.driver, this.registry);
		this.stage.set();
		this.before = this.stage.counts();
	}

	@AfterEach
	void nothingIsLeftBehind() {
		Map<String, Object> after = this.stage.counts();
		this.stage.clear();
		assertThat(after).isEqualTo(this.before);
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource
	void refused(String field, Object value, String refusals) {
		assertThat(refusals(Stage.paymentWith(field, value))).containsExactly(refusals.split(", "));
	}

	static List<Arguments> refused() {
		return List.of(Arguments.of("idempotencyKey", "", "TEXT_INVALID idempotencyKey"),
				Arguments.of("idempotencyKey", " \t", "TEXT_INVALID idempotencyKey"),
				Arguments.of("idempotencyKey", "k".repeat(101), "TEXT_INVALID idempotencyKey"),
				Arguments.of("idempotencyKey", "a\u0000b", "TEXT_INVALID idempotencyKey"),
				Arguments.of("idempotencyKey", "a\u202Eb", "TEXT_INVALID idempotencyKey"),
				Arguments.of("idempotencyKey", "k".repeat(90_000), "TEXT_INVALID idempotencyKey"),
				Arguments.of("phase", " ", "TEXT_INVALID phase"),
				Arguments.of("phase", "p".repeat(201), "TEXT_INVALID phase"),
				Arguments.of("period", "p".repeat(201), "TEXT_INVALID period"),
				Arguments.of("valuationBasis", "v".repeat(1001), "TEXT_INVALID valuationBasis"),
				Arguments.of("note", "n".repeat(4001), "TEXT_INVALID note"),
				Arguments.of("note", "bell\u0007", "TEXT_INVALID note"),
				Arguments.of("form", "IN_KIND", "KIND_AND_FORM_DISAGREE form, VALUATION_BASIS_REQUIRED valuationBasis"),
				Arguments.of("kind", "DELIVERED", "KIND_AND_FORM_DISAGREE form"),
				Arguments.of("priceYear", 1899, "OUT_OF_RANGE priceYear"),
				Arguments.of("priceYear", 2101, "OUT_OF_RANGE priceYear"),
				Arguments.of("marking", "COMMUNITY", "COMMUNITY_REQUIRED releasableTo"),
				Arguments.of("figuresMarking", "COMMUNITY", "COMMUNITY_REQUIRED releasableTo"),
				Arguments.of("releasableTo", List.of("nation:XRA", "nation:XRZ"), "UNKNOWN_REFERENCE releasableTo 1"),
				Arguments.of("releasableTo", List.of("community:XRA"), "UNKNOWN_REFERENCE releasableTo 0"),
				Arguments.of("releasableTo", List.of("XRA", "office:FX-REC-OPEN"),
						"UNKNOWN_REFERENCE releasableTo 0, UNKNOWN_REFERENCE releasableTo 1"),
				Arguments.of("releasableTo", List.of("public", ""),
						"UNKNOWN_REFERENCE releasableTo 0, UNKNOWN_REFERENCE releasableTo 1"),
				Arguments.of("releasableTo", Collections.nCopies(101, "nation:XRA"), "TOO_MANY releasableTo"),
				Arguments.of("contributor", Stage.STRANGER, "NOT_A_PARTNER contributor"));
	}

	@Test
	void everythingThatIsMissingIsTold() {
		Map<String, Object> input = Stage.payment();
		input.remove("amount");
		assertThat(refusals(input)).containsExactly("AMOUNT_REQUIRED amount");
		input.remove("currency");
		assertThat(refusals(input)).containsExactly("AMOUNT_REQUIRED amount");
		input.put("currency", "EUR");
		input.put("form", "IN_KIND");
		input.put("kind", "DELIVERED");
		assertThat(refusals(input)).containsExactly("AMOUNT_REQUIRED amount");
		input.put("amount", 1);
		input.remove("currency");
		assertThat(refusals(input)).containsExactly("CURRENCY_REQUIRED currency",
				"VALUATION_BASIS_REQUIRED valuationBasis");
	}

	@Test
	void nationThatLeftPledgesNothingAnew() {
		Map<String, Object> input = Stage.paymentWith("contributor", Stage.FORMER);
		input.put("kind", "PLEDGED");
		assertThat(refusals(input)).containsExactly("NOT_A_PARTNER contributor");
	}

	@Test
	void everythingThatIsWrongIsToldAtOnce() {
		Map<String, Object> input = Stage.paymentWith("contributor", Stage.STRANGER);
		input.putAll(Map.of("idempotencyKey", "", "form", "IN_KIND", "priceYear", 1, "note", "", "releasableTo",
				List.of("nation:XRZ"), "marking", "COMMUNITY"));
		input.remove("amount");
		assertThat(refusals(input)).containsExactly("TEXT_INVALID idempotencyKey", "OUT_OF_RANGE priceYear",
				"TEXT_INVALID note", "COMMUNITY_REQUIRED releasableTo", "UNKNOWN_REFERENCE releasableTo 0",
				"AMOUNT_REQUIRED amount", "KIND_AND_FORM_DISAGREE form", "NOT_A_PARTNER contributor");
	}

	@ParameterizedTest
	@MethodSource
	void notReadable(String field, @Nullable Object value) {
		Map<String, @Nullable Object> input = new HashMap<>(Stage.payment());
		input.put(field, value);
		Answer answer = this.stage.manager().query(Stage.RECORD, Map.of("input", input));
		assertThat(answer.errorCodes()).as(answer.text()).containsExactly("BAD_INPUT");
		assertThat(answer.text()).doesNotContain("Exception:", "org.", "java.", "\tat ");
		assertThat(answer.status()).isLessThan(500);
	}

	static List<Arguments> notReadable() {
		return List.of(Arguments.of("amount", 0), Arguments.of("amount", "0"), Arguments.of("amount", "0.0000"),
				Arguments.of("amount", -1), Arguments.of("amount", "-1"), Arguments.of("amount", 1e30),
				Arguments.of("amount", "1e30"), Arguments.of("amount", "NaN"), Arguments.of("amount", "Infinity"),
				Arguments.of("amount", "9".repeat(101)),
				Arguments.of("amount", new java.math.BigInteger("9".repeat(101))),
				Arguments.of("amount", "100000000000000"), Arguments.of("amount", "0.00001"),
				Arguments.of("amount", ""), Arguments.of("amount", " 1"), Arguments.of("amount", "1,000"),
				Arguments.of("amount", true), Arguments.of("amount", List.of(1, 2)), Arguments.of("currency", "EURO"),
				Arguments.of("currency", "ZZZ"), Arguments.of("currency", "eur"), Arguments.of("currency", 978),
				Arguments.of("kind", "VERIFIED"), Arguments.of("kind", "REVERSED"), Arguments.of("kind", "paid"),
				Arguments.of("form", "BARTER"), Arguments.of("marking", "SECRET"), Arguments.of("marking", null),
				Arguments.of("figuresMarking", "SECRET"), Arguments.of("priceYear", "2020"),
				Arguments.of("priceYear", 3_000_000_000L), Arguments.of("priceYear", 2020.5),
				Arguments.of("idempotencyKey", null), Arguments.of("program", null), Arguments.of("releasableTo", null),
				Arguments.of("releasableTo", Collections.singletonList(null)), Arguments.of("originator", "XRA"),
				Arguments.of("recordedAt", "2020-01-01T00:00:00Z"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "amount: 0", "amount: -1", "amount: 1e30", "amount: \"NaN\"", "amount: NaN",
			"currency: \"XYZ\"", "currency: EUR", "kind: VERIFIED", "marking: null" })
	void literalThatIsNotReadable(String argument) {
		String document = """
				mutation { contributionRecord(input: { idempotencyKey: "k", program: "%s", contributor: "%s", form: CASH,
				  %s }) { errors { code } } }
				"""
			.formatted(Stage.OPEN, Stage.PARTNER, argument);
		Answer answer = this.stage.manager().query(document);
		assertThat(answer.errorCodes()).as(answer.text()).isNotEmpty().containsOnly("GRAPHQL_VALIDATION_FAILED");
		assertThat(answer.data("/contributionRecord").isMissingNode()).isTrue();
	}

	@Test
	void numberThatJsonDoesNotKnowIsRefused() {
		Answer answer = this.stage.manager()
			.header("Content-Type", "application/json")
			.post("/graphql", "{\"query\":\"mutation($a: MoneyAmount){__typename}\",\"variables\":{\"a\":NaN}}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.errorCodes()).containsExactly("BAD_INPUT");
	}

	@Test
	void thousandsOfReleasesAreRefused() {
		assertThat(refusals(Stage.paymentWith("releasableTo", Collections.nCopies(3000, "nation:XRA"))))
			.containsExactly("TOO_MANY releasableTo");
	}

	private List<String> refusals(Map<String, Object> input) {
		Answer answer = this.stage.manager().query(Stage.RECORD, Stage.variables(input));
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		assertThat(answer.data("/contributionRecord/contribution").isNull()).isTrue();
		return answer.data("/contributionRecord/errors")
			.values()
			.stream()
			.map(ContributionInputTests::refusal)
			.toList();
	}

	private static String refusal(JsonNode error) {
		assertThat(error.path("message").asString()).isNotBlank();
		List<String> field = error.path("field").values().stream().map(JsonNode::asString).toList();
		return error.path("code").asString() + " " + String.join(" ", field);
	}

}
