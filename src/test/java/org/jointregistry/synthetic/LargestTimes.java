package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.read.GlobalId;
import org.neo4j.driver.Driver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long insights take about the largest nations and the largest program of the
 * registry, where what was planted is small: for those who see everything and for a
 * viewer of the nation that takes part in most.
 */
final class LargestTimes {

	private static final double NANOS_OF_A_MILLISECOND = 1e6;

	private final Map<String, String> documents = new LinkedHashMap<>();

	private final List<String> nations;

	/**
	 * Finds what is largest.
	 * @param driver connects to the database
	 */
	LargestTimes(Driver driver) {
		this.nations = largest(driver, "MATCH (n:Nation)-[:PARTICIPATES_IN]->() RETURN n.key AS key, count(*) AS size");
		String nation = id("Nation", this.nations.getFirst());
		String program = id("Program", largest(driver, """
				MATCH (:Nation {key: '%s'})-[r:PARTICIPATES_IN]->(n:Program)<-[:TOWARDS]-()
				WHERE r.role <> 'FORMER_PARTNER' AND r.left IS NULL AND n.marking IN ['PUBLIC', 'PARTNERS']
				RETURN n.key AS key, count(*) AS size""".formatted(this.nations.getFirst())).getFirst());
		String regime = id("ControlRegime",
				largest(driver,
						"MATCH (n:Transfer) WHERE n.regime IS NOT NULL RETURN n.regime AS key, count(*) AS size")
					.getFirst());
		String four = this.nations.stream()
			.map((key) -> '"' + id("Nation", key) + '"')
			.reduce((one, other) -> one + ", " + other)
			.orElseThrow();
		ask("lossOf", "(party: \"%s\") { recordCount records { steps record { id } } }", nation);
		ask("controlChanges", "(nation: \"%s\", limit: 20) { changes { supplier { key } } }", nation);
		ask("regimeDependence", "(nation: \"%s\", regime: \"%s\") { technologies under }", nation, regime);
		ask("interoperability", "(among: {nations: [%s]}) { standards { standard { key } shared } }", four);
		ask("pendingActions", "(limit: 20) { actions { kind } }");
		ask("unlicensedTransfers", "(limit: 20) { hasMore }");
		ask("bridges", "(limit: 20) { bridges { pairs organization { id } } }");
		ask("similarPrograms", "(program: \"%s\") { alike { program { key } partners { key } } }", program);
		ask("doubleFunding", "(program: \"%s\") { cases { contractor { key } other { key } } }", program);
		ask("costSharing", "(program: \"%s\") { totals { currency } }", program);
		ask("contributions", "(first: 50) { nodes { amount } }");
	}

	private void ask(String insight, String rest, Object... values) {
		this.documents.put(insight, "{ " + insight + rest.formatted(values) + " }");
	}

	private static List<String> largest(Driver driver, String sizes) {
		return driver.executableQuery(sizes + " ORDER BY size DESC, key LIMIT 4")
			.execute()
			.records()
			.stream()
			.map((row) -> row.get("key").asString())
			.toList();
	}

	private static String id(String type, String key) {
		return new GlobalId(type, key).encoded();
	}

	/**
	 * Asks each several times.
	 * @param registry that is asked
	 * @param times how often, after the first time; the later half counts
	 * @return a table with a row for each, in Markdown
	 */
	String table(RegistryClient registry, int times) {
		GraphqlSession registrar = registry.as("registrar");
		GraphqlSession viewer = registry.claiming(
				(claims) -> claims.claim("roles", List.of("NATIONAL_VIEWER")).claim("nation", this.nations.getFirst()));
		StringBuilder table = new StringBuilder("""

				| about the largest | registrar, first ms | then: median ms | viewer, first ms | then: median ms |
				| --- | ---: | ---: | ---: | ---: |
				""");
		this.documents.forEach((insight, document) -> table.append(String.format(Locale.ROOT, "| %s |%s%s%n", insight,
				told(registrar, document, times), told(viewer, document, times))));
		return table.toString();
	}

	private static String told(GraphqlSession asker, String document, int times) {
		double first = time(asker, document);
		List<Double> warm = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			warm.add(time(asker, document));
		}
		List<Double> later = warm.subList(times / 2, times);
		double median = later.stream().sorted().skip(later.size() / 2).findFirst().orElseThrow();
		return String.format(Locale.ROOT, " %.0f | %.0f |", first, median);
	}

	private static double time(GraphqlSession asker, String document) {
		long begun = System.nanoTime();
		Answer answer = asker.query(document);
		double took = (System.nanoTime() - begun) / NANOS_OF_A_MILLISECOND;
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return took;
	}

}
