package org.jointregistry.program;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The score of a risk is its likelihood times its impact.
 */
class RiskMatrixTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			RARE,           NEGLIGIBLE, 1
			UNLIKELY,       SEVERE,     10
			POSSIBLE,       MINOR,      6
			LIKELY,         MODERATE,   12
			ALMOST_CERTAIN, MAJOR,      20
			ALMOST_CERTAIN, SEVERE,     25
			RARE,           ,           -1
			,               SEVERE,     -1
			NEVER,          SEVERE,     -1
			""")
	void scoreIsTheProduct(@Nullable String likelihood, @Nullable String impact, int score) {
		assertThat(RiskMatrix.findScore(likelihood, impact).orElse(-1)).isEqualTo(score);
	}

}
