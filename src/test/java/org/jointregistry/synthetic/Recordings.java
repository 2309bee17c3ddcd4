package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.recording.Scene;
import org.neo4j.driver.Driver;

/**
 * Contributions that are recorded by the registry and by the bare database. The database
 * writes the same nodes, their relations and to whom they are released, in one statement.
 */
final class Recordings {

	/** What a manager calls for, of one partner after the other. */
	private static final String STATEMENT = """
			UNWIND $rows AS row
			MATCH (p:Program {key: row.program})
			MATCH (n:Nation {key: row.nation})
			CREATE (c:Contribution {key: row.key, kind: 'CALLED', form: 'CASH', amount: 1000000, currency: 'EUR',
			  marking: 'PARTNERS', releasableTo: [], industryReleasable: false, fictional: true, version: 1,
			  recordedBy: 'bare', recordedAt: datetime(), recordedFrom: datetime()})
			CREATE (c)-[:TOWARDS]->(p)
			CREATE (n)-[:CONTRIBUTES]->(c)
			CREATE (:AuditEntry {key: 'bare/' + row.key, at: datetime(), record: row.key})
			WITH c, row, ['partner:' + row.program, 'office:' + row.program, 'nation:' + row.nation] AS tokens
			SET c.releasedTo = tokens
			FOREACH (token IN [token IN tokens WHERE NOT token IN coalesce(p.`Program<TOWARDS<Contribution/`, [])] |
			  SET p.`Program<TOWARDS<Contribution/` = coalesce(p.`Program<TOWARDS<Contribution/`, []) + [token])
			WITH c, row, tokens
			CALL (c, row, tokens) {
			  UNWIND tokens + ['*'] AS token
			  MATCH (a:Audience {token: token})
			  FOREACH (once IN CASE WHEN token = '*' THEN [] ELSE [1] END |
			    CREATE (c)-[:RELEASED_TO {scope: 'Contribution/' + token, key: c.key}]->(a))
			  WITH token, a
			  UNWIND [['Program<TOWARDS<', row.program], ['Nation>CONTRIBUTES>', row.nation]] AS place
			  CREATE (c)-[:RELEASED_AT {scope: place[0] + 'Contribution/' + token, at: place[1], key: c.key}]->(a)
			}
			WITH count(*) AS written
			CREATE (:IdempotencyRecord {key: $command})
			RETURN written""";

	private static final LibraryWork NOT_BY_LIBRARY = new LibraryWork.None(
			"It writes no entry of an audit trail, no release and no key of repetition with what it creates.");

	private static final int PROGRAMS = 50;

	private final List<String> programs;

	private final Map<String, String> partners = new HashMap<>();

	private final GraphqlSession manager;

	private final AtomicInteger turn = new AtomicInteger();

	Recordings(RegistryClient registry, Driver driver) {
		Subjects subjects = new Subjects(driver);
		this.programs = subjects.programs(PROGRAMS);
		this.programs.forEach((program) -> this.partners.put(program, subjects.partner(program)));
		this.manager = registry.claiming((claims) -> claims.subject("manager")
			.claim("roles", List.of("PROGRAM_MANAGER"))
			.claim("programs", this.programs));
	}

	Race one() {
		return race("record a contribution", 1, """
				mutation ($input: ContributionRecordInput!) { contributionRecord(input: $input) {
				  contribution { id } errors { code } } }""");
	}

	Race batch() {
		return race("record 1,000 contributions", 1_000, """
				mutation ($input: ContributionBatchRecordInput!) { contributionBatchRecord(input: $input) {
				  contributions { id } errors { code } } }""");
	}

	private Race race(String name, int count, String document) {
		return new Race(name, this.manager, document, () -> Map.of("input", input(count)), STATEMENT,
				() -> parameters(count), true, NOT_BY_LIBRARY);
	}

	private Map<String, Object> input(int count) {
		String program = next();
		String key = UUID.randomUUID().toString();
		if (count == 1) {
			Map<String, Object> entry = entry(program);
			entry.put("idempotencyKey", key);
			return entry;
		}
		List<Map<String, Object>> entries = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			entries.add(entry(program));
		}
		return Map.of("idempotencyKey", key, "contributions", entries);
	}

	private Map<String, Object> entry(String program) {
		return new HashMap<>(
				Map.of("program", Scene.id("Program", program), "contributor", Scene.id("Nation", partner(program)),
						"kind", "CALLED", "form", "CASH", "amount", "100", "currency", "EUR"));
	}

	private Map<String, Object> parameters(int count) {
		String program = next();
		String command = UUID.randomUUID().toString();
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			rows.add(Map.of("program", program, "nation", partner(program), "key", "BARE-" + command + "-" + i));
		}
		return Map.of("rows", rows, "command", "bare/" + command);
	}

	private String partner(String program) {
		return String.valueOf(this.partners.get(program));
	}

	private String next() {
		return this.programs.get(Math.floorMod(this.turn.getAndIncrement(), this.programs.size()));
	}

}
