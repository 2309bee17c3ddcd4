package org.jointregistry.synthetic;

import java.util.List;
import java.util.Map;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/**
 * What the benchmark asks about: records of a loaded registry that are neither empty nor
 * out of the ordinary.
 */
final class Subjects {

	/** The tokens by which a nation sees records, as of today. */
	private static final String TOKENS = """
			MATCH (n:Nation {key: $nation})
			RETURN ['public', 'nation:' + n.key]
			  + [(n)-[m:MEMBER_OF]->(c) WHERE m.until IS NULL | 'community:' + c.key]
			  + [(n)-[p:PARTICIPATES_IN]->(x) WHERE p.left IS NULL | 'partner:' + x.key]
			  + [(n)-[a:PARTY_TO]->(g) WHERE a.until IS NULL AND a.since IS NOT NULL | 'party:' + g.key] AS tokens""";

	private static final String SEEN = """
			UNWIND $tokens AS token
			MATCH (:Audience {token: token})<-[r:RELEASED_TO]-(c:Contribution)
			RETURN count(DISTINCT c) AS seen""";

	private final Driver driver;

	Subjects(Driver driver) {
		this.driver = driver;
	}

	/** A program with about 50 contributions. */
	String program() {
		return programs(1).getFirst();
	}

	/** Programs, those with about 50 contributions first. */
	List<String> programs(int count) {
		return keys("""
				MATCH (p:Program)<-[:TOWARDS]-(c) WHERE p.key STARTS WITH 'FX-G-'
				WITH p, count(c) AS entries ORDER BY abs(entries - 50), p.key LIMIT $count
				RETURN p.key AS key""", Map.of("count", count));
	}

	/** A nation that stays in a program. */
	String partner(String program) {
		return keys("""
				MATCH (:Program {key: $program})<-[r:PARTICIPATES_IN]-(n) WHERE r.left IS NULL
				RETURN n.key AS key ORDER BY key LIMIT 1""", Map.of("program", program)).getFirst();
	}

	/** A technology that was derived from much. */
	String technology() {
		return keys("""
				MATCH (t:Technology)-[:DERIVED_FROM]->{1,4}(x) WHERE t.key STARTS WITH 'FX-G-'
				WITH t, count(DISTINCT x) AS inside ORDER BY abs(inside - 20), t.key LIMIT 1
				RETURN t.key AS key""", Map.of()).getFirst();
	}

	/** A contractor with some rights and some work. */
	String contractor() {
		return keys("""
				MATCH (c:Contractor) WHERE c.key STARTS WITH 'FX-G-'
				WITH c, COUNT { (c)-[:HOLDS_RIGHT]->() } AS rights, COUNT { (c)<-[:PERFORMED_BY]-() } AS works
				ORDER BY abs(rights - 3) + abs(works - 6), c.key LIMIT 1
				RETURN c.key AS key""", Map.of()).getFirst();
	}

	/** The nation that sees most nearly one contribution in a hundred. */
	String onePercent() {
		long all = this.driver.executableQuery("MATCH (c:Contribution) RETURN count(c) AS all")
			.execute()
			.records()
			.getFirst()
			.get("all")
			.asLong();
		String nearest = "";
		double least = Double.MAX_VALUE;
		for (String nation : keys("MATCH (n:Nation) WHERE (n)-[:CONTRIBUTES]->() RETURN n.key AS key", Map.of())) {
			double off = Math.abs(Math.log(Math.max(1, seen(nation)) * 100.0 / all));
			if (off < least) {
				least = off;
				nearest = nation;
			}
		}
		return nearest;
	}

	/** How many contributions a nation sees. */
	long seen(String nation) {
		return run(SEEN, Map.of("tokens", tokens(nation))).getFirst().get("seen").asLong();
	}

	List<String> tokens(String nation) {
		return run(TOKENS, Map.of("nation", nation)).getFirst().get("tokens").asList((token) -> token.asString());
	}

	private List<String> keys(String statement, Map<String, Object> parameters) {
		return run(statement, parameters).stream().map((row) -> row.get("key").asString()).toList();
	}

	private List<Record> run(String statement, Map<String, Object> parameters) {
		return this.driver.executableQuery(statement).withParameters(parameters).execute().records();
	}

}
