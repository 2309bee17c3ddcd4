package org.jointregistry.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What metrics and the log of slow operations tell, and to whom.
 */
@RegistryTest
class TelemetryTests {

	private static final String NATIONS = "query Nations { nations(first: 2) { nodes { key } } }";

	private static final Path DASHBOARD = Path.of("src/main/docker/grafana/registry.json");

	/** Every label of the registry's own metrics. */
	private static final Set<String> LABELS = Set.of("code", "type", "outcome", "operation", "error", "le");

	@Autowired
	private RegistryClient registry;

	@Autowired
	private ObservationRegistry observations;

	static TelemetrySettings settings(long millis) {
		return new TelemetrySettings(Duration.ofMillis(millis), null);
	}

	private GraphqlSession operator() {
		return this.registry.claiming((claims) -> claims.claim("scope", "openid registry:operate"));
	}

	private String metrics() {
		Answer answer = operator().get("/actuator/prometheus");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.text();
	}

	private double value(String start) {
		return metrics().lines()
			.filter((line) -> line.startsWith(start))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.sum();
	}

	@Test
	void metricsAreForOperatorsWhoAreNoViewers() {
		assertThat(this.registry.anonymous().get("/actuator/prometheus").status()).isEqualTo(401);
		for (String client : List.of("viewer-deu", "manager-efa", "registrar", "auditor")) {
			Answer answer = this.registry.as(client).get("/actuator/prometheus");
			assertThat(answer.status()).as(client).isEqualTo(403);
			assertThat(answer.text()).contains("registry:operate");
		}
		assertThat(operator().query("{ __typename }").status()).isEqualTo(403);
		assertThat(operator().post("/actuator/prometheus", "{}").status()).isEqualTo(403);
	}

	@Test
	void operatorWithARoleIsOneOnlyAsAnAuditor() {
		assertThat(withRole("AUDITOR").get("/actuator/prometheus").status()).isEqualTo(200);
		for (String role : List.of("REGISTRAR", "NATIONAL_VIEWER", "NATIONAL_DELEGATE", "PROGRAM_MANAGER",
				"INDUSTRY")) {
			assertThat(withRole(role).get("/actuator/prometheus").status()).as(role).isEqualTo(403);
		}
	}

	private GraphqlSession withRole(String role) {
		return this.registry.claiming((claims) -> claims.claim("scope", List.of("registry:operate"))
			.claim("roles", List.of(role))
			.claim("nation", "DEU")
			.claim("organization", "LEONARDO")
			.claim("programs", List.of("EFA")));
	}

	@Test
	void healthOfTheProcessIsOpenAndSaysNoMore() {
		for (String probe : List.of("liveness", "readiness")) {
			Answer answer = this.registry.anonymous().get("/actuator/health/" + probe);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.text()).isEqualTo("{\"status\":\"UP\"}");
		}
		assertThat(this.registry.anonymous().get("/actuator/health/neo4j").status()).isEqualTo(401);
		assertThat(operator().get("/actuator/env").status()).isEqualTo(404);
	}

	@Test
	void operationsAreCountedByKindAndOutcome() {
		String query = "registry_operation_seconds_count{error=\"none\",operation=\"other\",outcome=\"%s\",type=\"query\"}";
		double well = value(query.formatted("OK"));
		double costly = value(query.formatted("TOO_COSTLY"));
		this.registry.as("viewer-deu").query("{ programs(first: 1) { totalCount } }");
		this.registry.as("viewer-deu").header("Accept", "text/event-stream").query(costly());
		assertThat(value(query.formatted("OK"))).isGreaterThan(well);
		assertThat(value(query.formatted("TOO_COSTLY"))).isGreaterThan(costly);
		double refused = value("registry_operation_seconds_count{error=\"none\",operation=\"other\","
				+ "outcome=\"GRAPHQL_PARSE_FAILED\",type=\"none\"}");
		this.registry.as("viewer-deu").query("{");
		assertThat(value("registry_operation_seconds_count{error=\"none\",operation=\"other\","
				+ "outcome=\"GRAPHQL_PARSE_FAILED\",type=\"none\"}"))
			.isGreaterThan(refused);
	}

	private static String costly() {
		return IntStream.range(0, 60)
			.mapToObj("a%d: programs { totalCount }"::formatted)
			.collect(Collectors.joining(" ", "{ ", " }"));
	}

	@Test
	void statementsRowsAndPlansAreCounted() {
		this.registry.as("viewer-deu").query(NATIONS);
		double statements = value("registry_statement_seconds_count");
		double rows = value("registry_statement_rows_sum");
		double hits = value("cache_gets_total{cache=\"plans\",result=\"hit\"}");
		this.registry.as("viewer-deu").query(NATIONS);
		assertThat(value("registry_statement_seconds_count")).isGreaterThan(statements);
		assertThat(value("registry_statement_rows_sum")).isGreaterThanOrEqualTo(rows + 3);
		assertThat(value("cache_gets_total{cache=\"plans\",result=\"hit\"}")).isGreaterThan(hits);
	}

	@Test
	void onlyTrustedDocumentsAreNamed() {
		this.registry.as("viewer-deu").query(NATIONS);
		for (int number = 0; number < 20; number++) {
			this.registry.as("viewer-deu").query("query Chosen%d { __typename }".formatted(number));
		}
		String metrics = metrics();
		assertThat(metrics).contains("operation=\"Nations\"").doesNotContain("Chosen", "viewer-deu");
		Set<String> labels = metrics.lines()
			.filter((line) -> line.startsWith("registry_"))
			.flatMap((line) -> Pattern.compile("([a-z_]+)=\"").matcher(line).results().map((match) -> match.group(1)))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(LABELS).containsAll(labels);
	}

	@Test
	void dashboardAsksForMetricsThatThereAre() throws IOException {
		this.registry.as("viewer-deu").query(NATIONS);
		this.registry.as("registrar")
			.query("mutation { programRevise(input: {idempotencyKey: \"dashboard-1\","
					+ " program: \"UHJvZ3JhbTpFRkE\", version: 0, reason: \"none\"}) { errors { code } } }");
		String metrics = metrics();
		Set<String> asked = new TreeSet<>();
		Matcher queries = Pattern.compile("\"expr\": \"(.*)\"").matcher(Files.readString(DASHBOARD));
		while (queries.find()) {
			Matcher names = Pattern.compile("\\b[a-z]+_[a-z_]+(?=[{\\[])").matcher(queries.group(1));
			assertThat(names.find()).as(queries.group(1)).isTrue();
			names.reset().results().forEach((name) -> asked.add(name.group()));
		}
		assertThat(asked).hasSizeGreaterThan(8);
		assertThat(asked).allSatisfy((name) -> assertThat(metrics).containsPattern("(?m)^" + name + "[{ ]"));
	}

	@Test
	void slowOperationIsLoggedWithItsStatementsOnce() {
		Forwarding slow = new Forwarding(new SlowOperations(settings(0)));
		this.observations.observationConfig().observationHandler(slow);
		try (CapturedLog log = new CapturedLog()) {
			this.registry.as("viewer-deu")
				.header("X-Request-Id", "slow-1")
				.query("query Slow { programs(where: {key: {eq: \"HIDDEN-4711\"}}) { totalCount } nations { totalCount } }");
			this.registry.as("manager-efa").query("query Slow { programs { totalCount } nations { totalCount } }");
			List<String> lines = log.of(SlowOperations.class).stream().map(ILoggingEvent::getFormattedMessage).toList();
			assertThat(lines).filteredOn((line) -> line.startsWith("Slow query Slow of document "))
				.hasSize(2)
				.allMatch((line) -> line.matches(
						"Slow query Slow of document [0-9a-f]{12}: \\d+ ms, 2 statements: [0-9a-f]{64} \\(\\d+ ms, "
								+ "\\d+ ms in the database, \\d+ rows, plan (hit|miss)\\), [0-9a-f]{64} .*"));
			assertThat(lines).filteredOn((line) -> line.startsWith("Statement "))
				.doesNotHaveDuplicates()
				.hasSizeGreaterThanOrEqualTo(2);
			assertThat(lines).noneMatch((line) -> line.contains("4711"));
			assertThat(log.of(SlowOperations.class).getFirst().getMDCPropertyMap()).containsEntry("requestId", "slow-1")
				.containsKey("viewer");
		}
		finally {
			slow.ends();
		}
	}

	@Test
	void nothingThatIsObservedTellsAnAddress() {
		Set<String> told = ConcurrentHashMap.newKeySet();
		Keeping keeping = new Keeping(told);
		this.observations.observationConfig().observationHandler(keeping);
		try {
			for (String path : List.of("/HIDDEN-4711", "/export/HIDDEN-4711.csv", "/graphql?query=HIDDEN-4711",
					"/graphql/HIDDEN-4711", "/actuator/health/HIDDEN-4711", "/reference/HIDDEN-4711")) {
				this.registry.as("viewer-deu").get(path);
			}
			assertThat(told).anyMatch((text) -> text.contains("http get /export/{file}"))
				.noneMatch((text) -> text.contains("4711"));
		}
		finally {
			keeping.ends();
		}
	}

	@Test
	void quickOperationIsNotLogged() {
		try (CapturedLog log = new CapturedLog()) {
			new SlowOperations(settings(60_000)).onStop(new AskedOperation());
			assertThat(log.of(SlowOperations.class)).isEmpty();
		}
	}

	/** Keeps what would be told of everything that ends, until the test does. */
	private static final class Keeping implements ObservationHandler<Observation.Context> {

		private final Set<String> told;

		private volatile boolean on = true;

		Keeping(Set<String> told) {
			this.told = told;
		}

		void ends() {
			this.on = false;
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return this.on;
		}

		@Override
		public void onStop(Observation.Context context) {
			this.told.add(context.getName() + " " + context.getContextualName() + " " + context.getAllKeyValues());
		}

	}

	/** Handlers cannot be taken back: this one comes to nothing at the test's end. */
	private static final class Forwarding implements ObservationHandler<AskedOperation> {

		private final SlowOperations slow;

		private volatile boolean on = true;

		Forwarding(SlowOperations slow) {
			this.slow = slow;
		}

		void ends() {
			this.on = false;
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return this.on && this.slow.supportsContext(context);
		}

		@Override
		public void onStop(AskedOperation operation) {
			this.slow.onStop(operation);
		}

	}

}
