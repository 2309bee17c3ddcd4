package org.jointregistry.program;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.PartialDates;

/**
 * How a milestone stands to its baseline. A date known only to the year or the month may
 * be any day of it: where that leaves open whether the milestone is late, nothing is
 * said.
 *
 * @param baseline the date that it is held against; null where there is none
 * @param forecast when it is expected; null where unknown
 * @param actual when it was reached; null while it is not
 */
public record Punctuality(@Nullable String baseline, @Nullable String forecast, @Nullable String actual) {

	private static final int FULL_DATE = 10;

	/**
	 * The milestone's standing, {@code MilestoneStanding} in the schema.
	 * @return empty where there is nothing to compare, or it cannot be told
	 */
	public Optional<String> standing() {
		return (this.actual != null) ? compared(this.actual, "KEPT", "LATE")
				: compared(this.forecast, "ON_TRACK", "SLIPPING");
	}

	private Optional<String> compared(@Nullable String date, String kept, String late) {
		if (this.baseline == null || date == null) {
			return Optional.empty();
		}
		String last = PartialDates.lastDay(this.baseline);
		if (PartialDates.firstDay(date).compareTo(last) > 0) {
			return Optional.of(late);
		}
		return (PartialDates.lastDay(date).compareTo(last) <= 0) ? Optional.of(kept) : Optional.empty();
	}

	/**
	 * Days from the baseline to when it was reached.
	 * @return a whole number, negative where it was early; empty where one of both is not
	 * known to the day
	 */
	public Optional<BigDecimal> daysLate() {
		if (!isDay(this.baseline) || !isDay(this.actual)) {
			return Optional.empty();
		}
		return Optional.of(BigDecimal
			.valueOf(ChronoUnit.DAYS.between(LocalDate.parse(this.baseline), LocalDate.parse(this.actual))));
	}

	private static boolean isDay(@Nullable String date) {
		return date != null && date.length() == FULL_DATE;
	}

}
