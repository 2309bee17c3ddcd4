package org.jointregistry.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

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
	 * in parts.
	 */
	public static final int INTEGER_DIGITS = 14;

	/** What one whole is stored as. */
	public static final int UNIT = 10_000;

	/** How many wholes are summed apart from the others: see {@link #fromSums}. */
	public static final int MANY = 10_000_000;

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
		if (!isStorable(number)) {
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
	 * Whether a number has no more digits than can be stored.
	 * @param number a number of at most 4 digits after the point
	 * @return false where it has more than 14 before it
	 */
	public static boolean isStorable(BigDecimal number) {
		return number.abs().compareTo(LIMIT) < 0;
	}

	/**
	 * The number that is stored.
	 * @param stored a number of ten-thousandths
	 * @return the number, without zeros at its end
	 */
	public static BigDecimal fromStored(long stored) {
		return plain(BigDecimal.valueOf(stored, SCALE));
	}

	/**
	 * The sum of stored numbers, whose parts were summed apart so that no sum overflows:
	 * not before there are more numbers than a database holds.
	 * @param parts three sums: of the numbers divided by {@link #UNIT} and {@link #MANY},
	 * of what remained of the first division by {@link #MANY}, and of what remained of
	 * the numbers themselves
	 * @return the sum, without zeros at its end
	 */
	public static BigDecimal fromSums(List<?> parts) {
		BigDecimal many = BigDecimal.valueOf((Long) parts.get(0)).multiply(BigDecimal.valueOf(MANY));
		BigDecimal wholes = BigDecimal.valueOf((Long) parts.get(1));
		return plain(many.add(wholes).add(BigDecimal.valueOf((Long) parts.get(2), SCALE)));
	}

	/**
	 * The same number as people write it.
	 * @param number any number
	 * @return the number without zeros at its end and without an exponent
	 */
	public static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
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
