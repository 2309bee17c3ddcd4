package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a whole in proportion to weights, so that the parts add up to the whole: what
 * rounding down leaves goes to the parts that it took most from.
 */
final class Apportionment {

	private static final int GUARD_DIGITS = 20;

	private Apportionment() {
	}

	/**
	 * The parts of a whole.
	 * @param whole what to divide; not below 0
	 * @param weights in proportion to which; none below 0, not all 0
	 * @param scale digits after the point of the parts
	 * @return one part for each weight, in their order; their sum is the whole, rounded
	 * down to the scale. Of parts that rounding took the same from, the first get more
	 */
	static List<BigDecimal> of(BigDecimal whole, List<BigDecimal> weights, int scale) {
		BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		List<BigDecimal> exact = weights.stream()
			.map((weight) -> whole.multiply(weight).divide(sum, scale + GUARD_DIGITS, RoundingMode.DOWN))
			.toList();
		List<BigDecimal> parts = new ArrayList<>(
				exact.stream().map((part) -> part.setScale(scale, RoundingMode.DOWN)).toList());
		BigDecimal rest = whole.setScale(scale, RoundingMode.DOWN)
			.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
		BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
		Comparator<Integer> byLoss = Comparator.comparing((place) -> exact.get(place).subtract(parts.get(place)));
		List<Integer> places = IntStream.range(0, parts.size()).boxed().sorted(byLoss.reversed()).toList();
		int units = rest.movePointRight(scale).intValueExact();
		places.stream().limit(units).forEach((place) -> parts.set(place, parts.get(place).add(unit)));
		return parts;
	}

}
