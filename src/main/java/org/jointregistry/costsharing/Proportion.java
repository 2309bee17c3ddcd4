package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ExactDecimal;

/**
 * Parts of wholes.
 */
public final class Proportion {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private Proportion() {
	}

	/**
	 * A part in percent of its whole.
	 * @param part the part; null where unknown
	 * @param whole the whole; null where unknown
	 * @return percent, to a ten-thousandth, half up; null where one is unknown or the
	 * whole is nothing
	 */
	public static @Nullable BigDecimal percent(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
		return (part != null && whole != null && whole.signum() != 0)
				? part.multiply(HUNDRED).divide(whole, ExactDecimal.SCALE, RoundingMode.HALF_UP).stripTrailingZeros()
				: null;
	}

}
