package org.jointregistry.acceptance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked wrongly, or strangely, is answered with a code or rightly, and never
 * tells of the inside.
 */
@RegistryTest
class WrongRequestTests {

	private static final String INSIDE = "(?s).*(INTERNAL|[a-z]\\.[a-z]+\\.[A-Z]|Exception|Neo\\.|Cypher|MATCH \\(|"
			+ "RETURN |LinkedHashMap|ArrayList|\\bat org\\.).*";

	@Autowired
	private RegistryClient registry;

	private Answer ask(String client, String document) {
		Answer answer = this.registry.as(client).query(document.replace("$LONG", "x".repeat(10_000)));
		assertThat(answer.status()).as(document).isEqualTo(200);
		assertThat(answer.text()).as(document).doesNotMatch(INSIDE);
		return answer;
	}

	@ParameterizedTest(name = "{1} of {0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{ programs(first: 0) { totalCount } }                                                    | BAD_INPUT
					{ programs(first: 501) { totalCount } }                                                  | BAD_INPUT
					{ programs(last: 10000) { totalCount } }                                                 | BAD_INPUT
					{ programs(first: -1) { totalCount } }                                                   | BAD_INPUT
					{ programs(first: 2, last: 2) { totalCount } }                                           | BAD_INPUT
					{ programs(first: 99999999999) { totalCount } }                                          | GRAPHQL_VALIDATION_FAILED
					{ programs(first: 1) { nodes { participants(first: 0) { totalCount } } } }               | BAD_INPUT
					{ programs(after: "AAAA") { totalCount } }                                               | BAD_CURSOR
					{ programs(after: "") { totalCount } }                                                   | BAD_CURSOR
					{ programs(before: "$LONG") { totalCount } }                                             | BAD_CURSOR
					{ programs(where: {domain: {eq: MOON }}) { totalCount } }                                | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {domain: {eq: "AIR"}}) { totalCount } }                                | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {statusAsOf: {gt: "2010-00-00"}}) { totalCount } }                     | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {statusAsOf: {in: ["2010-13"]}}) { totalCount } }                      | GRAPHQL_VALIDATION_FAILED
					{ contributions(where: {recordedAt: {gt: "2010-00-00T00:00:00Z"}}) { totalCount } }      | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {costAmount: {gt: 1e30}}) { totalCount } }                             | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {costAmount: {gt: "1e30"}}) { totalCount } }                           | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {costAmount: {gt: "NaN"}}) { totalCount } }                            | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {costAmount: {gt: NaN}}) { totalCount } }                              | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {costCurrency: {eq: "XQQ"}}) { totalCount } }                          | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {startYear: {eq: "2010"}}) { totalCount } }                            | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {name: {eq: 5}}) { totalCount } }                                      | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {name: "EFA"}) { totalCount } }                                        | GRAPHQL_VALIDATION_FAILED
					{ programs(where: {name: null}) { totalCount } }                                         | BAD_INPUT
					{ programs(where: {name: {eq: null}}) { totalCount } }                                   | BAD_INPUT
					{ programs(where: {name: {in: null}}) { totalCount } }                                   | BAD_INPUT
					{ programs(where: {id: null}) { totalCount } }                                           | BAD_INPUT
					{ programs(where: {id: {eq: null}}) { totalCount } }                                     | BAD_INPUT
					{ programs(where: {participants: {some: null}}) { totalCount } }                         | BAD_INPUT
					{ programs(where: {participants: {some: {node: null}}}) { totalCount } }                 | BAD_INPUT
					{ programs(where: {leadNation: null}) { totalCount } }                                   | BAD_INPUT
					{ programs(where: {or: null}) { totalCount } }                                           | BAD_INPUT
					{ programs(where: {not: null}) { totalCount } }                                          | BAD_INPUT
					{ programs(where: {and: [null]}) { totalCount } }                                        | GRAPHQL_VALIDATION_FAILED
					{ programs(orderBy: [{}]) { totalCount } }                                               | GRAPHQL_VALIDATION_FAILED
					{ programs(orderBy: [null]) { totalCount } }                                             | GRAPHQL_VALIDATION_FAILED
					{ programs(orderBy: [{name: ASC, key: ASC}]) { totalCount } }                            | GRAPHQL_VALIDATION_FAILED
					{ programs(orderBy: [{name: null}]) { totalCount } }                                     | BAD_INPUT
					{ programs(orderBy: [{leadNation: {name: null}}]) { totalCount } }                       | BAD_INPUT
					{ programs(first: 1) { nodes { participants(orderBy: [{edge: null}]) { totalCount } } } }| BAD_INPUT
					{ node(id: "$LONG") { id } }                                                             | NOT_FOUND
					{ node(id: "") { id } }                                                                  | NOT_FOUND
					{ node(id: 5) { id } }                                                                   | NOT_FOUND
					{ nodes(ids: ["UHJvZ3JhbTpFRkE=", "UHJvZ3JhbTpFRkE"]) { id } }                           | NOT_FOUND
					{ costSharing(program: "TmF0aW9uOlVTQQ") { program { key } } }                           | NOT_FOUND
					{ interoperability(among: {programs: null}) { members { key } } }                        | BAD_INPUT
					{ interoperability(among: {programs: []}) { members { key } } }                          | BAD_INPUT
					{ interoperability(among: {programs: ["a", "b"]}) { members { key } } }                  | NOT_FOUND
					{ technologyFlow(from: "TmF0aW9uOlVTQQ", to: "TmF0aW9uOkdCUg", maxHops: 7) { hasMore } } | BAD_INPUT
					{ technologyFlow(from: "TmF0aW9uOlVTQQ", to: "TmF0aW9uOkdCUg", limit: 0) { hasMore } }   | BAD_INPUT
					{ __schema { queryType { fields { name } } types { fields { name } } } }                 | TOO_COSTLY
					{ programs { nodes { ...F } } } fragment F on Program { ...G } fragment G on Program { ...F } | GRAPHQL_VALIDATION_FAILED
					""")
	void wrongRequestBearsItsCode(String document, String code) {
		for (String client : List.of("viewer-deu", "industry-mbda", "auditor")) {
			assertThat(ask(client, document).errorCodes()).as(client).isNotEmpty().containsOnly(code);
		}
	}

	@ParameterizedTest(name = "{1} of {0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{ programs(where: {id: {eq: "garbage"}}) { totalCount } }                             | 0
			{ programs(where: {id: {in: ["$LONG", "UHJvZ3JhbTpFRkE"]}}) { totalCount } }          | 1
			{ programs(where: {id: {eq: "TmF0aW9uOlVTQQ"}}) { totalCount } }                      | 0
			{ programs(where: {name: {contains: "$LONG"}}) { totalCount } }                       | 0
			{ programs(where: {name: {eq: "\\u0000"}}) { totalCount } }                           | 0
			{ programs(where: {name: {eq: "') RETURN n //"}}) { totalCount } }                    | 0
			{ programs(where: {or: []}) { totalCount } }                                          | 0
			{ programs(where: {not: {}}) { totalCount } }                                         | 0
			{ programs(where: {name: {in: []}}) { totalCount } }                                  | 0
			{ programs(where: {participants: {some: {edge: {costShare: {gt: 101}}}}}) { totalCount } } | 0
			{ programs(where: {costAmount: {lt: 0}}) { totalCount } }                             | 0
			{ programs(where: {costAmount: {lte: "-1"}}) { totalCount } }                         | 0
			{ programs(first: null, where: {key: {eq: "EFA"}}, orderBy: null) { totalCount } }    | 1
			{ match: programs(where: {key: {eq: "EFA"}}) { viewer: totalCount } }                 | 1
			{ n0: programs(where: {key: {eq: "EFA"}}) { held: totalCount } }                      | 1
			{ token: programs(where: {key: {eq: "EFA"}}) { p0: totalCount } }                     | 1
			{ $LONG: programs(where: {key: {eq: "EFA"}}) { row: totalCount } }                    | 1
			query $LONG { programs(where: {key: {eq: "EFA"}}) { return: totalCount } }            | 1
			""")
	void strangeRequestIsAnsweredRightly(String document, String count) {
		Answer answer = ask("viewer-deu", document);
		assertThat(Flat.lines(answer.data())).as(answer.text()).containsExactly("|" + count);
	}

	@Test
	void aliasesNamedLikeTheEnginesVariablesChangeNothing() {
		String plain = ask("viewer-swe",
				"""
						{ programs(first: 500) { nodes { key name participants { totalCount edges { role node { key } } } } } }""")
			.data()
			.toString();
		String hostile = ask("viewer-swe", """
				{ programs: programs(first: 500) { nodes: nodes { viewer: key match: name token: participants {
				  held: totalCount n0: edges { r: role node0: node { where: key } } } } } }""").data().toString();
		assertThat(hostile.replace("viewer", "key")
			.replace("\"match\"", "\"name\"")
			.replace("token", "participants")
			.replace("held", "totalCount")
			.replace("\"n0\"", "\"edges\"")
			.replace("\"r\"", "\"role\"")
			.replace("node0", "node")
			.replace("where", "key")).isEqualTo(plain);
	}

	@ParameterizedTest
	@CsvSource({ "amount, 0", "amount, -1", "amount, 1e30", "amount, NaN", "currency, XQQ", "kind, STOLEN", "form, 7",
			"priceYear, x", "marking, SECRET", "releasableTo, 5", "unknown, 1" })
	void wrongInputOfAMutationBearsItsCode(String field, String value) {
		Map<String, Object> input = new java.util.HashMap<>(
				Map.of("idempotencyKey", "wrong", "program", "UHJvZ3JhbTpFRkE", "contributor", "TmF0aW9uOkRFVQ", "kind",
						"PAID", "form", "CASH", "amount", "1", "currency", "EUR"));
		input.put(field, value);
		Answer answer = this.registry.as("manager-efa")
			.query("""
					mutation ($input: ContributionRecordInput!) {
					  contributionRecord(input: $input) { contribution { id } errors { code } } }""",
					Map.of("input", input));
		assertThat(answer.text()).doesNotMatch(INSIDE);
		if (field.equals("releasableTo")) {
			assertThat(answer.all("code")).isNotEmpty();
		}
		else {
			assertThat(answer.errorCodes()).containsOnly("BAD_INPUT").isNotEmpty();
		}
	}

	static Stream<Arguments> cursors() {
		String list = "programs";
		return Stream.of(Arguments.of("another viewer", "viewer-ita", list, ""),
				Arguments.of("another field", "viewer-deu", "nations", ""),
				Arguments.of("another order", "viewer-deu", list, ", orderBy: [{name: ASC}]"),
				Arguments.of("another filter", "viewer-deu", list, ", where: {domain: {eq: AIR}}"));
	}

	@ParameterizedTest(name = "of {0}")
	@MethodSource("cursors")
	void aCursorServesOnlyWhereItWasGiven(String what, String client, String list, String arguments) {
		String cursor = cursor(this.registry.as("viewer-deu"));
		String document = "{ %s(first: 1, after: \"%s\"%s) { totalCount } }";
		assertThat(ask("viewer-deu", document.formatted("programs", cursor, "")).errorCodes()).isEmpty();
		assertThat(ask(client, document.formatted(list, cursor, arguments)).errorCodes()).as(what)
			.containsExactly("BAD_CURSOR");
	}

	@Test
	void aCursorThatWasChangedIsForged() {
		String cursor = cursor(this.registry.as("viewer-deu"));
		for (int i = 0; i < cursor.length() - 1; i++) {
			String forged = cursor.substring(0, i) + ((cursor.charAt(i) == 'A') ? 'B' : 'A') + cursor.substring(i + 1);
			assertThat(
					ask("viewer-deu", "{ programs(first: 1, after: \"" + forged + "\") { totalCount } }").errorCodes())
				.as(forged)
				.containsExactly("BAD_CURSOR");
		}
	}

	private static String cursor(GraphqlSession session) {
		JsonNode cursor = session.query("{ programs(first: 1) { pageInfo { endCursor } } }")
			.data("/programs/pageInfo/endCursor");
		return cursor.asString();
	}

}
