package org.jointregistry.events;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.neo4j.driver.Driver;

/**
 * Records contributions of Germany to a fictional program in which Germany and Italy take
 * part and the United States does not.
 */
public final class Ledger {

	static final String PROGRAM = id("Program:FX-OSPREY");

	private static final String RECORD = """
			mutation ($input: ContributionRecordInput!) { contributionRecord(input: $input) {
			  contribution { key } errors { code } } }
			""";

	private static final String CLEAR = """
			MATCH (made) WHERE made:IdempotencyRecord OR made:AuditEntry OR made.key STARTS WITH 'CR-'
			DETACH DELETE made
			""";

	private static final String LEAVE = """
			MATCH (:Nation {key: 'ITA'})-[part:PARTICIPATES_IN]->(:Program {key: 'FX-OSPREY'})
			SET part.leftBefore = part.left, part.left = toString(date() - duration({days: 1}))
			""";

	private static final String RETURN = """
			MATCH (:Nation {key: 'ITA'})-[part:PARTICIPATES_IN]->(:Program {key: 'FX-OSPREY'})
			SET part.left = part.leftBefore REMOVE part.leftBefore
			""";

	private final Driver driver;

	private final RegistryClient registry;

	public Ledger(Driver driver, RegistryClient registry) {
		this.driver = driver;
		this.registry = registry;
	}

	static String id(String node) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(node.getBytes());
	}

	/** The key of a contribution that is recorded now. */
	String record(String marking) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("idempotencyKey", UUID.randomUUID().toString(),
				"program", PROGRAM, "contributor", id("Nation:DEU"), "kind", "CALLED", "form", "CASH", "amount", "5",
				"currency", "EUR", "marking", marking));
		Answer answer = this.registry.as("manager-efa").query(RECORD, Map.of("input", input));
		String key = answer.data("/contributionRecord/contribution/key").asString("");
		if (key.isEmpty()) {
			throw new IllegalStateException(answer.text());
		}
		return key;
	}

	/** A program that everyone sees, whose figures and agreement only the office sees. */
	void openProgram() {
		clearProgram();
		run("CREATE (:Agreement {key: 'FX-EVT-SECRET', title: 'Secret', marking: 'ORIGINATOR', releasableTo: [], releasedTo: []})");
		ask("programOpen",
				Map.of("key", "FX-EVT", "name", "Event", "domain", "AIR", "kind", "R_AND_T", "status", "ACTIVE",
						"costAmount", "5", "costCurrency", "EUR", "marking", "PUBLIC", "figuresMarking", "ORIGINATOR",
						"fictional", true));
	}

	void reviseProgram(int version, Map<String, Object> changes) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", id("Program:FX-EVT"), "version", version, "reason", "It is so"));
		input.putAll(changes);
		ask("programRevise", input);
	}

	void clearProgram() {
		run("MATCH (n) WHERE n.key STARTS WITH 'FX-EVT' OPTIONAL MATCH (n)-[:WAS]->(was) DETACH DELETE n, was");
	}

	private void ask(String mutation, Map<String, Object> input) {
		Map<String, Object> whole = new LinkedHashMap<>(input);
		whole.put("idempotencyKey", UUID.randomUUID().toString());
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
		Answer answer = this.registry.as("registrar")
			.query("mutation ($input: %sInput!) { %s(input: $input) { errors { code } } }".formatted(type, mutation),
					Map.of("input", whole));
		if (answer.data("/" + mutation + "/errors").size() != 0 || !answer.errors().isMissingNode()) {
			throw new IllegalStateException(answer.text());
		}
	}

	String hidden() {
		return record("PARTNERS");
	}

	String open() {
		return record("PUBLIC");
	}

	void italyLeaves() {
		run(LEAVE);
	}

	void italyIsBack() {
		run(RETURN);
	}

	/** Takes away what was recorded. */
	public void clear() {
		run(CLEAR);
	}

	void run(String cypher) {
		this.driver.executableQuery(cypher).execute();
	}

}
