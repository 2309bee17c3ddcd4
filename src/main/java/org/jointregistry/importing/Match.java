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
			MATCH (record:%s {key: row.record})
			MERGE (m:ImportMatch {key: row.key})
			ON CREATE SET m.subject = row.subject, m.state = row.state, m.version = 1, m.recordedAt = $at,
			  m.recordedFrom = $at
			SET m.name = row.name, m.nation = row.nation, m.identifiers = row.identifiers, m.file = $file,
			  m.ground = row.ground
			MERGE (m)-[:%s]->(record)""";

	/**
	 * Keeps matches for a registrar. One that is there stays as it was decided, and one
	 * with a record that is not there is not kept.
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

	private Map<String, @Nullable Object> row() {
		String subject = this.about.own().key();
		Map<String, @Nullable Object> row = new HashMap<>();
		row.put("key", subject + "~" + this.record.label() + ":" + this.record.key());
		row.put("subject", subject);
		row.put("record", this.record.key());
		row.put("state", (this.ground == Ground.SAME_NAME) ? "CONFIRMED" : "OPEN");
		row.put("name", this.about.name());
		row.put("nation", this.about.nation());
		row.put("identifiers", this.about.identifiers());
		row.put("ground", this.ground.name());
		return row;
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
