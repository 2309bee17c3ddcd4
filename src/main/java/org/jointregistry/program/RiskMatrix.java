package org.jointregistry.program;

import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * Scores risks: likelihood times impact, each from 1 to 5.
 */
public final class RiskMatrix {

	private static final List<String> LIKELIHOODS = List.of("RARE", "UNLIKELY", "POSSIBLE", "LIKELY", "ALMOST_CERTAIN");

	private static final List<String> IMPACTS = List.of("NEGLIGIBLE", "MINOR", "MODERATE", "MAJOR", "SEVERE");

	private RiskMatrix() {
	}

	/**
	 * The score of a risk.
	 * @param likelihood a {@code RiskLikelihood} of the schema
	 * @param impact a {@code RiskImpact} of the schema
	 * @return from 1 to 25; empty where one of both is none
	 */
	public static OptionalInt findScore(@Nullable String likelihood, @Nullable String impact) {
		int likely = rank(LIKELIHOODS, likelihood);
		int harmful = rank(IMPACTS, impact);
		return (likely > 0 && harmful > 0) ? OptionalInt.of(likely * harmful) : OptionalInt.empty();
	}

	private static int rank(List<String> values, @Nullable String value) {
		return (value != null) ? values.indexOf(value) + 1 : 0;
	}

}
