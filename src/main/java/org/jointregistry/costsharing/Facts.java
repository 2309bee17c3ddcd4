package org.jointregistry.costsharing;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Gathers the facts of a record in their order, and leaves out what is unknown.
 */
final class Facts {

	private final Map<String, Object> known = new LinkedHashMap<>();

	Facts add(String name, @Nullable Object value) {
		if (value != null) {
			this.known.put(name, value);
		}
		return this;
	}

	Facts addAll(Map<String, Object> facts) {
		this.known.putAll(facts);
		return this;
	}

	Map<String, Object> known() {
		return this.known;
	}

}
