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

	private boolean complete;

	/**
	 * Takes a value in.
	 * @param value as it is stored; may be null
	 * @return its name
	 * @throws IllegalStateException after {@link #all}
	 */
	String add(@Nullable Object value) {
		if (this.complete) {
			throw new IllegalStateException("A statement that is kept gets no further value");
		}
		String name = "p" + this.values.size();
		this.values.put(name, value);
		return name;
	}

	/**
	 * All values, to which none is added any more.
	 * @return by name
	 */
	Map<String, @Nullable Object> all() {
		this.complete = true;
		return this.values;
	}

}
