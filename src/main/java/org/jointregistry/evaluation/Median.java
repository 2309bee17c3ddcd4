package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jointregistry.shared.ExactDecimal;

/**
 * The value in the middle.
 */
final class Median {

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	private Median() {
	}

	/**
	 * The median of values.
	 * @param values any, in any order
	 * @return the one in the middle, or half of the sum of both that are, to a
	 * ten-thousandth, half up; empty where there are no values
	 */
	static Optional<BigDecimal> of(Collection<BigDecimal> values) {
		if (values.isEmpty()) {
			return Optional.empty();
		}
		List<BigDecimal> sorted = values.stream().sorted().toList();
		BigDecimal sum = sorted.get((sorted.size() - 1) / 2).add(sorted.get(sorted.size() / 2));
		return Optional.of(ExactDecimal.plain(sum.divide(TWO, ExactDecimal.SCALE, RoundingMode.HALF_UP)));
	}

}
