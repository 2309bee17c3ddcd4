package org.jointregistry.telemetry;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.GraphqlSocket;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.costsharing.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is logged of requests that are refused or fail tells neither figures nor tokens
 * nor who asked.
 */
@RegistryTest
class LogTests {

	private static final String FIGURE = "90817263";

	private static final String ALIAS = "pledged_90817263";

	private static final String RECORD = """
			mutation ($input: ContributionRecordInput!) { contributionRecord(input: $input) {
			  contribution { key } errors { code } } }
			""";

	/** An amount that is stored as no amount is, so that sums over it fail with words. */
	private static final String SPOIL = """
			MATCH (nation:Nation {key: 'DEU'}), (program:Program {key: 'EFA'})
			CREATE (nation)-[:CONTRIBUTES]->(:Contribution {key: 'FX-SPOILT', kind: 'PLEDGED', form: 'CASH',
			  amount: '90817263.45', currency: 'EUR', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})-[:TOWARDS]->(program)
			""";

	private static final String SUMS = """
			{ contributions(where: {key: {eq: "FX-SPOILT"}}) { %s: groups(by: [KIND, CURRENCY]) { sum { amount } } } }
			""".formatted(ALIAS);

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private ViewerInLog viewers;

	@AfterEach
	void mend() {
		this.driver.executableQuery("MATCH (spoilt:Contribution {key: 'FX-SPOILT'}) DETACH DELETE spoilt").execute();
	}

	@Test
	void refusedRequestsLeaveNoFigureAndNoToken() {
		String token = this.registry.tokens().of("viewer-deu");
		String expired = this.registry.tokens()
			.minted((claims) -> claims.claim("roles", List.of("AUDITOR"))
				.expirationTime(Date.from(Instant.now().minusSeconds(600))));
		try (CapturedLog log = new CapturedLog()) {
			GraphqlSession session = this.registry.as("viewer-deu").header("Content-Type", "application/json");
			session.post("/graphql", "{\"query\": " + FIGURE + ", \"token\": \"" + token + "\"");
			session.post("/graphql?access_token=" + token, "{\"query\": [\"" + FIGURE + "\"]}");
			session.query("{ programs(first: " + FIGURE + ") { nodes { name(x: " + FIGURE + ") } } }");
			session.query("{ node(id: \"" + token + "\") { id } " + ALIAS + ": node(id: \"x\") { id } }");
			session.query("query ($n: Int) { programs(first: $n) { totalCount } }", Map.of("n", FIGURE + ".5"));
			session.query(RECORD, input(FIGURE + ".45"));
			this.registry.as("manager-efa").query(RECORD, input("-" + FIGURE));
			this.registry.withToken(expired).query(SUMS);
			this.registry.withToken(token + "x").query(SUMS);
			session.get("/graphql?query=mutation&variables=" + FIGURE);
			session.get("/" + token);
			assertHarmless(log, token, expired);
		}
	}

	@Test
	void failedRequestIsLoggedUnderItsIdWithoutFiguresAndWords() {
		this.driver.executableQuery(SPOIL).execute();
		String token = this.registry.tokens().of("auditor");
		try (CapturedLog log = new CapturedLog()) {
			Answer answer = this.registry.as("auditor").header("X-Request-Id", "failed-1").query(SUMS);
			assertThat(answer.errorCodes()).as(answer.text()).containsExactly("INTERNAL");
			assertThat(log.lines()).anySatisfy((line) -> assertThat(line).contains("failed-1", "Query.contributions",
					"org.neo4j.driver.exceptions.", "at org.jointregistry."));
			assertHarmless(log, token);
		}
	}

	@Test
	void linesTellViewersApartAndNameNone() {
		this.driver.executableQuery(SPOIL).execute();
		try (CapturedLog log = new CapturedLog()) {
			this.registry.as("auditor").query(SUMS);
			this.registry.as("registrar").query(SUMS);
			List<String> logged = log.lines();
			assertThat(logged).anyMatch((line) -> line.contains("viewer=" + this.viewers.alias("auditor")));
			assertThat(logged).anyMatch((line) -> line.contains("viewer=" + this.viewers.alias("registrar")));
			assertThat(logged).noneMatch((line) -> line.contains("viewer=auditor") || line.contains("registrar"));
		}
		assertThat(this.viewers.alias("auditor")).matches("[0-9a-f]{12}");
		assertThat(new ViewerInLog(new KeyedHash(TelemetryTests.settings(0))).alias("auditor"))
			.isNotEqualTo(this.viewers.alias("auditor"));
	}

	@Test
	void linesOfASocketTellItsViewer() {
		this.driver.executableQuery(SPOIL).execute();
		try (CapturedLog log = new CapturedLog();
				GraphqlSocket socket = GraphqlSocket.open(this.registry.url(), this.registry.tokens().of("auditor"))) {
			socket.subscribe("sums", SUMS);
			assertThat(socket.next().at("/payload/errors/0/extensions/code").asString()).isEqualTo("INTERNAL");
			assertThat(log.lines()).anyMatch((line) -> line.contains("Query.contributions")
					&& line.contains("viewer=" + this.viewers.alias("auditor")));
		}
	}

	private static Map<String, Object> input(String amount) {
		return Map.of("input",
				Map.of("idempotencyKey", UUID.randomUUID().toString(), "program", Stage.id("Program", "EFA"),
						"contributor", Stage.id("Nation", "DEU"), "kind", "CALLED", "form", "CASH", "amount", amount,
						"currency", "EUR"));
	}

	private static void assertHarmless(CapturedLog log, String... tokens) {
		List<String> lines = log.lines();
		assertThat(lines).noneMatch((line) -> line.contains(FIGURE));
		for (String token : tokens) {
			String signature = token.substring(token.lastIndexOf('.') + 1);
			assertThat(lines).noneMatch((line) -> line.contains(signature));
		}
		for (ILoggingEvent event : log.of(SlowOperations.class)) {
			assertThat(event.getFormattedMessage()).doesNotContain(FIGURE);
		}
	}

}
