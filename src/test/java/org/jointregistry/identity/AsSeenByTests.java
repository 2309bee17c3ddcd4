package org.jointregistry.identity;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.embedded.DemoClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An auditor's query as seen by a viewer has the viewer's own answer, and nobody else may
 * ask so (sentence 10).
 */
@RegistryTest
class AsSeenByTests {

	private static final String SWEDEN = "@asSeenBy(roles: [NATIONAL_VIEWER], nation: \"SWE\")";

	/** The directive stands on the first line, so that it moves nothing of the rest. */
	private static final List<String> ASKED = List.of("{ __typename }",
			"{ programs(first: 500) { totalCount nodes { key costAmount participants { totalCount } } } }",
			"{ contributions(first: 500) { totalCount pageInfo { hasNextPage } nodes { key amount figuresMarking } } }",
			"{ hidden: node(id: \"%s\") { id } known: node(id: \"%s\") { id } }".formatted(id("Program", "FX-OSPREY"),
					id("Program", "EFA")),
			"{ nodes(ids: [\"%s\", \"%s\", \"x\"]) { id __typename } }".formatted(id("Transfer", "FX-TR07"),
					id("Contractor", "FX-TARNWERK")),
			"{ importFiles(first: 3) { totalCount } auditEntries { totalCount nodes { actor } } }",
			"{ costSharing(program: \"%s\") { parties { party { name } agreedShare money { currency pledged paid } } } }"
				.formatted(id("Program", "FX-HERON")),
			"{ technologyFlow(from: \"%s\", to: \"%s\", maxHops: 3) { hasMore paths { hops steps { kind to { key } } } } }"
				.formatted(id("Nation", "USA"), id("Nation", "POL")),
			"{ interoperability(among: {programs: [\"%s\", \"%s\"]}) { standards { standard { key } shared } } }"
				.formatted(id("Program", "FX-HERON"), id("Program", "FX-MERLIN")),
			"{ programs(first: 501) { totalCount } }", "{ programs(after: \"x\") { totalCount } }",
			"{ programs(first: 500) { nodes { contributions(first: 500) { nodes { programs(first: 500) { totalCount } } } } } }");

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@EnumSource
	void theAuditorGetsTheViewersAnswer(DemoClient client) {
		for (String asked : ASKED) {
			Answer own = session(client.id()).query("query Q\n" + asked);
			Answer seen = session("auditor").query("query Q " + asSeenBy(client.claims()) + "\n" + asked);
			assertThat(seen.text()).as(asked).isEqualTo(own.text()).doesNotContain("INTERNAL");
			assertThat(seen.status()).isEqualTo(own.status());
		}
	}

	/** Without this the test above would pass where every viewer is answered alike. */
	@Test
	void viewersAreAnsweredDifferently() {
		for (int insight : List.of(6, 7)) {
			String asked = "\n" + ASKED.get(insight);
			assertThat(session("viewer-swe").query("query Q" + asked).text()).as(asked)
				.isNotEqualTo(session("auditor").query("query Q" + asked).text());
		}
	}

	@Test
	void variablesSayWhoMaySee() {
		Map<String, Object> variables = Map.of("roles", List.of("PROGRAM_MANAGER", "INDUSTRY"), "programs",
				List.of("FX-HERON"), "organization", "LEONARDO");
		Answer answer = session("auditor").query("""
				query Q($roles: [Role!]!, $nation: String, $organization: String, $programs: [String!])
				    @asSeenBy(roles: $roles, nation: $nation, organization: $organization, programs: $programs) {
				  programs(where: {fictional: {eq: true}}) { nodes { key } }
				}
				""", variables);
		assertThat(answer.all("key")).containsExactly("FX-HERON", "FX-MERLIN");
	}

	@Test
	void onlyTheOperationThatIsRunCounts() {
		String both = "query Own { programs(where: {key: {eq: \\\"FX-OSPREY\\\"}}) { totalCount } } query Seen "
				+ SWEDEN.replace("\"", "\\\"") + " { programs(where: {key: {eq: \\\"FX-OSPREY\\\"}}) { totalCount } }";
		assertThat(operation("auditor", both, "Own").data("/programs/totalCount").asInt()).isEqualTo(1);
		assertThat(operation("auditor", both, "Seen").data("/programs/totalCount").asInt()).isZero();
		assertThat(operation("viewer-deu", both, "Own").data("/programs/totalCount").asInt()).isEqualTo(1);
		assertThat(operation("viewer-deu", both, "Seen").errorCodes()).containsExactly("FORBIDDEN");
	}

	private Answer operation(String client, String document, String name) {
		return session(client).header("Content-Type", "application/json")
			.post("/graphql", "{\"query\": \"%s\", \"operationName\": \"%s\"}".formatted(document, name));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "AUDITOR")
	void nobodyElseMay(DemoClient client) {
		List<String> directives = List.of(asSeenBy(client.claims()), SWEDEN, "@asSeenBy(roles: [AUDITOR])",
				"@asSeenBy(roles: [])");
		for (String directive : directives) {
			for (String asked : List.of("{ __typename }", ASKED.get(1), ASKED.getLast())) {
				Answer answer = session(client.id()).query("query Q " + directive + asked);
				assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
				assertThat(answer.errors().at("/0/extensions/policySentence").asInt()).isEqualTo(10);
				assertThat(answer.data().isMissingNode() || answer.data().isNull()).isTrue();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "roles: []", "roles: [NATIONAL_VIEWER]", "roles: [NATIONAL_DELEGATE], nation: \"Germany\"",
			"roles: [INDUSTRY], nation: \"DEU\"", "roles: [PROGRAM_MANAGER]", "roles: [PROGRAM_MANAGER], programs: []",
			"roles: [PROGRAM_MANAGER], programs: [\" \"]", "roles: [AUDITOR, INDUSTRY], organization: \"\"" })
	void aViewerThatNoTokenMakesIsBadInput(String viewer) {
		Answer answer = session("auditor").query("query Q @asSeenBy(%s) { programs { totalCount } }".formatted(viewer));
		assertThat(answer.errorCodes()).containsExactly("BAD_INPUT");
		assertThat(answer.data().isMissingNode() || answer.data().isNull()).isTrue();
	}

	@Test
	void anUnknownRoleIsRefused() {
		assertThat(session("auditor").query("query Q @asSeenBy(roles: [ADMIN]) { __typename }").errorCodes())
			.containsExactly("GRAPHQL_VALIDATION_FAILED");
		assertThat(session("auditor")
			.query("query Q($roles: [Role!]!) @asSeenBy(roles: $roles) { __typename }",
					Map.of("roles", List.of("ADMIN")))
			.errorCodes()).containsExactly("BAD_INPUT");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"mutation M %s { contributionRecord(input: {idempotencyKey: \"seen\", program: \"x\", "
					+ "contributor: \"x\", kind: PAID, form: CASH}) { errors { code } } }",
			"{ programs %s { totalCount } }", "query Q { ...F } fragment F on Query %s { __typename }" })
	void nothingButAQueryIsAskedSo(String document) {
		Answer answer = session("auditor").query(document.formatted(SWEDEN));
		assertThat(answer.errorCodes()).containsExactly("GRAPHQL_VALIDATION_FAILED");
	}

	@Test
	void cursorsAreForTheAuditorAskingAsTheSameViewer() {
		GraphqlSession swede = session("viewer-swe");
		GraphqlSession same = this.registry
			.claiming((claims) -> claims.subject("viewer-swe").claim("roles", List.of("AUDITOR")));
		GraphqlSession auditor = session("auditor");
		String seen = cursor(auditor, SWEDEN);
		assertThat(next(auditor, SWEDEN, seen)).isEmpty();
		assertThat(next(auditor, "", seen)).containsExactly("BAD_CURSOR");
		assertThat(next(auditor, SWEDEN.replace("SWE", "FIN"), seen)).containsExactly("BAD_CURSOR");
		assertThat(next(swede, "", seen)).containsExactly("BAD_CURSOR");
		assertThat(next(same, SWEDEN, seen)).containsExactly("BAD_CURSOR");
		assertThat(next(auditor, SWEDEN, cursor(auditor, ""))).containsExactly("BAD_CURSOR");
		assertThat(next(auditor, SWEDEN, cursor(swede, ""))).containsExactly("BAD_CURSOR");
		assertThat(next(swede, "", cursor(same, SWEDEN))).containsExactly("BAD_CURSOR");
		assertThat(next(same, SWEDEN, cursor(swede, ""))).containsExactly("BAD_CURSOR");
		assertThat(next(same, "", cursor(same, "@asSeenBy(roles: [AUDITOR])"))).containsExactly("BAD_CURSOR");
	}

	private static String cursor(GraphqlSession session, String directive) {
		return session.query("query Q %s { nations(first: 2) { pageInfo { endCursor } } }".formatted(directive))
			.data("/nations/pageInfo/endCursor")
			.asString();
	}

	private static List<String> next(GraphqlSession session, String directive, String cursor) {
		return session
			.query("query Q %s { nations(first: 2, after: \"%s\") { totalCount } }".formatted(directive, cursor))
			.errorCodes();
	}

	private GraphqlSession session(String client) {
		return this.registry.as(client).header("X-Request-Id", "seen");
	}

	private static String asSeenBy(Map<String, Object> claims) {
		StringJoiner arguments = new StringJoiner(", ", "@asSeenBy(", ")");
		claims.forEach((claim, value) -> arguments.add(claim + ": " + literal(claim, value)));
		return arguments.toString();
	}

	private static String literal(String claim, Object value) {
		if (value instanceof Collection<?> values) {
			return values.stream().map((element) -> literal(claim, element)).toList().toString();
		}
		return claim.equals("roles") ? value.toString() : "\"" + value + "\"";
	}

	private static String id(String type, String key) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString((type + ":" + key).getBytes());
	}

}
