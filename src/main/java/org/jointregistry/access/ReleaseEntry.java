package org.jointregistry.access;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An entry of an index of {@link ReleaseStore}: a relationship from a record to an
 * audience that finds it there.
 *
 * @param type of the relationship
 * @param scope what is found and by whom
 * @param place the key of the node at which it is found, or the word; empty where it is
 * found in the list of all
 */
public record ReleaseEntry(String type, String scope, String place) {

	Map<String, Object> of(ReleaseStore.Node node) {
		Map<String, Object> facts = new HashMap<>(Map.of("scope", this.scope, "key", node.key()));
		switch (this.type) {
			case ReleaseStore.RELEASED_AT -> facts.put("at", this.place);
			case ReleaseStore.FOUND_BY -> facts.put("word", this.place);
			default -> {
				// The list of all has no place
			}
		}
		return Map.of("id", node.id(), "type", this.type, "facts", facts);
	}

	boolean isAt(ReleasePlace at) {
		return this.type.equals(ReleaseStore.RELEASED_AT) && this.scope.startsWith(at.scope());
	}

	/**
	 * Where a record is found, besides the list of all.
	 *
	 * @param scope what stands before a token in the entry's scope
	 * @param at the key of the node at which it is found
	 * @param keeper the node's element id; null where it keeps no audiences
	 */
	public record Place(String scope, String at, @Nullable String keeper) {

	}

}
