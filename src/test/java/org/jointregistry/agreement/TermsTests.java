package org.jointregistry.agreement;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When agreements enter into force, and since when they bind whom.
 */
class TermsTests {

	/**
	 * Each part is written as {@code signed/ratified}, with a {@code !} where it is
	 * needed and a {@code x} where it has ended.
	 */
	@ParameterizedTest(name = "{0} of {1} enters into force on {2}")
	@CsvSource(delimiter = '|', textBlock = """
			ALL_PARTIES       | 2020/2021-05 2020/2021-03 2020/      |
			ALL_PARTIES       | 2020/2021-05 2020/2021-03 2020/2021  | 2021-05
			ALL_PARTIES       | 2020/2021-05 2020/2021-03 2020/x     | 2021-05
			ALL_PARTIES       | 2020/2021-05 2020/x                  |
			NUMBER_OF_PARTIES | 2020/2021-05 2020/2021-03 2020/      |
			NUMBER_OF_PARTIES | 2020/2021-05 / 2020/2021-03 2020/2022 2019/2023 | 2022
			NAMED_PARTIES     | 2020/2021! 2020/2022 2020/!          |
			NAMED_PARTIES     | 2020/2021! 2020/ 2020/!x             |
			NAMED_PARTIES     | 2020/2021! 2020/2023 2020/2022! /    | 2022
			NAMED_PARTIES     | 2020/2021! 2020/2023                 | 2023
			NAMED_PARTIES     | 2020/2021 2020/2023                  |
			ON_DATE           | 2020/ 2021/ /                        | 2021-06-01
			ON_DATE           | 2020/ / /                            |
			ON_DATE           | 2020/ 2022/ 2023/                    | 2022
			PROVISIONAL       | 2020/2021 2020/                      |
			PROVISIONAL       | 2020/2021 2020/2020-12               | 2021
			ON_SIGNATURE      | 2020-01/ 2020/ /                     |
			ON_SIGNATURE      | 2020-01/ 2020-03/ 2020/              | 2020-03
			ON_SIGNATURE      | 2020-01/                             |
			""")
	void agreementEntersIntoForceByItsRule(EntryIntoForce rule, String parts, @Nullable String day) {
		assertThat(terms(rule).entersIntoForce(parts(parts)).orElse(null)).isEqualTo(day);
	}

	@Test
	void termsThatAFileLeftOpenTakeTwoAndADay() {
		String consents = "2020/2021 2020/2022 2020/2023";
		assertThat(new Terms(EntryIntoForce.NUMBER_OF_PARTIES, 0, null).entersIntoForce(parts(consents)))
			.contains("2022");
		assertThat(new Terms(EntryIntoForce.ON_DATE, 0, null).entersIntoForce(parts(consents))).isEmpty();
	}

	@ParameterizedTest(name = "{0}: {1} is bound since {3}, where it is in force since {2}")
	@CsvSource(delimiter = '|', textBlock = """
			ALL_PARTIES       | 2020/2021 |         |
			ALL_PARTIES       | 2020/2021 | 2022-03 | 2022-03
			NUMBER_OF_PARTIES | 2020/2023 | 2022-03 | 2023
			NUMBER_OF_PARTIES | 2020/     | 2022-03 |
			NAMED_PARTIES     | 2020/2021x | 2022-03 |
			ON_DATE           | 2020/     | 2022-03 | 2022-03
			ON_DATE           | 2023/     | 2022-03 | 2023
			ON_SIGNATURE      | /         | 2022-03 |
			PROVISIONAL       | 2020/     |         | 2020
			PROVISIONAL       | /         |         |
			PROVISIONAL       | 2023/     | 2022-03 |
			PROVISIONAL       | 2023/2024 | 2022-03 | 2024
			""")
	void agreementBindsWhoConsented(EntryIntoForce rule, String part, @Nullable String inForce,
			@Nullable String since) {
		assertThat(terms(rule).bindsSince(parts(part).getFirst(), inForce)).isEqualTo(since);
	}

	@Test
	void whatBindsANationOnceDoesNotMove() {
		Part bound = new Part("P", "XWA", false, "2020", "2021", "2020", null);
		assertThat(terms(EntryIntoForce.PROVISIONAL).bindsSince(bound, "2022")).isEqualTo("2020");
	}

	private static Terms terms(EntryIntoForce rule) {
		return new Terms(rule, 3, "2021-06-01");
	}

	private static List<Part> parts(String parts) {
		return Stream.of(parts.split(" ")).map((part) -> {
			String[] dates = part.replaceAll("[!x]", "").split("/", -1);
			return new Part(part, "XWA", part.contains("!"), date(dates[0]), date(dates[1]), null,
					part.endsWith("x") ? "2024" : null);
		}).toList();
	}

	private static @Nullable String date(String text) {
		return text.isEmpty() ? null : text;
	}

}
