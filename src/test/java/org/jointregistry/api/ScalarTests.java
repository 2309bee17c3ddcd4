package org.jointregistry.api;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.graphql.server.WebGraphQlResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What scalars read and write, as literals and as variables.
 */
class ScalarTests {

	private final SmallGraphql graphql = new SmallGraphql((field) -> null);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			decimal  | Decimal      | "126.25"               | 126.25
			decimal  | Decimal      | -0.5                   | -0.5
			decimal  | Decimal      | 100                    | 100
			decimal  | Decimal      | "99999999999999.9999"  | 99999999999999.9999
			percent  | Percent      | 37.5                   | 37.5
			percent  | Percent      | "0"                    | 0
			percent  | Percent      | 100                    | 100
			money    | MoneyAmount  | 126250000              | 126250000
			money    | MoneyAmount  | "0.0001"               | 0.0001
			date     | PartialDate  | "2010-07"              | 2010-07
			currency | CurrencyCode | "EUR"                  | EUR
			instant  | DateTime     | "2026-01-31T10:30:00+01:00" | 2026-01-31T09:30:00Z
			""")
	void valueIsReadAndWritten(String field, String type, String literal, String written) {
		assertThat(asLiteral(field, literal).getErrors()).isEmpty();
		assertThat((Map<?, ?>) asLiteral(field, literal).getData()).isEqualTo(Map.of(field, written));
		assertThat((Map<?, ?>) asVariable(field, type, literal).getData()).isEqualTo(Map.of(field, written));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			decimal  | Decimal      | "NaN"           | is not a decimal number
			decimal  | Decimal      | "1e30"          | is not a decimal number
			decimal  | Decimal      | 1e30            | has more than 14 digits before the point
			decimal  | Decimal      | 0.00001         | has more than 4 digits after the point
			decimal  | Decimal      | true            | Decimal: A value is not of this type
			decimal  | Decimal      | 1e999999999     | is
			percent  | Percent      | 101             | is no share from 0 to 100 percent
			percent  | Percent      | "-0.1"          | is no share from 0 to 100 percent
			money    | MoneyAmount  | 0               | is not greater than 0
			money    | MoneyAmount  | -1              | is not greater than 0
			money    | MoneyAmount  | 1e30            | has more than 14 digits before the point
			money    | MoneyAmount  | "NaN"           | is not a decimal number
			date     | PartialDate  | "2010-00-00"    | is a date that does not exist
			date     | PartialDate  | 2010            | is not of this type
			currency | CurrencyCode | "XQZ"           | is no currency code
			currency | CurrencyCode | "eur"           | is no currency code
			instant  | DateTime     | "2026-13-01"    | is no instant
			""")
	void valueThatCannotBeIsRefused(String field, String type, String literal, String reason) {
		assertRefused(asLiteral(field, literal), "GRAPHQL_VALIDATION_FAILED", reason);
		assertRefused(asVariable(field, type, literal), "BAD_INPUT", reason);
	}

	@Test
	void numberThatBinaryCannotHoldIsRefusedAsVariable() {
		assertRefused(this.graphql.ask("query($v: Decimal) { decimal(value: $v) }", Map.of("v", 12345678901234.5678)),
				"BAD_INPUT", "write it as a string");
	}

	private WebGraphQlResponse asLiteral(String field, String literal) {
		return this.graphql.ask("{ " + field + "(value: " + literal + ") }");
	}

	private WebGraphQlResponse asVariable(String field, String type, String literal) {
		return this.graphql.ask("query($v: " + type + ") { " + field + "(value: $v) }",
				Map.of("v", tools.jackson.databind.json.JsonMapper.shared().readValue(literal, Object.class)));
	}

	private static void assertRefused(WebGraphQlResponse response, String code, String reason) {
		assertThat(response.getErrors()).singleElement().satisfies((error) -> {
			assertThat(error.getMessage()).contains(reason).doesNotContain("Value{", "java", "Exception");
			assertThat(error.getExtensions()).containsEntry("code", code).containsEntry("requestId", "request-1");
		});
	}

}
