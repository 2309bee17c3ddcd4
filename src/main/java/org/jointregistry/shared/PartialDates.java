package org.jointregistry.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Dates as precisely as they are known, by their text: {@code 2019}, {@code 2019-07} or
 * {@code 2019-07-17}. Their order as text is their order in time, a date known only to
 * the year or the month counting from its first day.
 */
public final class PartialDates {

	private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

	private static final int YEAR = 4;

	private static final int MONTH = 7;

	/** What a year lacks to its first day. */
	private static final String FIRST = "-01-01";

	private PartialDates() {
	}

	/**
	 * Checks that a text is a date that exists.
	 * @param text what was written
	 * @return the same text
	 * @throws IllegalArgumentException if it is no such date; the message is for the
	 * person who wrote it
	 */
	public static String parse(String text) {
		Matcher parts = FORM.matcher(text);
		if (!parts.matches()) {
			throw new IllegalArgumentException("is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD");
		}
		try {
			LocalDate.of(Integer.parseInt(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("is a date that does not exist", ex);
		}
		return text;
	}

	/**
	 * The first day of a date.
	 * @param date a date that exists, as precisely as it is known
	 * @return the day
	 */
	public static String firstDay(String date) {
		return date + FIRST.substring(date.length() - YEAR);
	}

	/**
	 * The last day of a date.
	 * @param date a date that exists, as precisely as it is known
	 * @return the day
	 */
	public static String lastDay(String date) {
		LocalDate first = LocalDate.parse(firstDay(date));
		return (switch (date.length()) {
			case YEAR -> first.with(TemporalAdjusters.lastDayOfYear());
			case MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
			default -> first;
		}).toString();
	}

	/**
	 * How many days lie between two dates, each counting from its first day.
	 * @param from the earlier date; null where unknown
	 * @param until the later date; null where unknown
	 * @return 0 for the same day; empty where one is unknown, and where the later one
	 * would come first because it is known less well
	 */
	public static OptionalLong findDays(@Nullable String from, @Nullable String until) {
		if (from == null || until == null) {
			return OptionalLong.empty();
		}
		long days = ChronoUnit.DAYS.between(LocalDate.parse(firstDay(from)), LocalDate.parse(firstDay(until)));
		return (days < 0) ? OptionalLong.empty() : OptionalLong.of(days);
	}

	private static int number(@Nullable String digits) {
		return (digits != null) ? Integer.parseInt(digits) : 1;
	}

}
