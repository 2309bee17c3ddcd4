package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How something is spread over nations.
 */
class SpreadTests {

	@Test
	void partsAreOfTheWholeThatIsKnown() {
		Spread spread = of("40", "25", "15");
		assertThat(spread.whole()).isEqualByComparingTo("80");
		assertThat(spread.share("A")).isEqualByComparingTo("50");
		assertThat(spread.share("B")).isEqualByComparingTo("31.25");
		assertThat(spread.largest()).isEqualTo("A");
		assertThat(spread.largestShare()).isEqualByComparingTo("50");
	}

	@Test
	void concentrationIsTheSumOfSquares() {
		assertThat(of("1", "1", "1").concentration()).isEqualByComparingTo("0.3333");
		assertThat(of("5", "0", "0").concentration()).isEqualByComparingTo("1");
		assertThat(of("40", "25", "15").concentration()).isEqualByComparingTo("0.3828");
	}

	@Test
	void noneOfSeveralIsTheLargest() {
		assertThat(of("2", "2.0", "1").largest()).isNull();
		assertThat(of("2", "2.0", "1").largestShare()).isEqualByComparingTo("40");
	}

	@Test
	void nothingHasNoParts() {
		Spread spread = of("0", "0", "0");
		assertThat(spread.share("A")).isNull();
		assertThat(spread.largestShare()).isNull();
		assertThat(spread.concentration()).isNull();
	}

	private static Spread of(String one, String two, String three) {
		return new Spread(Map.of("A", new BigDecimal(one), "B", new BigDecimal(two), "C", new BigDecimal(three)));
	}

}
