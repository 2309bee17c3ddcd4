package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.jointregistry.costsharing.Proportion;
import org.jointregistry.shared.ExactDecimal;

/**
 * How something is spread over nations.
 *
 * @param parts how much each has, by the nation's key; none is below 0
 */
record Spread(Map<String, BigDecimal> parts) {

	BigDecimal whole() {
		return ExactDecimal.plain(this.parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
	}

	/**
	 * A part in percent of the whole.
	 * @param nation key of a nation that has one
	 * @return to a ten-thousandth; null where the whole is nothing
	 */
	@Nullable BigDecimal share(String nation) {
		return Proportion.percent(this.parts.get(nation), whole());
	}

	/**
	 * The nation with the largest part.
	 * @return its key; null where several have it
	 */
	@Nullable String largest() {
		BigDecimal most = most();
		List<String> those = this.parts.keySet()
			.stream()
			.filter((nation) -> most.compareTo(this.parts.getOrDefault(nation, BigDecimal.ZERO)) == 0)
			.toList();
		return (those.size() == 1) ? those.getFirst() : null;
	}

	@Nullable BigDecimal largestShare() {
		return Proportion.percent(most(), whole());
	}

	private BigDecimal most() {
		return this.parts.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
	}

	/**
	 * The sum of the squares of the parts (Herfindahl index).
	 * @return from 0 to 1, to a ten-thousandth, half up; null where the whole is nothing
	 */
	@Nullable BigDecimal concentration() {
		BigDecimal whole = whole();
		if (whole.signum() == 0) {
			return null;
		}
		return ExactDecimal.plain(this.parts.values()
			.stream()
			.map((part) -> part.divide(whole, MathContext.DECIMAL128).pow(2))
			.reduce(BigDecimal.ZERO, BigDecimal::add)
			.setScale(ExactDecimal.SCALE, RoundingMode.HALF_UP));
	}

}
