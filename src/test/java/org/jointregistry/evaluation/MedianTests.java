package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The value in the middle.
 */
class MedianTests {

	@ParameterizedTest
	@CsvSource({ "7, 7", "9 1 5, 5", "4 1, 2.5", "1 2 3 100, 2.5", "0.0001 0.0002, 0.0002", "3 3 3 1, 3" })
	void valueInTheMiddleOrBetweenBoth(String values, String median) {
		List<BigDecimal> numbers = Stream.of(values.split(" ")).map(BigDecimal::new).toList();
		assertThat(Median.of(numbers)).contains(new BigDecimal(median));
	}

	@Test
	void nothingHasNone() {
		assertThat(Median.of(List.of())).isEmpty();
	}

}
