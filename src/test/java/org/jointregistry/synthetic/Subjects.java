package org.jointregistry.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.access.ViewerTokens;
import org.jointregistry.shared.CypherText;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What the benchmark asks about: records of a loaded registry that are neither empty nor
 * out of the ordinary.
 */
final class Subjects {

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

	/** A contractor with some rights, one at least, and some work. */
	String contractor() {
		return keys("""
				MATCH (c:Contractor) WHERE c.key STARTS WITH 'FX-G-' AND EXISTS { (c)-[:HOLDS_RIGHT]->() }
				WITH c, COUNT { (c)-[:HOLDS_RIGHT]->() } AS rights, COUNT { (c)<-[:PERFORMED_BY]-() } AS works
				ORDER BY abs(rights - 3) + abs(works - 6), c.key LIMIT 1
				RETURN c.key AS key""", Map.of()).getFirst();
	}

	/**
	 * A nation that takes part in a program that uses what a contractor has a right to.
	 */
	String receiver(String contractor) {
		return keys("""
				MATCH (:Contractor {key: $contractor})-[:HOLDS_RIGHT]->()<-[:USES]-()<-[:PARTICIPATES_IN]-(n)
				RETURN DISTINCT n.key AS key ORDER BY key LIMIT 1""", Map.of("contractor", contractor)).getFirst();
	}

	/** The month in which most licences end under which something was transferred. */
	YearMonth endings() {
		return YearMonth.parse(keys("""
				MATCH (l:ExportLicence)
				WHERE l.state = 'ISSUED' AND size(l.validUntil) = 10 AND EXISTS { (l)<-[:TRANSFERRED_UNDER]-() }
				WITH substring(l.validUntil, 0, 7) AS key, count(*) AS licences ORDER BY licences DESC, key LIMIT 1
				RETURN key""", Map.of()).getFirst());
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

	/** The tokens that a nation's viewer holds today, as the policy has them. */
	List<String> tokens(String nation) {
		Viewer viewer = new Viewer("benchmark", Set.of(Role.NATIONAL_VIEWER), nation, null, Set.of());
		String statement = CypherText.of(Cypher.returning(ViewerTokens.expression(viewer.kind()).as("tokens")).build());
		return run(statement, ViewerTokens.parameters(viewer, LocalDate.now(ZoneOffset.UTC))).getFirst()
			.get("tokens")
			.asList(Value::asString);
	}

	private List<String> keys(String statement, Map<String, Object> parameters) {
		return run(statement, parameters).stream().map((row) -> row.get("key").asString()).toList();
	}

	private List<Record> run(String statement, Map<String, Object> parameters) {
		return this.driver.executableQuery(statement).withParameters(parameters).execute().records();
	}

}
