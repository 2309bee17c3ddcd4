package org.jointregistry.read;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.RegistryException;

/**
 * The two forms of a value: as the graph stores it and as the schema's scalars take and
 * give it.
 */
final class StoredValue {

	/** What completes a year to its first day, and its beginning a month. */
	static final String FIRST_DAY = "-01-01";

	/** Characters of a date known to the day. */
	static final int FULL_DATE = 10;

	private StoredValue() {
	}

	/**
	 * A value of an input as the graph stores it.
	 * @param kind the scalar's kind
	 * @param operator how it is compared
	 * @param value as the scalar parsed it
	 * @return what to compare stored values with
	 * @throws RegistryException with {@link ErrorCode#BAD_INPUT} for a text with half a
	 * character, which the database would take for a question mark
	 */
	static Object forComparison(FilterKind kind, Filter.Operator operator, Object value) {
		return switch (value) {
			case String text when text.codePoints().anyMatch(StoredValue::isHalf) -> throw new RegistryException(
					ErrorCode.BAD_INPUT, "A text has half a character: a surrogate without its pair");
			case Collection<?> values ->
				values.stream().map((element) -> forComparison(kind, operator, element)).toList();
			case String date when kind == FilterKind.PARTIAL_DATE && operator.isBound() -> firstDay(date);
			case BigDecimal number -> ExactDecimal.toStored(number);
			case OffsetDateTime instant -> instant.toZonedDateTime();
			case String text when operator == Filter.Operator.CONTAINS || operator == Filter.Operator.STARTSWITH ->
				text.toLowerCase(Locale.ROOT);
			default -> value;
		};
	}

	private static boolean isHalf(int character) {
		return Character.getType(character) == Character.SURROGATE;
	}

	/**
	 * The first day of a date that may be known only to the year or the month.
	 */
	private static String firstDay(String date) {
		return (date + FIRST_DAY).substring(0, FULL_DATE);
	}

	/**
	 * A stored value as the schema's scalar gives it.
	 * @param kind the scalar's kind
	 * @param stored what the graph holds
	 * @return the value; null for null
	 */
	static @Nullable Object forAnswer(FilterKind kind, @Nullable Object stored) {
		return switch (stored) {
			case null -> null;
			case Long number when kind == FilterKind.DECIMAL -> ExactDecimal.fromStored(number);
			case Long number -> Math.toIntExact(number);
			case ZonedDateTime instant -> instant.toOffsetDateTime();
			default -> stored;
		};
	}

}
