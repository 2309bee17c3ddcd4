package org.jointregistry.industry;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An offset is fulfilled when all of it is credited, and released only from a rest.
 */
class OffsetBalanceTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			120, ,       ,           OPEN
			120, 119.99, ,           OPEN
			120, 120.00, ,           FULFILLED
			120, 121,    2026-07-01, FULFILLED
			120, 45,     2026-07-01, RELEASED
			,    45,     ,           OPEN
			120, ,       2026,       RELEASED
			""")
	void stateFollowsFromTheAmounts(@Nullable BigDecimal value, @Nullable BigDecimal fulfilled,
			@Nullable String released, String state) {
		assertThat(new OffsetBalance(value, fulfilled, released).state()).isEqualTo(state);
	}

}
