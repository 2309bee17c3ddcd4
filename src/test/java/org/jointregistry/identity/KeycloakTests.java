package org.jointregistry.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.JointRegistry;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Role;
import org.jointregistry.costsharing.Stage;
import org.jointregistry.embedded.DemoClient;
import org.jointregistry.recording.Attempt;
import org.jointregistry.recording.Attempts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens of a real Keycloak, with the realm of docker-compose.yml, at a registry that
 * trusts it: who is seen as whom, and which tokens do not do. The nightly profile unpacks
 * Keycloak and names its directory; other builds have none.
 */
@RegistryTest
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+",
		disabledReason = "Keycloak is unpacked by the profile nightly alone")
class KeycloakTests {

	private static final String SEEN = """
			{ contributions(first: 100) { totalCount nodes { key amount } } risks { totalCount }
			  exportLicences { totalCount nodes { key } } programs { totalCount } auditEntries(first: 1) { totalCount } }
			""";

	private static final Duration SKEW = Duration.ofSeconds(60);

	private static Keycloak keycloak;

	private static ConfigurableApplicationContext trusting;

	private static Instant briefSince = Instant.EPOCH;

	private static String brief = "";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	@BeforeAll
	static void start(@Autowired Neo4jConnectionDetails database) throws Exception {
		keycloak = Keycloak.start(Path.of(System.getProperty("keycloak.home")));
		client("brief", Map.of("access.token.lifespan", "1"), List.of("basic", "registry"));
		brief = keycloak.token("brief");
		briefSince = Instant.now();
		trusting = new SpringApplicationBuilder(JointRegistry.class)
			.initializers((GenericApplicationContext context) -> context.registerBean(Neo4jConnectionDetails.class,
					() -> database))
			.run("--server.port=0", "--server.address=127.0.0.1", "--registry.import.sets=",
					"--registry.read.cursor-key=" + RegistryTest.CURSOR_KEY,
					"--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + keycloak.issuer(),
					"--spring.security.oauth2.resourceserver.jwt.audiences=registry");
	}

	@AfterAll
	static void stop() {
		if (trusting != null) {
			trusting.close();
		}
		keycloak.close();
	}

	/** A client of the realm with the role of auditors. */
	private static void client(String id, Map<String, String> attributes, List<String> scopes) {
		keycloak.administer("POST", "/clients",
				Map.of("clientId", id, "secret", DemoClient.SECRET, "serviceAccountsEnabled", true, "fullScopeAllowed",
						true, "attributes", attributes, "defaultClientScopes", scopes));
		keycloak.administer("POST", "/users/%s/role-mappings/realm".formatted(account(id)),
				List.of(keycloak.administer("GET", "/roles/AUDITOR", "")));
	}

	private static String account(String client) {
		String id = keycloak.administer("GET", "/clients?clientId=" + client, "").at("/0/id").asString();
		return keycloak.administer("GET", "/clients/%s/service-account-user".formatted(id), "").path("id").asString();
	}

	private static GraphqlSession with(String token) {
		return new GraphqlSession(
				"http://127.0.0.1:" + trusting.getEnvironment().getRequiredProperty("local.server.port"),
				Map.of("Authorization", "Bearer " + token, "X-Request-Id", "keycloak"));
	}

	@ParameterizedTest
	@EnumSource
	void clientSeesWhatTheSameClientSeesByAnotherIssuer(DemoClient client) {
		Answer answer = with(keycloak.token(client.id())).query(SEEN);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text())
			.isEqualTo(this.registry.as(client.id()).header("X-Request-Id", "keycloak").query(SEEN).text());
	}

	@ParameterizedTest
	@CsvSource({ "vera, viewer-deu", "dieter, delegate-deu", "marta, manager-efa", "ines, industry-leonardo",
			"rosa, registrar", "aldo, auditor" })
	void personSeesWhatTheClientOfTheSameClaimsSees(String user, String client) {
		assertThat(with(keycloak.tokenOfUser(user)).query(SEEN).text())
			.isEqualTo(this.registry.as(client).header("X-Request-Id", "keycloak").query(SEEN).text());
	}

	/** One mutation for each set of clients that may do something. */
	static List<Attempt> attempts() {
		return List.copyOf(Attempts.all()
			.stream()
			.collect(Collectors.toMap(Attempt::permitted, (attempt) -> attempt, (first, other) -> first,
					LinkedHashMap::new))
			.values());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("attempts")
	void clientWritesWhatItMayAndNothingElse(Attempt attempt) {
		for (DemoClient client : DemoClient.values()) {
			this.stage.set();
			Attempts.name(this.stage);
			Map<String, Object> input = new LinkedHashMap<>(attempt.input());
			input.put("idempotencyKey", UUID.randomUUID().toString());
			Answer answer = with(keycloak.token(client.id())).query(Attempts.document(attempt), Map.of("input", input));
			if (attempt.permitted().contains(client.id())) {
				assertThat(answer.errorCodes()).as(client + answer.text()).isEmpty();
				assertThat(answer.data("/" + attempt.mutation() + "/errors").values()).as(answer.text()).isEmpty();
			}
			else {
				assertThat(answer.errorCodes()).as(client + answer.text()).containsExactly("FORBIDDEN");
			}
		}
	}

	@Test
	void hiddenIsNotFoundAsWhatIsAbsent() {
		GraphqlSession viewer = with(keycloak.token("viewer-usa"));
		String hidden = "{ node(id: \"%s\") { id } }";
		List<JsonNode> all = with(keycloak.token("auditor")).query("{ contributions(first: 100) { nodes { id } } }")
			.data("/contributions/nodes")
			.valueStream()
			.toList();
		List<Answer> answers = all.stream()
			.map((node) -> viewer.query(hidden.formatted(node.path("id").asString())))
			.filter((answer) -> answer.data("/node").isNull())
			.toList();
		assertThat(answers).isNotEmpty();
		Answer absent = viewer.query(hidden.formatted(Stage.id("Contribution", "FX-NEVER-WAS")));
		assertThat(absent.errorCodes()).containsExactly("NOT_FOUND");
		assertThat(answers).extracting(Answer::text).containsOnly(absent.text());
	}

	@Test
	void operatorReadsMetricsAndNothingElse() {
		GraphqlSession operator = with(keycloak.token("operator"));
		assertThat(operator.get("/actuator/prometheus").status()).isEqualTo(200);
		assertThat(operator.query("{ __typename }").status()).isEqualTo(403);
		assertThat(with(keycloak.token("viewer-deu")).get("/actuator/prometheus").status()).isEqualTo(403);
	}

	@Test
	void tokensOfOldAndNewKeysAreTaken() {
		String old = keycloak.token("auditor");
		String realm = keycloak.administer("GET", "", "").path("id").asString();
		keycloak.administer("POST", "/components",
				Map.of("name", "newer", "providerId", "rsa-generated", "providerType", "org.keycloak.keys.KeyProvider",
						"parentId", realm, "config",
						Map.of("priority", List.of("1000"), "enabled", List.of("true"), "active", List.of("true"))));
		String young = keycloak.token("auditor");
		assertThat(header(young).path("kid")).isNotEqualTo(header(old).path("kid"));
		assertThat(with(young).query("{ __typename }").status()).isEqualTo(200);
		assertThat(with(old).query("{ __typename }").status()).isEqualTo(200);
	}

	private static JsonNode header(String token) {
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))));
	}

	@Test
	void tokenHoldsAMinuteLongerThanItSaysForClocksThatDiffer() throws InterruptedException {
		assertThat(with(brief).query("{ __typename }").status())
			.isEqualTo(Instant.now().isBefore(briefSince.plus(SKEW)) ? 200 : 401);
		Duration left = Duration.between(Instant.now(), briefSince.plus(SKEW).plusSeconds(3));
		Thread.sleep(left.isNegative() ? Duration.ZERO : left);
		assertUnauthenticated(brief);
	}

	@Test
	void tokenOfAnotherIssuerIsRefused() {
		assertUnauthenticated(keycloak.tokenOfAnotherName("auditor"));
	}

	@Test
	void tokenForAnotherServiceIsRefused() {
		client("elsewhere", Map.of(), List.of("basic"));
		assertUnauthenticated(keycloak.token("elsewhere"));
	}

	@Test
	void revokedTokenHoldsUntilItEnds() {
		String token = keycloak.token("viewer-swe");
		keycloak.revoke("viewer-swe", token);
		assertThat(with(token).query("{ __typename }").status()).isEqualTo(200);
	}

	@Test
	void roleThatIsTakenAwayIsGoneWithTheNextToken() {
		client("leaving", Map.of(), List.of("basic", "registry"));
		String before = keycloak.token("leaving");
		keycloak.administer("DELETE", "/users/%s/role-mappings/realm".formatted(account("leaving")),
				List.of(keycloak.administer("GET", "/roles/AUDITOR", "")));
		assertThat(with(before).query("{ __typename }").status()).isEqualTo(200);
		assertThat(with(keycloak.token("leaving")).query("{ __typename }").status()).isEqualTo(403);
	}

	@Test
	void everyRoleHasAPerson() {
		assertThat(Stream.of("vera", "dieter", "marta", "ines", "rosa", "aldo")
			.flatMap((user) -> claims(keycloak.tokenOfUser(user)).path("roles").valueStream().map(JsonNode::asString)))
			.containsAll(Stream.of(Role.values()).map(Role::name).toList());
	}

	private static JsonNode claims(String token) {
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
	}

	private static void assertUnauthenticated(String token) {
		Answer answer = with(token).query("{ __typename }");
		assertThat(answer.status()).as(answer.text()).isEqualTo(401);
		assertThat(answer.errorCodes()).containsExactly("UNAUTHENTICATED");
	}

}
