package org.jointregistry.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.recording.Scene;
import org.neo4j.driver.Driver;

import static org.jointregistry.synthetic.Race.reading;

/**
 * What the registry and the bare database are both asked.
 */
final class Races {

	private final GraphqlSession all;

	private final Subjects subjects;

	private final RegistryClient registry;

	private final String program;

	Races(RegistryClient registry, Driver driver) {
		this.registry = registry;
		this.all = registry.claiming((claims) -> claims.subject("all").claim("roles", List.of("REGISTRAR")));
		this.subjects = new Subjects(driver);
		this.program = this.subjects.program();
	}

	/** Questions of records and relations. */
	List<Race> lists() {
		return List.of(lookUp(), participants(), fourDeep(), onePercent());
	}

	/** Insights, at least one of each theme. */
	List<Race> insights() {
		return List.of(costSharing(), technologyFlow(), lineage(), licences(), interoperability(), loss(), similar(),
				awaited(), evaluation());
	}

	private Race lookUp() {
		return reading("point look-up", this.all,
				"{ node(id: \"%s\") { ... on Program { key name status startYear } } }".formatted(id(this.program)),
				"MATCH (p:Program {key: $key}) RETURN p.key AS key, p.name, p.status, p.startYear",
				Map.of("key", this.program), LibraryDocuments.lookUp(this.program));
	}

	private Race participants() {
		return reading("50 programs with participants", this.all, """
				{ programs(first: 50) { nodes { key name participants(first: 50) {
				  edges { role costShare node { key } } } } } }""", """
				MATCH (p:Program) WHERE p.key > '' WITH p ORDER BY p.key LIMIT 50
				RETURN p.key AS key, p.name, COLLECT {
				  MATCH (p)<-[r:PARTICIPATES_IN]-(n:Nation)
				  WITH r, n ORDER BY n.key LIMIT 50
				  RETURN {role: r.role, costShare: r.costShare, key: n.key}
				} AS participants""", Map.of(), LibraryDocuments.participants());
	}

	private Race fourDeep() {
		return reading("four levels with 10 each", this.all, """
				{ programs(first: 10) { nodes { key participants(first: 10) { nodes { key programs(first: 10) {
				  nodes { key workShares(first: 10) { nodes { key } } } } } } } } }""", """
				MATCH (p:Program) WHERE p.key > '' WITH p ORDER BY p.key LIMIT 10
				RETURN p.key AS key, COLLECT {
				  MATCH (p)<-[:PARTICIPATES_IN]-(n:Nation)
				  WITH n ORDER BY n.key LIMIT 10
				  RETURN {key: n.key, programs: COLLECT {
				    MATCH (n)-[:PARTICIPATES_IN]->(q:Program)
				    WITH q ORDER BY q.key LIMIT 10
				    RETURN {key: q.key, work: COLLECT {
				      MATCH (q)<-[:PART_OF_WORK]-(w:WorkShare)
				      WITH w ORDER BY w.key LIMIT 10
				      RETURN {key: w.key}
				    }}
				  }}
				} AS nations""", Map.of(), LibraryDocuments.fourDeep());
	}

	/**
	 * The database is told by which tokens the viewer sees, and finds them in the index.
	 */
	private Race onePercent() {
		String nation = this.subjects.onePercent();
		List<String> tokens = this.subjects.tokens(nation);
		GraphqlSession viewer = this.registry.claiming((claims) -> claims.subject("one in a hundred")
			.claim("roles", List.of("NATIONAL_VIEWER"))
			.claim("nation", nation));
		return reading(
				String.format(Locale.ROOT, "page of contributions for who sees %,d of them",
						this.subjects.seen(nation)),
				viewer, "{ contributions(first: 50) { nodes { key amount currency } } }", """
						UNWIND $tokens AS token
						CALL (token) {
						  MATCH (c)-[r:RELEASED_TO]->()
						  WHERE r.scope = 'Contribution/' + token AND r.key > ''
						  RETURN c ORDER BY r.key LIMIT 50
						}
						WITH DISTINCT c ORDER BY c.key LIMIT 50
						RETURN c.key AS key, c.currency, CASE
						  WHEN c.figuresTo IS NULL OR any(token IN c.figuresTo WHERE token IN $tokens) THEN c.amount
						END AS amount""", Map.of("tokens", tokens), LibraryDocuments.contributions(tokens));
	}

	private Race costSharing() {
		return reading("money: cost sharing of a program", this.all, """
				{ costSharing(program: "%s") { parties { party { key }
				  money { currency pledged called paid } } } }""".formatted(id(this.program)), """
				MATCH (p:Program {key: $key})<-[:PARTICIPATES_IN]-(n:Nation)
				OPTIONAL MATCH (n)-[:CONTRIBUTES]->(c:Contribution)-[:TOWARDS]->(p)
				WHERE NOT EXISTS { (c)<-[:SUPERSEDES|REVERSES]-() }
				WITH n, c.currency AS currency, sum(CASE c.kind WHEN 'PLEDGED' THEN c.amount END) AS pledged,
				  sum(CASE c.kind WHEN 'CALLED' THEN c.amount END) AS called,
				  sum(CASE c.kind WHEN 'PAID' THEN c.amount END) AS paid
				WITH n, collect({currency: currency, pledged: pledged, called: called, paid: paid}) AS money
				RETURN n.key AS key, money ORDER BY key""", Map.of("key", this.program),
				LibraryDocuments.costSharing(this.program));
	}

	/** From who holds rights to a nation: no record is met twice. */
	private Race technologyFlow() {
		String from = this.subjects.contractor();
		String to = this.subjects.receiver(from);
		return reading("technology: flow of up to four hops", this.all, """
				{ technologyFlow(from: "%s", to: "%s", maxHops: 4, limit: 100) {
				  paths { steps { to { key } } } } }""".formatted(Scene.id("Contractor", from), Scene.id("Nation", to)),
				"""
						MATCH (a:Contractor {key: $from}), (b:Nation {key: $to})
						CALL (a, b) {
						  MATCH flow = (a)<-[:FROM]-()-[:TO]->(b) RETURN flow
						  UNION ALL
						  MATCH flow = (a)-[:HOLDS_RIGHT]->()<-[:USES]-()<-[:PARTICIPATES_IN]-(b) RETURN flow
						  UNION ALL
						  MATCH flow = (a)-[:HOLDS_RIGHT]->()<-[:DERIVED_FROM]-()<-[:USES]-()<-[:PARTICIPATES_IN]-(b) RETURN flow
						  UNION ALL
						  MATCH flow = (a)<-[:FROM]-()-[:OF]->()<-[:USES]-()<-[:PARTICIPATES_IN]-(b) RETURN flow
						  UNION ALL
						  MATCH flow = (a)<-[:FROM]-(x)-[:TO]->(c)<-[:FROM]-(y)-[:TO]->(b)
						  WHERE x <> y AND c <> a AND c <> b RETURN flow
						}
						WITH flow ORDER BY length(flow), [n IN nodes(flow) | n.key] LIMIT 100
						RETURN [n IN tail(nodes(flow)) | {key: n.key}] AS steps""",
				Map.of("from", from, "to", to), LibraryDocuments.technologyFlow(from, to));
	}

	private Race lineage() {
		String technology = this.subjects.technology();
		return reading("technology: what is inside one", this.all,
				"{ technologyLineage(technology: \"%s\") { inside { depth technology { key } } } }"
					.formatted(Scene.id("Technology", technology)),
				"""
						MATCH way = (:Technology {key: $key})-[:DERIVED_FROM*0..]->(x)
						WITH x, min(length(way)) AS depth
						RETURN x.key AS key, depth ORDER BY depth, key""", Map.of("key", technology),
				new LibraryWork.None("It follows relations as deep as the document nests them, and not to their end."));
	}

	private Race licences() {
		YearMonth month = this.subjects.endings();
		String from = month.atDay(1).toString();
		String to = month.atEndOfMonth().toString();
		return reading("licences: what ends within a month", this.all, """
				{ licenceEndings(from: "%s", to: "%s") { endings { licence { key }
				  transfers { transfer { key } stops } } } }""".formatted(from, to), """
				MATCH (l:ExportLicence)
				WHERE l.state = 'ISSUED' AND l.validUntil >= $from AND l.validUntil <= $to
				WITH l ORDER BY l.validUntil, l.key LIMIT 100
				RETURN l.key AS key, COLLECT {
				  MATCH (l)<-[:TRANSFERRED_UNDER]-(t:Transfer)
				  WHERE t.status IN ['BLOCKED_THEN_RELEASED', 'COMPLETED', 'IN_FORCE', 'PARTLY_DISPUTED', 'REDUCED']
				  RETURN {key: t.key, stops: NOT EXISTS {
				    MATCH (t)-[:TRANSFERRED_UNDER]->(other) WHERE other <> l AND other.validUntil > l.validUntil }}
				} AS transfers""", Map.of("from", from, "to", to),
				new LibraryWork.None("Its filters compare no date of a record with that of another."));
	}

	private Race interoperability() {
		List<String> three = this.subjects.programs(3);
		return reading("interoperability: standards of three programs", this.all, """
				{ interoperability(among: {programs: ["%s", "%s", "%s"]}) { standards { standard { key }
				  implementedBy { key } missingFrom { key } } } }""".formatted(three.stream().map(Races::id).toArray()),
				"""
						UNWIND $keys AS key
						MATCH (p:Program {key: key})
						WITH collect(p) AS three
						UNWIND three AS p
						MATCH (p)-[r:IMPLEMENTS]->(s:Standard) WHERE r.status <> 'PLANNED'
						WITH s, three, collect(DISTINCT p) AS have
						RETURN s.key AS key, [p IN have | {key: p.key}] AS have,
						  [p IN three WHERE NOT p IN have | {key: p.key}] AS lack ORDER BY key""",
				Map.of("keys", three),
				new LibraryWork.None("It tells what each program has, and not what it lacks of what the others have."));
	}

	private Race loss() {
		String contractor = this.subjects.contractor();
		return reading("dependence: what goes with a contractor", this.all,
				"{ lossOf(party: \"%s\", limit: 1000) { records { record { key } steps } } }"
					.formatted(Scene.id("Contractor", contractor)),
				"""
						MATCH (c:Contractor {key: $key})
						CALL (c) {
						  MATCH (c)<-[:PERFORMED_BY]-(w:WorkShare)-[:PART_OF_WORK]->(p)
						  WHERE coalesce(w.since <= $today, true) AND coalesce(w.until > $today, true)
						  UNWIND [w, p] AS lost RETURN lost
						  UNION
						  MATCH (c)-[r:HOLDS_RIGHT]->(lost)
						  WHERE coalesce(r.since <= $today, true) AND coalesce(r.until > $today, true) RETURN lost
						  UNION
						  MATCH (c)-[r:HOLDS_RIGHT]->()<-[d:DERIVED_FROM|USES]-(lost) WHERE d.until IS NULL
						    AND coalesce(r.since <= $today, true) AND coalesce(r.until > $today, true) RETURN lost
						  UNION
						  MATCH (c)<-[:SUBSIDIARY_OF]-{1,2}(lost) RETURN lost
						  UNION
						  MATCH (c)<-[:SUBSIDIARY_OF]-()<-[:PERFORMED_BY]-(lost:WorkShare)
						  WHERE coalesce(lost.since <= $today, true) AND coalesce(lost.until > $today, true) RETURN lost
						  UNION
						  MATCH (c)<-[:SUBSIDIARY_OF]-()-[r:HOLDS_RIGHT]->(lost)
						  WHERE coalesce(r.since <= $today, true) AND coalesce(r.until > $today, true) RETURN lost
						}
						RETURN lost.key AS key""",
				Map.of("key", contractor, "today", LocalDate.now(ZoneOffset.UTC).toString()),
				new LibraryWork.None("It brings what was found by several ways into no list without repetition."));
	}

	private Race similar() {
		return reading("redundancy: the 20 programs most like one", this.all,
				"""
						{ similarPrograms(program: "%s", limit: 20) { alike { program { key } } } }"""
					.formatted(id(this.program)),
				"""
						MATCH (p:Program {key: $key})
						CALL (p) {
						  MATCH (p)-[:USES]->(t)<-[:USES]-(q) RETURN q, t, null AS n
						  UNION ALL
						  MATCH (p)<-[a:PARTICIPATES_IN]-(n)-[b:PARTICIPATES_IN]->(q)
						  WHERE a.left IS NULL AND b.left IS NULL RETURN q, null AS t, n
						}
						WITH p, q, count(DISTINCT t) AS technologies, count(DISTINCT n) AS partners
						WHERE q <> p AND (technologies > 0 OR q.domain = p.domain)
						  AND coalesce(q.startYear <= p.endYear, true) AND coalesce(p.startYear <= q.endYear, true)
						RETURN q.key AS key ORDER BY technologies DESC, partners DESC, key LIMIT 20""",
				Map.of("key", this.program),
				new LibraryWork.None("It orders by no count of what two records have in common."));
	}

	private Race awaited() {
		return reading("governance: decisions that await votes", this.all, """
				{ decisions(where: {awaits: {some: {}}}, first: 50) { nodes { key proposed awaits(first: 10) {
				  nodes { key } } } } }""", """
				MATCH (d:Decision) WHERE d.key > '' AND EXISTS { (d)-[:AWAITS_VOTE_OF]->() }
				WITH d ORDER BY d.key LIMIT 50
				RETURN d.key AS key, d.proposed, COLLECT {
				  MATCH (d)-[:AWAITS_VOTE_OF]->(n) WITH n ORDER BY n.key LIMIT 10 RETURN {key: n.key}
				} AS awaits""", Map.of(), LibraryDocuments.awaited());
	}

	private Race evaluation() {
		return reading("evaluation: a program by the four indicators", this.all, """
				{ programEvaluation(program: "%s") { indicators { indicator told { measure unit change
				  evaluations { key asOf value } } } } }""".formatted(id(this.program)), """
				MATCH (:Program {key: $key})<-[:EVALUATES_PROGRAM]-(e:Evaluation)
				WITH e ORDER BY e.asOf
				RETURN e.indicator, e.measure, e.unit, collect({key: e.key, asOf: e.asOf, value: e.value}) AS told""",
				Map.of("key", this.program), LibraryDocuments.evaluation(this.program));
	}

	private static String id(String program) {
		return Scene.id("Program", program);
	}

}
