package org.jointregistry.program;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

import org.jointregistry.recording.Period;
import org.jointregistry.recording.Writing;

/**
 * A program at a stage of a scheme, as the graph has it.
 *
 * @param key of the relationship
 * @param sequence the stage's place in its scheme, from 1
 * @param entered when the program entered it; null where unknown
 * @param gateResult what was decided at its gate; null where nothing is known
 */
record StageOnRecord(String key, long sequence, @Nullable String entered, @Nullable String gateResult) {

	private static final Set<String> HELD = Set.of("DEFERRED", "NOT_PASSED");

	private static final String REACHED = """
			MATCH (:Program {key: $program})-[at:AT_STAGE]->(stage:LifecycleStage {scheme: $scheme})
			RETURN at.key AS key, stage.sequence AS sequence, at.entered AS entered, at.gateResult AS gateResult
			ORDER BY sequence, entered, key
			""";

	/**
	 * The stages of a scheme that a program has reached.
	 * @param writing the mutation that asks
	 * @param program the program's key
	 * @param scheme the scheme
	 * @return the earliest first
	 */
	static List<StageOnRecord> reached(Writing writing, String program, String scheme) {
		return writing.transaction()
			.run(REACHED, Map.of("program", program, "scheme", scheme))
			.list(StageOnRecord::read);
	}

	private static StageOnRecord read(Record row) {
		return new StageOnRecord(row.get("key").asString(), row.get("sequence").asLong(),
				row.get("entered").asString(null), row.get("gateResult").asString(null));
	}

	/**
	 * Whether what is decided at a gate keeps a program from going on.
	 * @param gateResult what is decided; null where nothing is
	 * @return true where it was deferred or not passed
	 */
	static boolean holdsBack(@Nullable String gateResult) {
		return gateResult != null && HELD.contains(gateResult);
	}

	/**
	 * Whether the program is known to have come to stages of a scheme in another order
	 * than theirs.
	 * @param sequence the place of another stage of the scheme
	 * @param date when the program enters that; null where unknown
	 * @return true where one comes later and was entered earlier
	 */
	boolean isOutOfOrderWith(long sequence, @Nullable String date) {
		return this.sequence < sequence && new Period(this.entered, date).isReversed()
				|| this.sequence > sequence && new Period(date, this.entered).isReversed();
	}

}
