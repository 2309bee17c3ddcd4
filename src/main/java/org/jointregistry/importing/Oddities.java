package org.jointregistry.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.technology.FlowFindings;
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
			new Oddity("program_stages.csv", "STAGES_OUT_OF_ORDER", "program_stages.csv", "program",
					"Program %s came to a stage of a scheme before an earlier one of it", """
							MATCH (p:Program)-[a:AT_STAGE]->(s:LifecycleStage) WHERE p.key IN $subjects
							MATCH (p)-[b:AT_STAGE]->(t:LifecycleStage {scheme: s.scheme})
							WHERE s.sequence < t.sequence AND b.entered < a.entered
							  AND NOT a.entered STARTS WITH b.entered
							RETURN DISTINCT p.key AS key"""),
			new Oddity("program_stages.csv", "GATE_NOT_PASSED", "program_stages.csv", "program",
					"Program %s went on from a stage whose gate was deferred or not passed", """
							MATCH (p:Program)-[a:AT_STAGE]->(s:LifecycleStage) WHERE p.key IN $subjects
							MATCH (p)-[:AT_STAGE]->(t:LifecycleStage {scheme: s.scheme})
							WHERE s.sequence < t.sequence AND a.gateResult IN ['DEFERRED', 'NOT_PASSED']
							RETURN DISTINCT p.key AS key"""),
			new Oddity("milestones.csv", "REACHED_IN_THE_FUTURE", "milestones.csv", "milestone_id",
					"Milestone %s is said to be reached on a day that is still to come", """
							MATCH (m:Milestone) WHERE m.key IN $subjects AND m.actual > $today
							RETURN m.key AS key"""),
			new Oddity("work_packages.csv", "PACKAGES_ABOVE_100", "work_packages.csv", "program",
					"The work packages of program %s that are part of no other sum to %s percent", """
							MATCH (p:Program)<-[:PACKAGE_OF]-(w:WorkPackage) WHERE p.key IN $subjects
							  AND w.state <> 'CANCELLED' AND NOT EXISTS { (w)-[:PART_OF_PACKAGE]->() }
							WITH p.key AS key, sum(w.share) AS value WHERE value > 1000000
							RETURN key, value"""),
			new Oddity("work_packages.csv", "PACKAGES_ABOVE_100", "work_packages.csv", "parent",
					"The parts of work package %s sum to %s percent", """
							MATCH (w:WorkPackage)<-[:PART_OF_PACKAGE]-(part:WorkPackage) WHERE w.key IN $subjects
							  AND part.state <> 'CANCELLED'
							WITH w.key AS key, sum(part.share) AS value WHERE value > 1000000
							RETURN key, value"""),
			new Oddity("work_packages.csv", "PACKAGE_WITHIN_ITSELF", "work_packages.csv", "package_id",
					"Work package %s is a part of itself, by way of others or not", """
							MATCH (w:WorkPackage) WHERE w.key IN $subjects
							  AND EXISTS { (w)-[:PART_OF_PACKAGE]->+(w) }
							RETURN w.key AS key"""),
			new Oddity("ownerships.csv", "OWNERS_ABOVE_100", "ownerships.csv", "entity_id",
					"The known owners of contractor %s have %s percent of it", """
							MATCH (c:Contractor)<-[o:OWNS]-() WHERE c.key IN $subjects
							WITH c.key AS key, sum(o.share) AS value WHERE value > 1000000
							RETURN key, value"""),
			new Oddity("ownerships.csv", "OWNS_ITSELF", "ownerships.csv", "entity_id",
					"Contractor %s owns itself, by way of others or not", """
							MATCH (c:Contractor) WHERE c.key IN $subjects AND EXISTS { (c)-[:OWNS]->+(c) }
							RETURN c.key AS key"""),
			new Oddity("derivations.csv", "DERIVED_FROM_ITSELF", "derivations.csv", "technology",
					"Technology %s is derived from itself, by way of others or not", """
							MATCH (t:Technology) WHERE t.key IN $subjects AND EXISTS { (t)-[:DERIVED_FROM]->+(t) }
							RETURN t.key AS key"""),
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
					"Transfer %s is under no licence valid on its date, and its regime asks for one or is unknown",
					FlowFindings.WITHOUT_LICENCE),
			new Oddity("transfers.csv", "TRANSFER_WITHOUT_CONSENT", "transfers.csv", "transfer_id",
					"Transfer %s lacks the consent of a nation that it asks, or that a request for it would ask",
					FlowFindings.WITHOUT_CONSENT));

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
		CsvTable table = (source != null) ? CsvTable.read(source.content())
				: new CsvTable(List.of(), List.of(), List.of());
		int column = table.header().indexOf(rule.subjectColumn());
		table.lines()
			.stream()
			.filter((row) -> column >= 0 && column < row.cells().size())
			.forEach((row) -> lines.computeIfAbsent(row.cells().get(column), (key) -> new ArrayList<>())
				.add(row.number()));
		return lines;
	}

}
