package org.jointregistry.recording;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.Staged;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An invented program FX-WRT-ONE with invented nations XWA, XWB and XWC, to be changed,
 * and those who may.
 */
public final class Scene implements Staged {

	private static final String SET = """
			UNWIND ['XWA', 'XWB', 'XWC'] AS code
			CREATE (:Nation {key: code, name: code, marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})
			""";

	private static final String CLEAR = """
			MATCH (made)
			WHERE made:IdempotencyRecord OR made:AuditEntry OR made.key STARTS WITH 'FX-WRT-'
			  OR made.key IN ['XWA', 'XWB', 'XWC'] OR made.recordedBy STARTS WITH 'scene-' OR made.token CONTAINS 'FX-WRT-' OR made.token STARTS WITH 'nation:XW'
			  OR made.scheme STARTS WITH 'FX-WRT-'
			  OR (made:Lock AND made.name CONTAINS 'FX-WRT-')
			  OR EXISTS { (made)-[:STEP_OF|REVERSAL_IN|APPROVAL_OF|CLAUSE_OF|OBLIGATION_UNDER]->(a:Agreement) WHERE a.key STARTS WITH 'FX-WRT-' }
			OPTIONAL MATCH (made)-[:WAS]->(was)
			DETACH DELETE made, was
			""";

	private final Driver driver;

	private final RegistryClient registry;

	/**
	 * A scene that is not set.
	 * @param driver leads to the database of the registry
	 * @param registry the registry
	 */
	public Scene(Driver driver, RegistryClient registry) {
		this.driver = driver;
		this.registry = registry;
	}

	@Override
	public void set() {
		clear();
		run(SET);
		Answer opened = ask(this.registry.as("registrar"), "programOpen", "program { id version }", program());
		if (!opened.data("/programOpen/program/version").isInt()) {
			throw new IllegalStateException(opened.text());
		}
	}

	@Override
	public void clear() {
		run(CLEAR);
	}

	/**
	 * Asks the database, past the registry.
	 * @param cypher a statement
	 * @return its rows
	 */
	public List<Record> run(String cypher) {
		return this.driver.executableQuery(cypher).execute().records();
	}

	/**
	 * Has a writer wait for what another holds, who then makes a change: a writer that
	 * held what is changed while it waits would wait for the other, and the other for it.
	 * @param hold a statement that holds what the writer waits for
	 * @param change a statement
	 * @param writer asks for the mutation
	 * @param <T> what it answers
	 * @return its answer
	 * @throws InterruptedException if nobody waits for it any more
	 */
	public <T> T whileHeld(String hold, String change, Supplier<T> writer) throws InterruptedException {
		CompletableFuture<T> answer;
		try (Session session = this.driver.session(); Transaction other = session.beginTransaction()) {
			other.run(hold).consume();
			answer = CompletableFuture.supplyAsync(writer);
			for (int tries = 0; !isSomebodyBlocked() && tries < 100; tries++) {
				Thread.sleep(100);
			}
			if (!isSomebodyBlocked()) {
				throw new IllegalStateException("Nobody waits after " + hold);
			}
			other.run(change).consume();
			other.commit();
		}
		return answer.join();
	}

	/**
	 * Holds a name under which writers wait for each other.
	 * @param name the name
	 * @return a statement
	 */
	public static String lock(String name) {
		return "MERGE (lock:Lock {name: '%s'}) SET lock.locks = true".formatted(name);
	}

	private boolean isSomebodyBlocked() {
		return !run("SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked'").isEmpty();
	}

	/**
	 * The registrar.
	 * @return a session
	 */
	public GraphqlSession registrar() {
		return this.registry.as("registrar");
	}

	/**
	 * The manager of the program.
	 * @return a session
	 */
	public GraphqlSession manager() {
		return this.registry.claiming((claims) -> claims.subject("scene-manager")
			.claim("roles", List.of("PROGRAM_MANAGER"))
			.claim("programs", List.of("FX-WRT-ONE")));
	}

	/**
	 * A delegate.
	 * @param nation of which nation
	 * @return a session
	 */
	public GraphqlSession delegate(String nation) {
		return this.registry.claiming((claims) -> claims.subject("scene-" + nation)
			.claim("roles", List.of("NATIONAL_DELEGATE"))
			.claim("nation", nation));
	}

	/**
	 * Someone of an organization.
	 * @param organization its key
	 * @return a session
	 */
	public GraphqlSession industry(String organization) {
		return this.registry.claiming((claims) -> claims.subject("scene-" + organization)
			.claim("roles", List.of("INDUSTRY"))
			.claim("organization", organization));
	}

	/**
	 * Does a mutation, with an idempotency key of its own.
	 * @param session who asks
	 * @param mutation its name
	 * @param selection of its payload
	 * @param input without the key
	 * @return the answer
	 */
	public static Answer ask(GraphqlSession session, String mutation, String selection,
			Map<String, ? extends @Nullable Object> input) {
		Map<String, @Nullable Object> whole = new LinkedHashMap<>(input);
		whole.putIfAbsent("idempotencyKey", UUID.randomUUID().toString());
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
		return session
			.query("mutation ($input: %s!) { %s(input: $input) { %s errors { code message field currentVersion } } }"
				.formatted(type, mutation, selection), Map.of("input", whole));
	}

	static Map<String, Object> program() {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("key", "FX-WRT-ONE");
		input.put("name", "One");
		input.put("domain", "AIR");
		input.put("kind", "JOINT_DEVELOPMENT");
		input.put("status", "DEVELOPMENT");
		input.put("costAmount", "1000.5");
		input.put("costCurrency", "EUR");
		input.put("leadNation", id("Nation", "XWA"));
		input.put("marking", "PARTNERS");
		input.put("fictional", true);
		return input;
	}

	/**
	 * A global id.
	 * @param type the name of a type
	 * @param key the key of a record of it, there or not
	 * @return the id
	 */
	public static String id(String type, String key) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((type + ":" + key).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A time that lies between what is recorded before and after.
	 * @return the time, to the millisecond
	 * @throws InterruptedException if the wait for it is interrupted
	 */
	public static Instant between() throws InterruptedException {
		Thread.sleep(2);
		Instant between = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		Thread.sleep(2);
		return between;
	}

	/**
	 * Ends a piece of work for the program.
	 * @param key of a work share of version 1, which ended in 2020 from now on
	 */
	public void endWork(String key) {
		Answer ended = ask(manager(), "workShareRevise", "workShare { until }",
				Map.of("workShare", id("WorkShare", key), "version", 1, "reason", "It ended", "until", "2020"));
		assertThat(ended.data("/workShareRevise/workShare/until").asString("")).as(ended.text()).isEqualTo("2020");
	}

	/**
	 * What is wrong with the input of a mutation.
	 * @param answer of {@link #ask}
	 * @return for each error its code and its place
	 */
	public static List<String> codes(Answer answer) {
		String mutation = answer.data("").propertyNames().iterator().next();
		return answer.data("/" + mutation + "/errors")
			.values()
			.stream()
			.map((error) -> error.path("code").asString() + " "
					+ String.join(" ", error.path("field").values().stream().map(JsonNode::asString).toList()))
			.toList();
	}

}
