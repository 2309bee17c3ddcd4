package org.jointregistry.read;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The values of a statement, under names that are numbered in the order in which a
 * selection is walked: equal plans name their values alike.
 */
final class Parameters {

	private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

	/**
	 * Takes a value in.
	 * @param value as it is stored; may be null
	 * @return its name
	 */
	String add(@Nullable Object value) {
		String name = "p" + this.values.size();
		this.values.put(name, value);
		return name;
	}

	/**
	 * All values.
	 * @return by name
	 */
	Map<String, @Nullable Object> values() {
		return this.values;
	}

}
