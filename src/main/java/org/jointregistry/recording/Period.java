package org.jointregistry.recording;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/**
 * A time from a day to another, each as precisely as it is known, or not at all: an
 * unknown beginning has always been, an unknown end never comes.
 *
 * @param from the first day; null where unknown
 * @param until the first day after it; null where it lasts
 */
public record Period(@Nullable String from, @Nullable String until) {

	private static final String FIRST_DAY = "-01-01";

	private static final int FULL_DATE = 10;

	private static final int MONTH = 7;

	/** No date is later, so that what ends in this year lasts. */
	private static final String LAST_YEAR = "9999";

	/**
	 * A time whose last day is told.
	 * @param from the first day; null where unknown
	 * @param last the last day of it; null where it lasts. Where only the month or the
	 * year is known, the last of that
	 * @return the time
	 */
	public static Period through(@Nullable String from, @Nullable String last) {
		return new Period(from, (last != null && !last.startsWith(LAST_YEAR)) ? after(last) : null);
	}

	private static String after(String last) {
		return switch (last.length()) {
			case FULL_DATE -> LocalDate.parse(last).plusDays(1).toString();
			case MONTH -> YearMonth.parse(last).plusMonths(1).toString();
			default -> Year.parse(last).plusYears(1).toString();
		};
	}

	/**
	 * Whether it ends before it begins, as precisely as both are known.
	 * @return false where one of both is unknown
	 */
	public boolean isReversed() {
		if (this.from == null || this.until == null) {
			return false;
		}
		int known = Math.min(this.from.length(), this.until.length());
		return this.until.substring(0, known).compareTo(this.from.substring(0, known)) < 0;
	}

	/**
	 * Whether it has no day at all, as one whose last day is before its first.
	 * @return false where one of both is unknown
	 */
	boolean isEmpty() {
		return this.from != null && this.until != null && day(this.until).compareTo(day(this.from)) <= 0;
	}

	/**
	 * Whether there is a day of both.
	 * @param other another time
	 * @return true where they share a day
	 */
	public boolean overlaps(Period other) {
		return beginsBefore(other) && other.beginsBefore(this);
	}

	private boolean beginsBefore(Period other) {
		return this.from == null || other.until == null || day(this.from).compareTo(day(other.until)) < 0;
	}

	/** A date that is known to the year or the month counts from its first day. */
	private static String day(String date) {
		return (date + FIRST_DAY).substring(0, FULL_DATE);
	}

}
