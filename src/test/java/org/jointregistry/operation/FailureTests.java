package org.jointregistry.operation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.GraphqlSocket;
import org.jointregistry.JointRegistry;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The network to the database fails, and the registry answers in time and by a code,
 * loses nothing that it acknowledged, and is well again without a restart.
 */
@RegistryTest
@EnabledIfSystemProperty(named = "failures", matches = "true",
		disabledReason = "Failures are waited for by the profile nightly alone")
class FailureTests {

	/** Until the driver has given up each connection that a request asked, one by one. */
	private static final Duration LONGEST = Duration.ofMinutes(2);

	private static final String READ = "{ programs(first: 1) { nodes { key } } }";

	private static final String RECORD = """
			mutation ($input: ContributionRecordInput!) { contributionRecord(input: $input) {
			  contribution { key } errors { code } } }
			""";

	private static final String CLEAR = """
			MATCH (made) WHERE made:IdempotencyRecord OR made:AuditEntry OR made.key STARTS WITH 'CR-'
			OPTIONAL MATCH (made)-[:WAS]->(was)
			DETACH DELETE made, was
			""";

	private static TcpProxy network;

	private static ConfigurableApplicationContext behind;

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@BeforeAll
	static void start(@Autowired Neo4jConnectionDetails database, @Autowired JwtDecoder tokens) {
		network = TcpProxy.to(database.getUri().getPort());
		behind = new SpringApplicationBuilder(JointRegistry.class).initializers((GenericApplicationContext context) -> {
			context.registerBean(Neo4jConnectionDetails.class, () -> through(network, database.getAuthToken()));
			context.registerBean(JwtDecoder.class, () -> tokens);
		})
			.run("--server.port=0", "--server.address=127.0.0.1", "--registry.import.sets=",
					"--registry.read.cursor-key=" + RegistryTest.CURSOR_KEY, "--spring.neo4j.connection-timeout=3s",
					"--spring.neo4j.max-transaction-retry-time=3s");
	}

	private static Neo4jConnectionDetails through(TcpProxy network, AuthToken token) {
		return new Neo4jConnectionDetails() {

			@Override
			public URI getUri() {
				return URI.create("bolt://127.0.0.1:" + network.port());
			}

			@Override
			public AuthToken getAuthToken() {
				return token;
			}

		};
	}

	@AfterAll
	static void stop() {
		behind.close();
		network.close();
	}

	@AfterEach
	void mend() {
		network.turn(TcpProxy.State.OPEN);
		assertWell();
		this.driver.executableQuery(CLEAR).execute();
	}

	private GraphqlSession behind(String client) {
		return new GraphqlSession(url(), Map.of("Authorization", "Bearer " + this.registry.tokens().of(client)));
	}

	private static String url() {
		return "http://127.0.0.1:" + behind.getEnvironment().getRequiredProperty("local.server.port");
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.INCLUDE, names = { "CUT", "STALLED" })
	void readsAndWritesAreRefusedInTimeByACode(TcpProxy.State state) {
		assertWell();
		network.turn(state);
		Instant before = Instant.now();
		Answer read = behind("viewer-deu").query(READ);
		assertThat(read.errorCodes()).as(read.text()).hasSize(1).isSubsetOf("UNAVAILABLE", "TIMEOUT");
		assertThat(Duration.between(before, Instant.now())).isLessThan(LONGEST);
		before = Instant.now();
		Answer write = behind("manager-efa").query(RECORD, Map.of("input", contribution("failing-" + state)));
		assertThat(write.errorCodes()).as(write.text()).hasSize(1).isSubsetOf("UNAVAILABLE", "TIMEOUT");
		assertThat(Duration.between(before, Instant.now())).isLessThan(LONGEST);
		assertThat(read.text() + write.text()).doesNotContain("Exception", "bolt", "127.0.0.1");
		assertThat(behind("auditor").get("/actuator/health/liveness").status()).isEqualTo(200);
	}

	@Test
	void slowNetworkIsAnsweredOverAllTheSame() {
		network.turn(TcpProxy.State.SLOW);
		assertThat(behind("viewer-deu").query(READ).errorCodes()).isEmpty();
		Answer write = behind("manager-efa").query(RECORD, Map.of("input", contribution("slowly")));
		assertThat(write.errorCodes()).as(write.text()).isEmpty();
	}

	@Test
	void whatIsAcknowledgedIsThereOnceWhateverIsCutMeanwhile() throws Exception {
		Map<String, Answer> answers = new HashMap<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<String, Future<Answer>> asked = new HashMap<>();
			for (int number = 0; number < 24; number++) {
				String key = "cut-" + UUID.randomUUID();
				asked.put(key, threads.submit(() -> recorded(key)));
				Thread.sleep(40);
				network.turn((number % 6 == 5) ? TcpProxy.State.CUT : TcpProxy.State.OPEN);
			}
			network.turn(TcpProxy.State.OPEN);
			for (Map.Entry<String, Future<Answer>> one : asked.entrySet()) {
				answers.put(one.getKey(), one.getValue().get());
			}
		}
		List<String> acknowledged = new ArrayList<>();
		answers.forEach((key, answer) -> {
			String made = answer.data("/contributionRecord/contribution/key").asString("");
			String again = recorded(key).data("/contributionRecord/contribution/key").asString("");
			assertThat(again).startsWith("CR-");
			if (!made.isEmpty()) {
				acknowledged.add(made);
				assertThat(again).isEqualTo(made);
			}
		});
		assertThat(acknowledged).isNotEmpty();
		assertThat(count("MATCH (made:Contribution) WHERE made.key STARTS WITH 'CR-' RETURN count(*) AS n"))
			.isEqualTo(answers.size());
		assertThat(count("MATCH (entry:AuditEntry) RETURN count(*) AS n")).isEqualTo(answers.size());
	}

	private Answer recorded(String key) {
		return behind("manager-efa").query(RECORD, Map.of("input", contribution(key)));
	}

	@Test
	void subscribersWaitAndAreToldAfterwards() {
		try (GraphqlSocket socket = GraphqlSocket.open(url(), this.registry.tokens().of("viewer-deu"))) {
			socket.subscribe("s", "subscription { contributionRecorded { contribution { key } } }");
			socket.standing();
			network.turn(TcpProxy.State.CUT);
			Answer made = this.registry.as("manager-efa").query(RECORD, Map.of("input", contribution("unheard")));
			network.turn(TcpProxy.State.OPEN);
			assertThat(socket.next().at("/payload/data/contributionRecorded/contribution/key").asString())
				.isEqualTo(made.data("/contributionRecord/contribution/key").asString(""));
		}
	}

	private static Map<String, Object> contribution(String key) {
		return Map.of("idempotencyKey", key, "program", Stage.id("Program", "FX-OSPREY"), "contributor",
				Stage.id("Nation", "DEU"), "kind", "CALLED", "form", "CASH", "amount", "5", "currency", "EUR");
	}

	private long count(String cypher) {
		return this.driver.executableQuery(cypher).execute().records().getFirst().get("n").asLong();
	}

	private void assertWell() {
		Instant last = Instant.now().plus(LONGEST);
		Answer answer = behind("viewer-deu").query(READ);
		while (!answer.errorCodes().isEmpty() && Instant.now().isBefore(last)) {
			answer = behind("viewer-deu").query(READ);
		}
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
	}

}
