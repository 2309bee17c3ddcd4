package org.jointregistry.levy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A levy is a rate or an amount for each unit, and its parts are no more than the whole.
 */
@RegistryTest
class LevyRuleTests {

	@OnStage
	private Stage stage;

	private Levies levies;

	@BeforeEach
	void set() {
		this.levies = new Levies(this.stage);
	}

	@Test
	void ruleIsThereWithItsShares() {
		JsonNode rule = this.levies.rule();
		assertThat(rule.path("rate").asString()).isEqualTo("7.5");
		assertThat(rule.at("/program/key").asString()).isEqualTo("FX-REC-OPEN");
		assertThat(rule.at("/beneficiaries/edges")
			.values()
			.stream()
			.map((edge) -> edge.at("/node/key").asString() + " " + edge.path("share").asString()))
			.containsExactlyInAnyOrder("XRA 60", "XRB 30.5");
	}

	@ParameterizedTest(name = "{0} and {1} {2} per {3}: {4}")
	@CsvSource(textBlock = """
			5, ,  ,    ,         ''
			, 10, EUR, aircraft, ''
			, ,   ,    ,         RATE_OR_AMOUNT_REQUIRED rate
			5, 10, EUR, aircraft, RATE_OR_AMOUNT_REQUIRED rate
			5, ,  EUR, ,         AMOUNT_REQUIRED amountPerUnit
			, 10, ,    aircraft, CURRENCY_REQUIRED currency
			, 10, EUR, ,         RATE_OR_AMOUNT_REQUIRED rate
			""")
	void ruleIsARateOrAnAmountForEachUnit(String rate, String amount, String currency, String unit, String refusal) {
		Map<String, Object> input = Levies.ruleInput();
		input.remove("rate");
		Levies.put(input, "rate", rate);
		Levies.put(input, "amountPerUnit", amount);
		Levies.put(input, "currency", currency);
		Levies.put(input, "unit", unit);
		assertThat(String.join(", ", Levies.refusals(this.levies.setRule(input)))).isEqualTo(refusal);
	}

	@ParameterizedTest(name = "{0} {1} and {2} {3}: {4}")
	@CsvSource(textBlock = """
			XRA, 60, XRB, 40,      ''
			XRA, 60, XRB, 40.0001, SHARES_ABOVE_WHOLE beneficiaries
			XRA, 20, XRA, 20,      NATION_TWICE beneficiaries 1 nation
			""")
	void sharesAddUpToNoMoreThanTheWhole(String one, String first, String other, String second, String refusal) {
		Map<String, Object> input = Levies.ruleInput();
		input.put("beneficiaries", List.of(Levies.share(one, first), Levies.share(other, second)));
		assertThat(String.join(", ", Levies.refusals(this.levies.setRule(input)))).isEqualTo(refusal);
	}

	@Test
	void ruleDoesNotEndBeforeItBegins() {
		Map<String, Object> input = Levies.ruleInput();
		input.put("validFrom", "2026");
		input.put("validTo", "2025-12");
		assertThat(Levies.refusals(this.levies.setRule(input))).containsExactly("PERIOD_REVERSED validTo");
		input.remove("validTo");
		JsonNode rule = Levies.done(this.levies.setRule(input)).path("levyRule");
		assertThat(Levies.refusals(this.levies.revise(rule, "2025"))).containsExactly("PERIOD_REVERSED validTo");
		assertThat(Levies.done(this.levies.revise(rule, "2026-12")).at("/levyRule/validTo").asString())
			.isEqualTo("2026-12");
	}

	@Test
	void toWhomTheSharesAreShownIsSaidOnce() {
		String rule = this.levies.rule().path("id").asString();
		this.stage.run("MATCH (rule:LevyRule) WHERE rule.key STARTS WITH 'LR-' SET rule.originator = 'XRA'");
		assertThat(release(rule, "figuresMarking")).containsExactly("SHARES_ARE_RELEASED_ONCE figuresMarking");
		assertThat(release(rule, "marking")).isEmpty();
	}

	private List<String> release(String rule, String field) {
		return Levies.refusals(this.stage.delegate("XRA")
			.query("""
					mutation ($input: RecordReleaseInput!) { recordRelease(input: $input) {
					  record { id } errors { code message field } } }""", Map.of("input", Map.of("idempotencyKey",
					"release " + field, "record", rule, "version", 1, "reason", "Agreed", field, "PUBLIC"))));
	}

}
