package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What the statement of an {@link Insight} returned: nested lists.
 */
public final class Returned {

	private Returned() {
	}

	/**
	 * A list.
	 * @param value where the statement returned a list
	 * @return the list
	 */
	public static List<?> list(@Nullable Object value) {
		return (List<?>) Objects.requireNonNull(value);
	}

	/**
	 * A list of lists.
	 * @param value where the statement returned a list of lists
	 * @return the lists
	 */
	public static List<List<?>> lists(@Nullable Object value) {
		List<List<?>> lists = new ArrayList<>();
		list(value).forEach((element) -> lists.add(list(element)));
		return lists;
	}

}
