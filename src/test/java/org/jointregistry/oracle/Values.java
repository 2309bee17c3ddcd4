package org.jointregistry.oracle;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The order of values: text by code points, everything else by nature.
 */
final class Values {

	private Values() {
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	static int compare(Object one, Object other) {
		if (one instanceof String text) {
			return compare(text, (String) other);
		}
		return ((Comparable) one).compareTo(other);
	}

	private static int compare(String one, String other) {
		int[] left = one.codePoints().toArray();
		int[] right = other.codePoints().toArray();
		return java.util.Arrays.compare(left, right);
	}

	/**
	 * Orders values that may be null, nulls last.
	 * @return a comparator of values of one kind
	 */
	static Comparator<@Nullable Object> nullsLast() {
		return Comparator.nullsLast(Values::compare);
	}

}
