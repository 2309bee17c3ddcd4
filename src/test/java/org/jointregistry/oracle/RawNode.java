package org.jointregistry.oracle;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A node as bare facts.
 *
 * @param type its object type
 * @param key unique among nodes of the type
 * @param facts values by field, without the key: text, whole numbers, decimals, truth
 * values, instants, lists of text or null
 */
record RawNode(String type, String key, Map<String, @Nullable Object> facts) {

	Ref ref() {
		return new Ref(this.type, this.key);
	}

	@Nullable Object fact(String field) {
		return field.equals("key") ? this.key : this.facts.get(field);
	}

	RawNode with(String field, @Nullable Object value) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.facts);
		changed.put(field, value);
		return new RawNode(this.type, this.key, changed);
	}

	/**
	 * What names a node.
	 *
	 * @param type its object type
	 * @param key among nodes of the type
	 */
	record Ref(String type, String key) {

	}

}
