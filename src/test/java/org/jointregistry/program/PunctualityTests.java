package org.jointregistry.program;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A milestone is said to be kept or late only where its dates leave no doubt.
 */
class PunctualityTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			2024-03-31, ,        2024-03-31, KEPT,     0
			2024-03-31, 2030,    2024-03-30, KEPT,     -1
			2024-03-31, ,        2024-04-18, LATE,     18
			2024-03,    ,        2024-03-31, KEPT,
			2024-02,    ,        2024-03-01, LATE,
			2024-02-28, ,        2024-02-29, LATE,     1
			2024,       ,        2024-12-31, KEPT,
			2024,       ,        2024,       KEPT,
			2024,       ,        2025-01,    LATE,
			2024-06,    ,        2024,       ,
			2024-06-30, ,        2024-06,    KEPT,
			2024-06-15, ,        2024-06,    ,
			2027-12,    2027-10, ,           ON_TRACK,
			2026-05,    2027-02, ,           SLIPPING,
			2026-05,    2026,    ,           ,
			2026-05,    ,        ,           ,
			,           2026,    2025-01-01, ,
			""")
	void standingAndDaysFollowFromTheDates(@Nullable String baseline, @Nullable String forecast,
			@Nullable String actual, @Nullable String standing, @Nullable BigDecimal days) {
		Punctuality punctuality = new Punctuality(baseline, forecast, actual);
		assertThat(punctuality.standing().orElse(null)).isEqualTo(standing);
		assertThat(punctuality.daysLate().orElse(null)).isEqualTo(days);
	}

}
