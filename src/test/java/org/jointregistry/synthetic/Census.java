package org.jointregistry.synthetic;

import java.util.Map;
import java.util.TreeMap;

import org.neo4j.driver.Driver;

/**
 * How many nodes of each label and relationships of each type a database has. Left out
 * are locks, the ends of audit chains and the allowances of clients: the registry makes
 * these once, and not with each command.
 *
 * @param counts by label, and by type with an arrow before it
 */
record Census(Map<String, Long> counts) {

	private static final String COUNT = """
			MATCH (n) WHERE NOT n:Lock AND NOT n:AuditChain AND NOT n:Allowance
			UNWIND labels(n) AS label
			RETURN label AS name, count(*) AS count
			UNION ALL
			MATCH ()-[r]->()
			RETURN '>' + type(r) AS name, count(*) AS count""";

	static Census of(Driver driver) {
		Map<String, Long> counts = new TreeMap<>();
		driver.executableQuery(COUNT)
			.execute()
			.records()
			.forEach((row) -> counts.put(row.get("name").asString(), row.get("count").asLong()));
		return new Census(counts);
	}

	/**
	 * What came since an earlier census.
	 * @param earlier the census before
	 * @return differences, none of which is zero
	 */
	Map<String, Long> since(Census earlier) {
		Map<String, Long> added = new TreeMap<>(this.counts);
		earlier.counts.forEach((name, count) -> added.merge(name, -count, Long::sum));
		added.values().removeIf((count) -> count == 0);
		return added;
	}

}
