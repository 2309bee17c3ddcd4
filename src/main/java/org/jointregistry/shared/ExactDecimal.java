package org.jointregistry.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact decimals as the graph stores them: whole numbers of ten-thousandths, since Neo4j
 * has no decimal type. Order, equality and sums are those of the numbers, without
 * rounding.
 */
public final class ExactDecimal {

	/** Digits after the point. */
	public static final int SCALE = 4;

	/**
	 * Digits before the point, so that each number fits where it is stored. Sums are kept
	 * as wholes and rests.
	 */
	public static final int INTEGER_DIGITS = 14;

	private static final BigDecimal LIMIT = BigDecimal.TEN.pow(INTEGER_DIGITS);

	private ExactDecimal() {
	}

	/**
	 * The number as it is stored.
	 * @param number any number of at most 14 digits before and 4 after the point
	 * @return the number of ten-thousandths
	 * @throws IllegalArgumentException if the number has more digits; the message is for
	 * the person who wrote it
	 */
	public static long toStored(BigDecimal number) {
		if (number.abs().compareTo(LIMIT) >= 0) {
			throw new IllegalArgumentException("has more than " + INTEGER_DIGITS + " digits before the point");
		}
		try {
			return number.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
		}
		catch (ArithmeticException ex) {
			throw new IllegalArgumentException("has more than " + SCALE + " digits after the point", ex);
		}
	}

	/**
	 * The number that is stored.
	 * @param stored a number of ten-thousandths
	 * @return the number, without zeros at its end
	 */
	public static BigDecimal fromStored(long stored) {
		BigDecimal number = BigDecimal.valueOf(stored, SCALE).stripTrailingZeros();
		return (number.scale() < 0) ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
	}

	/**
	 * Reads a number that a person or a program wrote.
	 * @param text decimal digits with an optional sign and point, without exponent
	 * @return the number
	 * @throws IllegalArgumentException if the text is none, or has too many digits; the
	 * message is for the person who wrote it
	 */
	public static BigDecimal parse(String text) {
		if (!text.matches("[+-]?[0-9]{1,40}([.][0-9]{1,40})?")) {
			throw new IllegalArgumentException("is not a decimal number such as 126.25");
		}
		return fromStored(toStored(new BigDecimal(text)));
	}

}
