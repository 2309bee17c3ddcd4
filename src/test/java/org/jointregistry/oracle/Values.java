package org.jointregistry.oracle;

import java.util.Arrays;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The order of values: text by UTF-16 code units, everything else by nature.
 */
final class Values {

	private Values() {
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	static int compare(Object one, Object other) {
		return ((Comparable) one).compareTo(other);
	}

	/**
	 * Compares keys as indexes do.
	 * @return negative, zero or positive
	 */
	static int byCodePoints(String one, String other) {
		return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
	}

	/**
	 * Orders values that may be null, nulls last.
	 * @return a comparator of values of one kind
	 */
	static Comparator<@Nullable Object> nullsLast() {
		return Comparator.nullsLast(Values::compare);
	}

}
