package org.jointregistry.oracle;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A relationship as bare facts.
 *
 * @param type of the relationship
 * @param from where it starts
 * @param to where it ends
 * @param key unique among relationships; null where it carries no facts
 * @param facts values by field
 */
record RawEdge(String type, RawNode.Ref from, RawNode.Ref to, @Nullable String key,
		Map<String, @Nullable Object> facts) {

	@Nullable Object fact(String field) {
		return this.facts.get(field);
	}

	RawEdge with(String field, @Nullable Object value) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.facts);
		changed.put(field, value);
		return new RawEdge(this.type, this.from, this.to, this.key, changed);
	}

	boolean touches(RawNode.Ref node) {
		return this.from.equals(node) || this.to.equals(node);
	}

}
