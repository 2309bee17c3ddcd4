package org.jointregistry.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.jointregistry.recording.Period;
import org.jointregistry.recording.Writing;

/**
 * An agreement as the graph has it, held for one writer.
 *
 * @param key its key
 * @param facts its values as the graph stores them
 * @param parts the parts that nations have in it, whether or not the viewer sees them
 * @param steps the stages that it reached, in the order in which they were recorded
 */
record AgreementOnRecord(String key, Map<String, Object> facts, List<Part> parts, List<Step> steps) {

	private static final String PUBLIC = "PUBLIC";

	private static final String READ = """
			MATCH (agreement:Agreement {key: $key})
			RETURN properties(agreement) AS facts, COLLECT {
			  MATCH (nation:Nation)-[part:PARTY_TO]->(agreement)
			  RETURN part {.key, .needed, .signed, .ratified, .since, .until, nation: nation.key} ORDER BY part.key
			} AS parts, COLLECT {
			  MATCH (step:AgreementStep)-[:STEP_OF]->(agreement)
			  WHERE NOT EXISTS { (step)<-[:REVERSES_STEP]-() }
			  RETURN step {.*} ORDER BY step.recordedAt, step.key
			} AS steps
			""";

	/**
	 * The names under which writers of the lives of agreements wait for each other.
	 * @param writing the mutation
	 * @return one for each agreement that it names
	 */
	static List<String> locks(Writing writing) {
		return writing.entries()
			.stream()
			.flatMap((entry) -> entry.findNamed("agreement").stream())
			.map((agreement) -> lock(agreement.key()))
			.toList();
	}

	/**
	 * The name under which writers of the life of one agreement wait for each other.
	 * @param key the agreement's key
	 * @return the same as for the times of its parts
	 */
	static String lock(String key) {
		return "Agreement/" + key;
	}

	/**
	 * Reads an agreement as other writers left it: its name is held.
	 * @param writing the mutation
	 * @param key the agreement's key
	 * @return the agreement
	 */
	static AgreementOnRecord read(Writing writing, String key) {
		Record row = writing.transaction().run(READ, Map.of("key", key)).single();
		return new AgreementOnRecord(key, row.get("facts").asMap(), row.get("parts").asList(AgreementOnRecord::part),
				row.get("steps").asList(AgreementOnRecord::step));
	}

	private static Step step(Value step) {
		return new Step(step.get("key").asString(), Stage.valueOf(step.get("stage").asString()),
				step.get("date").asString(), step.asMap());
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
	 * The stage that it was at before a step.
	 * @param step a step that stands
	 * @return null where it was the first
	 */
	@Nullable Stage stageBefore(Step step) {
		int place = this.steps.indexOf(step);
		return (place > 0) ? this.steps.get(place - 1).stage() : null;
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
	 * The last day on which an earlier part of the same nation in it ended: another
	 * begins no earlier.
	 * @param part a part in it
	 * @return null where no earlier one has ended
	 */
	@Nullable String endBefore(Part part) {
		return this.parts.stream()
			.filter((other) -> other.nation().equals(part.nation()) && !other.key().equals(part.key()))
			.flatMap((other) -> Stream.ofNullable(other.until()))
			.filter((end) -> part.until() == null || end.compareTo(part.until()) < 0)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	/**
	 * Whether it reached a stage, or was signed, later than a day.
	 * @param date a partial date
	 * @return false where that may have been on the same day
	 */
	boolean wentOnAfter(String date) {
		return Stream.concat(this.steps.stream().map(Step::date), Stream.ofNullable(text("signed")))
			.anyMatch((stage) -> new Period(stage, date).isReversed());
	}

	/**
	 * To whom it is released with more nations, so that they can sign what they see.
	 * @param nations codes of nations
	 * @return empty where it is released to them already
	 */
	Optional<List<String>> findReleaseTo(Stream<String> nations) {
		if (Objects.equals(this.facts.getOrDefault("marking", PUBLIC), PUBLIC)) {
			return Optional.empty();
		}
		Set<String> released = new TreeSet<>();
		if (this.facts.get("releasableTo") instanceof List<?> tokens) {
			tokens.forEach((token) -> released.add(String.valueOf(token)));
		}
		boolean more = released.addAll(nations.map("nation:"::concat).toList());
		return more ? Optional.of(List.copyOf(released)) : Optional.empty();
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
