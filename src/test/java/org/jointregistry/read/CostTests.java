package org.jointregistry.read;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operation costs follows from its document and variables alone, and one that
 * costs too much does not reach the database.
 */
@RegistryTest
class CostTests {

	private static final long LIMIT = 1_000_000;

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ __typename }                                                                          | 1
			{ programs(first: 3) { nodes { name } } }                                               | 30006
			{ programs(first: 3) { nodes { name name again: name } } }                              | 30007
			{ programs(last: 3) { totalCount } }                                                    | 30005
			{ programs { totalCount } }                                                             | 30052
			{ a: programs(first: 3) { totalCount } b: programs(first: 3) { totalCount } }           | 60010
			{ programs(first: 3) { nodes { leadNation { name } } } }                                | 46010
			{ programs(first: 3) { nodes { contributions(first: 5) { nodes { key } } } } }          | 46023
			{ programs(first: 3, where: {name: {contains: "e"}}) { totalCount } }                   | 43005
			{ programs(first: 3, where: {name: {contains: "e"}}) { __typename totalCount } }        | 43006
			{ programs(first: 3, where: {name: {contains: "e"}}) { totalCount nodes { key } } }     | 56007
			{ programs(first: 3, orderBy: [{name: ASC}]) { totalCount } }                           | 35005
			{ programs(first: 3, where: {search: "euro typhoon"}) { totalCount } }                  | 35005
			{ organizations(first: 3, where: {search: "euro"}) { totalCount } }                     | 55005
			{ organizations(first: 3) { nodes { name } } }                                          | 50006
			{ programs(first: 3) { nodes { visibleTo { nation } } } }                               | 126367
			{ programs(first: 3) { groups(first: 7) { count } } }                                   | 46013
			{ programs { groups(by: [DOMAIN, LEAD_NATION], first: 2) { key { leadNation { name } } count } } } | 81660
			{ programs(first: 3) { ...on ProgramConnection @include(if: false) { totalCount } totalCount } } | 30005
			""")
	void theCostOfADocument(String document, long cost) {
		Answer answer = this.registry.as("viewer-deu").query(document);
		assertThat(answer.errorCodes()).isEmpty();
		assertThat(answer.body().at("/extensions/cost/requested").asLong()).isEqualTo(cost);
		assertThat(answer.body().at("/extensions/cost/limit").asLong()).isEqualTo(LIMIT);
	}

	@Test
	void aVariableCostsAsMuchAsItsValue() {
		Answer answer = this.registry.as("viewer-deu")
			.query("query Q($first: Int, $with: Boolean!) { programs(first: $first) { totalCount @include(if: $with) } }",
					Map.of("first", 7, "with", true));
		assertThat(answer.body().at("/extensions/cost/requested").asLong()).isEqualTo(30_009);
	}

	@ParameterizedTest
	@MethodSource
	void tooMuchReachesNoDatabaseAndCostsEveryViewerTheSame(String kind, String document) {
		for (String client : StatementTests.CLIENTS) {
			try (SentStatements sent = new SentStatements()) {
				Answer answer = this.registry.as(client).query(document);
				assertThat(answer.errorCodes()).as(answer.text()).containsExactly("TOO_COSTLY");
				assertThat(answer.data().isMissingNode() || answer.data().isNull()).isTrue();
				assertThat(answer.body().at("/extensions/cost/requested").asLong()).isEqualTo(LIMIT + 1);
				assertThat(sent.all()).isEmpty();
			}
		}
	}

	static Stream<Arguments> tooMuchReachesNoDatabaseAndCostsEveryViewerTheSame() {
		String page = "contributions(first: 500) { nodes { programs(first: 500) { nodes { name } } } }";
		return Stream.of(Arguments.of("nodes", "{ programs(first: 500) { nodes { " + page + " } } }"),
				Arguments.of("depth", "{ programs(first: 1) { nodes { " + nested(9) + " } } }"),
				Arguments.of("aliases", "{ " + each(60, "a%d: programs(first: 1) { totalCount }") + " }"),
				Arguments.of("relations",
						"{ programs(first: 1) { nodes { " + each(70, "a%d: leadNation { name }") + " } } }"),
				Arguments.of("conditions",
						"{ programs(where: {or: [" + each(100, "{name: {eq: \"%d\"}}") + "]}) { totalCount } }"),
				Arguments.of("nesting",
						"{ programs(where: " + "{not: ".repeat(14) + "{name: {eq: \"x\"}}" + "}".repeat(14)
								+ ") { totalCount } }"),
				Arguments.of("fragments",
						"{ programs(first: 1) { nodes { " + each(20, "a%d: leadNation { ...wide }") + " } } } "
								+ "fragment wide on Nation { " + each(5, "b%d: ledPrograms(first: 9) { totalCount }")
								+ " }"));
	}

	private static String nested(int depth) {
		return (depth == 0) ? "name" : "leadNation { ledPrograms(first: 1) { nodes { " + nested(depth - 1) + " } } }";
	}

	private static String each(int times, String form) {
		return IntStream.range(0, times).mapToObj(form::formatted).collect(Collectors.joining(" "));
	}

}
