package org.jointregistry.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jointregistry.importing.CsvTable.Line;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.technology.Flowing;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * The rules for what is odd, and what they find.
 */
final class Oddities {

	private static final String SHARES = """
			MATCH (p:Program)<-[n:PARTICIPATES_IN]-()
			WHERE p.key IN $subjects AND p.endYear IS NULL AND n.role <> 'FORMER_PARTNER'
			  AND (n.left IS NULL OR n.left > $today)
			WITH p.key AS key, sum(n.%s) AS value WHERE value > 0 AND value <> 1000000
			RETURN key, value""";

	private static final String FLOWS = """
			MATCH (t:Transfer) WHERE t.key IN $subjects AND %s
			""".formatted(Flowing.condition("t"));

	private static final List<Oddity> RULES = List.of(
			new Oddity("agreements.csv", "FORCE_BEFORE_SIGNATURE", "agreements.csv", "agreement_id",
					"Agreement %s entered into force before it was signed", """
							MATCH (a:Agreement) WHERE a.key IN $subjects AND a.inForce < a.signed
							  AND NOT a.signed STARTS WITH a.inForce
							RETURN a.key AS key"""),
			new Oddity("agreement_parties.csv", "BOUND_BEFORE_SIGNATURE", "agreement_parties.csv", "agreement_id",
					"Agreement %s binds a nation that signed it later", """
							MATCH (a:Agreement)<-[p:PARTY_TO]-() WHERE a.key IN $subjects AND p.since < p.signed
							  AND NOT p.signed STARTS WITH p.since
							RETURN DISTINCT a.key AS key"""),
			new Oddity("agreement_parties.csv", "RATIFIED_BEFORE_SIGNATURE", "agreement_parties.csv", "agreement_id",
					"Agreement %s was ratified by a nation that signed it later", """
							MATCH (a:Agreement)<-[p:PARTY_TO]-() WHERE a.key IN $subjects AND p.ratified < p.signed
							  AND NOT p.signed STARTS WITH p.ratified
							RETURN DISTINCT a.key AS key"""),
			new Oddity("participations.csv", "COST_SHARES_NOT_100", "participations.csv", "program",
					"The cost shares in force of program %s sum to %s percent", SHARES.formatted("costShare")),
			new Oddity("participations.csv", "WORK_SHARES_NOT_100", "participations.csv", "program",
					"The work shares in force of program %s sum to %s percent", SHARES.formatted("workShare")),
			new Oddity("cost_share_keys.csv", "KEY_NOT_100", "cost_share_keys.csv", "key_id",
					"The shares of key %s sum to %s percent", """
							MATCH (k:CostShareKey)<-[b:BEARS]-() WHERE k.key IN $subjects
							WITH k.key AS key, sum(b.share) AS value WHERE value <> 1000000
							RETURN key, value"""),
			new Oddity("workshares.csv", "NO_WORK_SHARE", "programs.csv", "program_id", "Program %s has no work share",
					"""
							MATCH (p:Program) WHERE p.key IN $subjects AND NOT EXISTS { (p)<-[:PART_OF_WORK]-() }
							RETURN p.key AS key"""),
			new Oddity("memberships.csv", "NO_MEMBERS", "communities.csv", "community_id",
					"Community %s has no members", """
							MATCH (c:Community) WHERE c.key IN $subjects AND NOT EXISTS { (c)<-[:MEMBER_OF]-() }
							RETURN c.key AS key"""),
			new Oddity("memberships.csv", "NO_DATES", "memberships.csv", "community_id", "Memberships have no date: %s",
					"""
							MATCH (c:Community)<-[m:MEMBER_OF]-() WHERE c.key IN $subjects AND m.since IS NULL
							WITH count(m) AS memberships WHERE memberships > 0
							RETURN toString(memberships) AS key"""),
			new Oddity("transfers.csv", "TRANSFER_WITHOUT_LICENCE", "transfers.csv", "transfer_id",
					"Transfer %s is under no licence valid on its date, and its regime asks for one", FLOWS + """
							MATCH (regime:ControlRegime {key: t.regime}) WHERE regime.licenceRequired AND NOT EXISTS {
							  MATCH (t)-[:TRANSFERRED_UNDER]->(licence:ExportLicence {state: 'ISSUED'})
							  WHERE coalesce(licence.validFrom <= t.decided, true)
							    AND coalesce(licence.validUntil > t.decided, true)
							}
							RETURN t.key AS key"""),
			new Oddity("transfers.csv", "TRANSFER_WITHOUT_CONSENT", "transfers.csv", "transfer_id",
					"Transfer %s is of a technology with owners, to others than its program's nations,"
							+ " and rests on no consents",
					FLOWS + """
							MATCH (t)-[:UNDER]->(program:Program) MATCH (t)-[:TO]->(to)
							WHERE NOT EXISTS { (t)-[:RESTS_ON]->() }
							  AND NOT EXISTS { (to)-[:SEATED_IN]->*(:Nation)-[:PARTICIPATES_IN]->(program) }
							  AND EXISTS { (t)-[:OF]->()<-[:HOLDS_RIGHT {grant: 'OWNS'}]-(owner) WHERE owner <> to }
							RETURN DISTINCT t.key AS key"""));

	private final TransactionContext graph;

	private final Map<String, ImportSource> sources;

	private final LocalDate today;

	Oddities(TransactionContext graph, Map<String, ImportSource> sources, LocalDate today) {
		this.graph = graph;
		this.sources = sources;
		this.today = today;
	}

	/**
	 * What is odd in a file that was loaded.
	 * @param file the file's name
	 * @return the findings
	 */
	List<Finding> find(String file) {
		return RULES.stream()
			.filter((rule) -> rule.file().equals(file))
			.flatMap((rule) -> apply(rule).stream())
			.toList();
	}

	private List<Finding> apply(Oddity rule) {
		Map<String, List<Long>> lines = lines(rule);
		return this.graph
			.run(rule.statement() + " ORDER BY key", Map.of("subjects", lines.keySet(), "today", this.today.toString()))
			.list(finding(rule, lines));
	}

	private static Function<Record, Finding> finding(Oddity rule, Map<String, List<Long>> lines) {
		return (row) -> {
			String key = row.get("key").asString();
			String value = row.containsKey("value") ? ExactDecimal.fromStored(row.get("value").asLong()).toPlainString()
					: "";
			List<Long> of = lines.getOrDefault(key, List.of());
			boolean one = rule.file().equals(rule.subjectFile()) && of.size() == 1;
			return Finding.oddity(rule.code(), one ? of.getFirst() : null, rule.reason().formatted(key, value));
		};
	}

	private Map<String, List<Long>> lines(Oddity rule) {
		Map<String, List<Long>> lines = new HashMap<>();
		ImportSource source = this.sources.get(rule.subjectFile());
		List<Line> rows = (source != null) ? CsvTable.read(source.content()).lines() : List.of();
		int column = rows.isEmpty() ? -1 : rows.getFirst().cells().indexOf(rule.subjectColumn());
		rows.stream()
			.skip(1)
			.filter((row) -> column >= 0 && column < row.cells().size())
			.forEach((row) -> lines.computeIfAbsent(row.cells().get(column), (key) -> new ArrayList<>())
				.add(row.number()));
		return lines;
	}

}
