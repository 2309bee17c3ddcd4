package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * A measure in programs alike.
 *
 * @param own what it is compared with
 * @param programs how many programs are alike
 * @param values those that are known
 */
record PeerComparison(Reckoned own, int programs, List<PeerValue> values) {

	public @Nullable BigDecimal median() {
		return Median.of(this.values.stream().map(PeerValue::value).toList()).orElse(null);
	}

	/**
	 * The program's place.
	 * @return 1 for the best; null where its value is not known
	 */
	public @Nullable Integer rank() {
		BigDecimal value = this.own.value();
		return (value != null) ? 1 + (int) this.values.stream().filter((peer) -> isBetter(peer.value(), value)).count()
				: null;
	}

	private boolean isBetter(BigDecimal one, BigDecimal other) {
		int compared = one.compareTo(other);
		return this.own.measure().isBestLow() ? compared < 0 : compared > 0;
	}

	/**
	 * The value of a program alike.
	 *
	 * @param program the program
	 * @param value its value
	 */
	record PeerValue(FoundNode program, BigDecimal value) {

	}

}
