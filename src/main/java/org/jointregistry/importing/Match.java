package org.jointregistry.importing;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

import org.jointregistry.recording.NodeRef;

/**
 * A row of a published file and a record that it may be about.
 *
 * @param about what the row is about
 * @param record the record
 * @param ground why it may be that
 */
record Match(Identity about, NodeRef record, Ground ground) {

	private static final String KEEP = """
			UNWIND $rows AS row
			MATCH (record:%%s {key: row.record})
			MERGE (m:ImportMatch {key: row.key})
			ON CREATE SET m.state = 'OPEN', m.version = 0, m.recordedAt = $at
			WITH m, record, row
			WHERE m.state = 'OPEN' AND (m.version = 0 OR %s)
			FOREACH (old IN CASE WHEN m.version > 0 THEN [m] ELSE [] END |
			  CREATE (old)-[:WAS]->(was:Was)
			  SET was = properties(old), was.recordedUntil = $at)
			SET m += row.facts, m.file = $file, m.version = m.version + 1, m.recordedFrom = $at
			MERGE (m)-[:%%s]->(record)""".formatted(GraphWriter.DIFFERS.formatted("m"));

	/**
	 * Keeps matches for a registrar. One that is decided stays as it is, one that is open
	 * changes where the row says otherwise, which is a version of its own (sentence 21),
	 * and one with a record that is not there is not kept.
	 * @param graph a transaction
	 * @param matches the matches
	 * @param file name of the file that the rows stand in
	 * @param at when
	 */
	static void keep(TransactionContext graph, List<Match> matches, String file, ZonedDateTime at) {
		matches.stream()
			.collect(Collectors.groupingBy((match) -> match.record.label()))
			.forEach((label, same) -> graph
				.run(KEEP.formatted(label, label.equals("Program") ? "MAY_BE_PROGRAM" : "MAY_BE_ORGANIZATION"),
						Map.of("rows", same.stream().map(Match::row).toList(), "file", file, "at", at))
				.consume());
	}

	private Map<String, Object> row() {
		String subject = this.about.own().key();
		Map<String, @Nullable Object> facts = new HashMap<>();
		facts.put("subject", subject);
		facts.put("state", (this.ground == Ground.SAME_NAME) ? "CONFIRMED" : "OPEN");
		facts.put("name", this.about.name());
		facts.put("nation", this.about.nation());
		facts.put("identifiers", this.about.identifiers());
		facts.put("ground", this.ground.name());
		return Map.of("key", subject + "~" + this.record.label() + ":" + this.record.key(), "record", this.record.key(),
				"facts", facts);
	}

	boolean isCertain() {
		return this.ground == Ground.SAME_IDENTIFIER || this.ground == Ground.SAME_NAME;
	}

	String told() {
		return this.record.label() + " '" + this.record.key() + "'";
	}

	/** Why a row may be about a record. */
	enum Ground {

		/** An identifier is the same. */
		SAME_IDENTIFIER,

		/** The names and nations are the same, and no identifier speaks against it. */
		SAME_NAME,

		/** The names and nations are the same, and identifiers are not. */
		SAME_NAME_OTHER_IDENTIFIER,

		/** The names are nearly the same. */
		NEAR_NAME,

		/** There are several. */
		SEVERAL,

		/** The acronym of a project is the key of a program. */
		SAME_ACRONYM

	}

}
