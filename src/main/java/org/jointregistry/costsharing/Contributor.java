package org.jointregistry.costsharing;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.jointregistry.read.GlobalId;

/**
 * Who contributes.
 *
 * @param type what kind of party
 * @param key its key among parties of the type
 */
record Contributor(Type type, String key) {

	/**
	 * The contributor that a global id names.
	 * @param id a type and a key
	 * @return empty for a type that does not contribute
	 */
	static Optional<Contributor> findContributor(GlobalId id) {
		return Arrays.stream(Type.values())
			.filter((type) -> type.label.equals(id.type()))
			.findFirst()
			.map((type) -> new Contributor(type, id.key()));
	}

	/**
	 * Codes of the nations that a contribution of this party names.
	 * @return its own code, or nothing
	 */
	Set<String> nations() {
		return switch (this.type) {
			case NATION -> Set.of(this.key);
			case COMMUNITY, CONTRACTOR, INSTITUTION, HUB -> Set.of();
		};
	}

	/**
	 * Keys of the organizations that a contribution of this party names.
	 * @return its own key, or nothing
	 */
	Set<String> organizations() {
		return switch (this.type) {
			case CONTRACTOR, INSTITUTION, HUB -> Set.of(this.key);
			case NATION, COMMUNITY -> Set.of();
		};
	}

	/**
	 * Types of parties that contribute, with the label that their nodes have.
	 */
	enum Type {

		NATION("Nation"), COMMUNITY("Community"), CONTRACTOR("Contractor"), INSTITUTION("Institution"),
		HUB("InnovationHub");

		private final String label;

		Type(String label) {
			this.label = label;
		}

		String label() {
			return this.label;
		}

	}

}
