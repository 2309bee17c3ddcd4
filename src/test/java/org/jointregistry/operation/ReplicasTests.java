package org.jointregistry.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.GraphqlSocket;
import org.jointregistry.JointRegistry;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas on one database are one registry: what clients ask of both at once has the
 * effect that it would have on one, and what one gave goes on at the other.
 */
@RegistryTest
class ReplicasTests {

	private static final int CALLERS = 16;

	private static final String PROGRAM = "FX-OSPREY";

	private static final String RECORD = """
			mutation ($input: ContributionRecordInput!) { contributionRecord(input: $input) {
			  contribution { key } errors { code } } }
			""";

	private static final String OPEN = """
			mutation ($input: ProgramOpenInput!) { programOpen(input: $input) { program { key version } errors { code } } }
			""";

	private static final String REVISE = """
			mutation ($input: ProgramReviseInput!) { programRevise(input: $input) {
			  program { name version } errors { code currentVersion } } }
			""";

	private static final String EVENTS = "subscription { contributionRecorded%s { cursor contribution { key } } }";

	private static final String PAGE = """
			query ($after: String) { programs(first: 2, after: $after) { nodes { key } pageInfo { endCursor } } }
			""";

	private static final String CLEAR = """
			MATCH (made) WHERE made:IdempotencyRecord OR made:AuditEntry OR made.key STARTS WITH 'CR-'
			  OR made.key STARTS WITH 'FX-REPLICA'
			OPTIONAL MATCH (made)-[:WAS]->(was)
			DETACH DELETE made, was
			""";

	private static ConfigurableApplicationContext other;

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@BeforeAll
	static void start(@Autowired Neo4jConnectionDetails database, @Autowired JwtDecoder tokens) {
		other = new SpringApplicationBuilder(JointRegistry.class).initializers((GenericApplicationContext context) -> {
			context.registerBean(Neo4jConnectionDetails.class, () -> database);
			context.registerBean(JwtDecoder.class, () -> tokens);
		})
			.run("--server.port=0", "--server.address=127.0.0.1", "--registry.import.sets=",
					"--registry.read.cursor-key=" + RegistryTest.CURSOR_KEY);
	}

	@AfterAll
	static void stop() {
		other.close();
	}

	@AfterEach
	void clear() {
		this.driver.executableQuery(CLEAR).execute();
	}

	@RepeatedTest(3)
	void oneCommandOnBothHasOneEffect() throws Exception {
		Map<String, Object> input = contribution();
		List<Answer> answers = atOnce((session, caller) -> session.query(RECORD, Map.of("input", input)),
				"manager-efa");
		assertThat(answers).extracting(Answer::data).containsOnly(answers.getFirst().data());
		assertThat(answers.getFirst().data("/contributionRecord/contribution/key").asString("")).startsWith("CR-");
		assertThat(count("MATCH (made:Contribution) WHERE made.key STARTS WITH 'CR-' RETURN count(*) AS n")).isOne();
		assertThat(count("MATCH (entry:AuditEntry) RETURN count(*) AS n")).isOne();
	}

	@RepeatedTest(3)
	void ofTwoChangesOfOneVersionOneIsMade() throws Exception {
		String key = "FX-REPLICA-" + UUID.randomUUID();
		Map<String, Object> program = new HashMap<>(Map.of("key", key, "name", "Replica", "domain", "AIR", "kind",
				"R_AND_T", "status", "ACTIVE", "marking", "PUBLIC", "fictional", true));
		program.put("idempotencyKey", UUID.randomUUID().toString());
		Answer opened = this.registry.as("registrar").query(OPEN, Map.of("input", program));
		int version = opened.data("/programOpen/program/version").asInt(0);
		assertThat(version).as(opened.text()).isPositive();
		List<Answer> answers = atOnce(
				(session, caller) -> session
					.query(REVISE, Map.of("input",
							Map.of("idempotencyKey", UUID.randomUUID().toString(), "program", Stage.id("Program", key),
									"version", version, "reason", "It is so", "name", "Replica " + caller))),
				"registrar");
		List<Answer> done = answers.stream()
			.filter((answer) -> answer.data("/programRevise/errors").isEmpty())
			.toList();
		assertThat(done).hasSize(1);
		assertThat(answers).filteredOn((answer) -> !done.contains(answer))
			.allSatisfy((answer) -> assertThat(answer.data("/programRevise/errors/0").toString())
				.isEqualTo("{\"code\":\"CONFLICT\",\"currentVersion\":%d}".formatted(version + 1)));
	}

	@Test
	void eventsOfOneAreToldAndGoneOnWithByTheOther() {
		String cursor;
		String first;
		try (GraphqlSocket here = subscribed(this.registry.url(), "")) {
			first = record(there("manager-efa"));
			JsonNode event = here.next().at("/payload/data/contributionRecorded");
			assertThat(event.at("/contribution/key").asString()).isEqualTo(first);
			cursor = event.path("cursor").asString();
		}
		String missed = record(this.registry.as("manager-efa"));
		try (GraphqlSocket there = subscribed(url(), "(after: \"%s\")".formatted(cursor))) {
			assertThat(there.next().at("/payload/data/contributionRecorded/contribution/key").asString())
				.isEqualTo(missed);
		}
	}

	@Test
	void aPageOfOneGoesOnAtTheOther() {
		Map<String, Object> none = new HashMap<>();
		none.put("after", null);
		Answer first = this.registry.as("viewer-deu").query(PAGE, none);
		Map<String, Object> after = Map.of("after", first.data("/programs/pageInfo/endCursor").asString());
		Answer here = this.registry.as("viewer-deu").query(PAGE, after);
		assertThat(here.all("key")).hasSize(2).doesNotContainAnyElementsOf(first.all("key"));
		assertThat(there("viewer-deu").query(PAGE, after).all("key")).isEqualTo(here.all("key"));
	}

	@Test
	void whatWasWrittenAtOneIsReadAtTheOtherByItsBookmark() {
		for (GraphqlSession writer : List.of(this.registry.as("manager-efa"), there("manager-efa"))) {
			Answer written = writer.query(RECORD, Map.of("input", contribution()));
			String bookmark = written.header("Registry-Bookmark");
			assertThat(bookmark).as(written.text()).isNotEmpty();
			for (GraphqlSession reader : List.of(this.registry.as("viewer-deu"), there("viewer-deu"))) {
				Answer read = reader.header("Registry-Bookmark", bookmark)
					.query("{ contributions(where: {key: {startsWith: \"CR-\"}}) { nodes { key } } }");
				assertThat(read.all("key")).as(read.text()).contains(written.all("key").getFirst());
			}
		}
	}

	private static String url() {
		return "http://127.0.0.1:" + other.getEnvironment().getRequiredProperty("local.server.port");
	}

	private GraphqlSession there(String client) {
		return new GraphqlSession(url(), Map.of("Authorization", "Bearer " + this.registry.tokens().of(client)));
	}

	private GraphqlSocket subscribed(String url, String arguments) {
		GraphqlSocket socket = GraphqlSocket.open(url, this.registry.tokens().of("viewer-deu"));
		socket.subscribe("s", EVENTS.formatted(arguments));
		return arguments.isEmpty() ? socket.standing() : socket;
	}

	private static String record(GraphqlSession session) {
		Answer answer = session.query(RECORD, Map.of("input", contribution()));
		String key = answer.data("/contributionRecord/contribution/key").asString("");
		assertThat(key).as(answer.text()).isNotEmpty();
		return key;
	}

	private static Map<String, Object> contribution() {
		return Map.of("idempotencyKey", UUID.randomUUID().toString(), "program", Stage.id("Program", PROGRAM),
				"contributor", Stage.id("Nation", "DEU"), "kind", "CALLED", "form", "CASH", "amount", "5", "currency",
				"EUR");
	}

	private long count(String cypher) {
		return this.driver.executableQuery(cypher).execute().records().getFirst().get("n").asLong();
	}

	/** Half of the callers ask the one replica and half the other. */
	private List<Answer> atOnce(Asking asking, String client) throws Exception {
		List<GraphqlSession> replicas = List.of(this.registry.as(client), there(client));
		CountDownLatch start = new CountDownLatch(1);
		List<Answer> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> asked = new ArrayList<>();
			for (int caller = 0; caller < CALLERS; caller++) {
				int number = caller;
				asked.add(threads.submit(() -> {
					start.await();
					return asking.ask(replicas.get(number % 2), number);
				}));
			}
			start.countDown();
			for (Future<Answer> one : asked) {
				answers.add(one.get());
			}
		}
		return answers;
	}

	/** Something that a caller asks. */
	private interface Asking {

		Answer ask(GraphqlSession session, int caller);

	}

}
