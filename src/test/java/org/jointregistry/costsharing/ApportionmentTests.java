package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parts are in proportion, and add up to the whole.
 */
class ApportionmentTests {

	@Test
	void whatRoundingLeavesGoesWhereMostWasTaken() {
		assertThat(parts("100", 2, "1", "1", "1")).isEqualTo(numbers("33.34", "33.33", "33.33"));
		assertThat(parts("10", 0, "1", "2", "3")).isEqualTo(numbers("2", "3", "5"));
		assertThat(parts("1", 0, "1", "6", "5")).isEqualTo(numbers("0", "1", "0"));
		assertThat(parts("0", 2, "1", "2")).isEqualTo(numbers("0.00", "0.00"));
		assertThat(parts("100", 4, "0", "7")).isEqualTo(numbers("0.0000", "100.0000"));
	}

	@RepeatedTest(20)
	void partsAddUpAndAreOffByLessThanOneUnit(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		BigDecimal whole = BigDecimal.valueOf(random.nextLong(1_000_000_000L), 2);
		List<BigDecimal> weights = Stream.generate(() -> BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4))
			.limit(1 + random.nextInt(30))
			.toList();
		BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		List<BigDecimal> parts = Apportionment.of(whole, weights, 2);
		assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(whole);
		for (int place = 0; place < parts.size(); place++) {
			BigDecimal off = parts.get(place).multiply(sum).subtract(whole.multiply(weights.get(place))).abs();
			assertThat(off).isLessThan(sum.movePointLeft(2));
		}
	}

	private static List<BigDecimal> parts(String whole, int scale, String... weights) {
		return Apportionment.of(new BigDecimal(whole), numbers(weights), scale);
	}

	private static List<BigDecimal> numbers(String... numbers) {
		return Stream.of(numbers).map(BigDecimal::new).toList();
	}

}
