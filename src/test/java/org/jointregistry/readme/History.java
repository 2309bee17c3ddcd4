package org.jointregistry.readme;

import java.util.Map;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.recording.Scene;
import org.neo4j.driver.Driver;

/**
 * A correction of Heron Link as a registry knows it in which time went by: recorded on
 * the fifth of January 2026, corrected by the registrar on the second of March.
 */
final class History {

	private static final String PROGRAM = "FX-HERON";

	/**
	 * What was last there before was wrong; that it was made so before that is taken out.
	 */
	private static final String LONG_AGO = """
			MATCH (p:Program {key: $key})-[:WAS]->(was)
			WITH p, was ORDER BY was.version
			WITH p, collect(was) AS states
			WITH p, states[0] AS first, states[1] AS second
			DETACH DELETE first
			SET second.recordedFrom = datetime('2026-01-05T08:00:00Z'),
			  second.recordedUntil = datetime('2026-03-02T09:30:00Z'),
			  p.recordedAt = datetime('2026-01-05T08:00:00Z'), p.recordedFrom = datetime('2026-03-02T09:30:00Z')
			WITH p
			MATCH (entry:AuditEntry {recordType: 'Program', recordKey: $key})
			WITH entry ORDER BY entry.key
			WITH collect(entry) AS entries
			WITH entries[0] AS first, entries[1] AS second
			DETACH DELETE first
			SET second.at = datetime('2026-03-02T09:30:00Z')""";

	private static final String CLEAR = """
			MATCH (p:Program {key: $key})
			OPTIONAL MATCH (p)-[:WAS]->(was)
			DETACH DELETE was
			WITH DISTINCT p
			SET p = $properties
			WITH p
			MATCH (entry:AuditEntry {recordType: 'Program', recordKey: $key})
			DETACH DELETE entry""";

	private final Driver driver;

	private final Map<String, Object> properties;

	/**
	 * Makes it so.
	 * @param driver leads to the database of the registry
	 * @param registry the registry
	 */
	History(Driver driver, RegistryClient registry) {
		this.driver = driver;
		this.properties = driver.executableQuery("MATCH (p:Program {key: $key}) RETURN properties(p) AS properties")
			.withParameters(Map.of("key", PROGRAM))
			.execute()
			.records()
			.getFirst()
			.get("properties")
			.asMap();
		long version = (long) this.properties.getOrDefault("version", 0L);
		revise(registry, version, "820000000", "Read wrongly");
		revise(registry, version + 1, "850000000", "The contract was published");
		run(LONG_AGO);
	}

	private static void revise(RegistryClient registry, long version, String amount, String reason) {
		Answer answer = Scene.ask(registry.as("registrar"), "programRevise", "program { id }", Map.of("program",
				Scene.id("Program", PROGRAM), "version", version, "reason", reason, "costAmount", amount));
		if (!Scene.codes(answer).isEmpty()) {
			throw new IllegalStateException(answer.text());
		}
	}

	/** Has everything be as it was before. */
	void clear() {
		run(CLEAR);
	}

	private void run(String cypher) {
		this.driver.executableQuery(cypher)
			.withParameters(Map.of("key", PROGRAM, "properties", this.properties))
			.execute();
	}

}
