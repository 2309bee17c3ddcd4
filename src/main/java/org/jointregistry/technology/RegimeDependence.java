package org.jointregistry.technology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;
import org.jointregistry.shared.ExactDecimal;

/**
 * How much of what a nation's programs use is under the consent of one regime, as
 * {@code schema/licence-insight.graphqls} describes it.
 *
 * @param nation whose programs
 * @param regime which regime
 * @param technologies how many they use
 * @param under how many of these are under its consent
 * @param dependents what is, by program and technology
 */
record RegimeDependence(FoundNode nation, FoundNode regime, int technologies, int under,
		List<RegimeDependent> dependents) {

	public @Nullable BigDecimal share() {
		return (this.technologies == 0) ? null
				: BigDecimal.valueOf(100L * this.under)
					.divide(BigDecimal.valueOf(this.technologies), ExactDecimal.SCALE, RoundingMode.HALF_UP)
					.stripTrailingZeros();
	}

	/**
	 * A technology that a program uses under the regime's consent.
	 *
	 * @param program the program
	 * @param technology the technology
	 * @param arrivals how it or what is inside it came, at least one
	 */
	record RegimeDependent(FoundNode program, FoundNode technology, List<Arrival> arrivals) {

	}

	/**
	 * How something came to a program.
	 *
	 * @param technology what came
	 * @param depth derivations between that and what the program uses
	 * @param transfer by which it came
	 */
	record Arrival(FoundNode technology, long depth, FoundNode transfer) {

	}

}
