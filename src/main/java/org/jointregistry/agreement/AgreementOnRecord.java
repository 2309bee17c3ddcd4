package org.jointregistry.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.jointregistry.recording.Writing;

/**
 * An agreement as the graph has it, held for one writer.
 *
 * @param key its key
 * @param facts its values as the graph stores them
 * @param parts the parts that nations have in it, whether or not the viewer sees them
 */
record AgreementOnRecord(String key, Map<String, Object> facts, List<Part> parts) {

	private static final String READ = """
			MATCH (agreement:Agreement {key: $key})
			RETURN properties(agreement) AS facts, COLLECT {
			  MATCH (nation:Nation)-[part:PARTY_TO]->(agreement)
			  RETURN part {.key, .needed, .signed, .ratified, .since, .until, nation: nation.key} ORDER BY part.key
			} AS parts
			""";

	/**
	 * Holds an agreement until the transaction ends, so that what is judged by its parts
	 * is as other writers left them.
	 * @param writing the mutation
	 * @param key the agreement's key
	 * @return the agreement
	 */
	static AgreementOnRecord hold(Writing writing, String key) {
		writing.lock(List.of("Agreement/" + key));
		Record row = writing.transaction().run(READ, Map.of("key", key)).single();
		return new AgreementOnRecord(key, row.get("facts").asMap(), row.get("parts").asList(AgreementOnRecord::part));
	}

	private static Part part(Value part) {
		return new Part(part.get("key").asString(""), part.get("nation").asString(),
				part.get("needed").asBoolean(false), part.get("signed").asString(null),
				part.get("ratified").asString(null), part.get("since").asString(null),
				part.get("until").asString(null));
	}

	/**
	 * A text of it.
	 * @param field the field's name
	 * @return null where there is none
	 */
	@Nullable String text(String field) {
		return (String) this.facts.get(field);
	}

	/**
	 * What brings it into force.
	 * @return empty where it is kept as history
	 */
	Optional<Terms> findTerms() {
		return Optional.ofNullable(text("entryIntoForce"))
			.map((rule) -> new Terms(EntryIntoForce.valueOf(rule),
					(this.facts.get("partiesNeeded") instanceof Long number) ? number.intValue() : 0,
					text("forceDate")));
	}

	/**
	 * The stage that it has reached.
	 * @return null where none was recorded
	 */
	@Nullable Stage stage() {
		String stage = text("stage");
		return (stage != null) ? Stage.valueOf(stage) : null;
	}

	/**
	 * A part in it.
	 * @param key the relationship's own key
	 * @return empty where there is none
	 */
	Optional<Part> findPart(String key) {
		return this.parts.stream().filter((part) -> part.key().equals(key)).findFirst();
	}

	/**
	 * All parts in it, one of them changed.
	 * @param changed the part as it is after a step
	 * @return the parts, in the same order
	 */
	List<Part> partsWith(Part changed) {
		return this.parts.stream().map((part) -> part.key().equals(changed.key()) ? changed : part).toList();
	}

	/**
	 * Whether it says what binds its parties by dates that follow from its life, or is
	 * kept as history, whose unknown dates limit nothing.
	 * @param part a part in it
	 * @return whether the part binds its nation, on any day
	 */
	boolean binds(Part part) {
		return part.since() != null || findTerms().isEmpty();
	}

	/**
	 * Whether its terms stand.
	 * @return true once somebody signed or is bound, or it is in force
	 */
	boolean isSigned() {
		return text("inForce") != null
				|| this.parts.stream().anyMatch((part) -> part.signed() != null || part.since() != null);
	}

}
