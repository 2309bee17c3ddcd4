package org.jointregistry.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What was reckoned of one program.
 *
 * @param measure what it is
 * @param currency of money; null for what is none
 * @param value the value; null where nothing is known to reckon it from
 * @param records from how many records
 * @param years the same of single years
 */
record Reckoned(Measure measure, @Nullable String currency, @Nullable BigDecimal value, int records,
		List<YearOfMeasure> years) {

	/**
	 * Whether another is the same measure of another program.
	 * @param other any
	 * @return true where both may be compared
	 */
	boolean isAlike(Reckoned other) {
		return this.measure == other.measure && Objects.equals(this.currency, other.currency);
	}

	/**
	 * A value of one year.
	 *
	 * @param year the year
	 * @param value the value
	 */
	record YearOfMeasure(int year, BigDecimal value) {

	}

}
