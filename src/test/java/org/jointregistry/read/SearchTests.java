package org.jointregistry.read;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names are found by their words, at the root, behind relations and in lists of several
 * types, by those who see them.
 */
@RegistryTest
class SearchTests {

	static final List<String> CLIENTS = StatementTests.CLIENTS;

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest(name = "{0} finds {2}")
	@CsvSource(delimiter = '|', textBlock = """
			turkiye              | nations      | TUR
			TÜRKIYE              | nations      | TUR
			T\u0075\u0308rki    | nations      | TUR
			aland isl            | nations      | ALA
			isl åland            | nations      | ALA
			cote d’ivoire        | nations      | CIV
			ivoire cote          | nations      | CIV
			sao tome principe    | nations      | STP
			fuer schiffe         | institutions |
			fur schiffe          | institutions | IN143
			typhoon              | programs     | EFA
			Euro typ             | programs     | EFA
			roeuro               | programs     |
			efa                  | programs     | EFA
			nato                 | communities  | NATO,NATOSTO
			atlantic treaty      | communities  | NATO
			stanag 4559          | standards    | STANAG 4559
			osprey mou           | agreements   | FX-AG-OSPREY
			typhoon zzz          | programs     |
			""")
	void wordsBeginWithWhatIsAsked(String text, String list, String keys) {
		for (String client : List.of("viewer-deu", "auditor")) {
			Answer answer = this.registry.as(client)
				.query("query Q($text: String) { %s(where: {search: $text}) { totalCount nodes { key } } }"
					.formatted(list), java.util.Map.of("text", text));
			List<String> expected = (keys != null) ? Arrays.asList(keys.split(",")) : List.of();
			assertThat(answer.all("key")).as(answer.text()).isEqualTo(expected);
			assertThat(answer.data("/" + list + "/totalCount").asInt()).isEqualTo(expected.size());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-", "\u0301", "\uD83D\uDE00", "()" })
	void withoutLettersAndDigitsNothingIsFound(String text) {
		Answer answer = this.registry.as("viewer-deu")
			.query("query Q($text: String) { programs(where: {search: $text}) { totalCount } }",
					java.util.Map.of("text", text));
		assertThat(answer.data("/programs/totalCount").asInt(-1)).as(answer.text()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "a,199,0", "a,200,0", "a,201,1", "a ,10,0", "b c d e f g h i j k l ,1,1", "b c d e f g h i j k ,1,0" })
	void longTextsAreRefused(String word, int times, int errors) {
		Answer answer = this.registry.as("viewer-deu")
			.query("query Q($text: String) { programs(where: {search: $text}) { totalCount } }",
					java.util.Map.of("text", word.repeat(times)));
		assertThat(answer.errorCodes()).as(answer.text()).isEqualTo((errors == 0) ? List.of() : List.of("BAD_INPUT"));
	}

	@Test
	void aSearchGoesWithEverythingElse() {
		Answer answer = this.registry.as("viewer-deu").query("""
				{
				  both: programs(where: {search: "fictional", not: {search: "osprey"}}, orderBy: [{name: DESC}]) {
				    nodes { key }
				  }
				  either: programs(where: {or: [{search: "osprey"}, {search: "heron"}]}) { totalCount nodes { key } }
				  behind: agreements(where: {programs: {some: {search: "osprey"}}}) { nodes { key } }
				  nested: nations(where: {key: {eq: "DEU"}}) {
				    nodes { programs(where: {node: {search: "sentinel"}}) { nodes { key } } }
				  }
				  none: contributors: nations(where: {programs: {none: {node: {search: "e"}}}}, first: 1) { totalCount }
				}
				""".replace("none: contributors:", "none:"));
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(answer.data("/both").findValuesAsString("key")).containsExactly("FX-MERLIN", "FX-HERON");
		assertThat(answer.data("/either").findValuesAsString("key")).containsExactly("FX-HERON", "FX-OSPREY");
		assertThat(answer.data("/behind").findValuesAsString("key")).containsExactly("FX-AG-OSPREY");
		assertThat(answer.data("/nested").findValuesAsString("key")).containsExactly("FX-OSPREY");
		assertThat(answer.data("/none/totalCount").asInt()).isPositive();
	}

	@ParameterizedTest(name = "{0} finds {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					viewer-deu        | CostShareKey FX-KEY-OSPREY,CostShareKey FX-KEY-OSPREY-1,Agreement FX-AG-OSPREY,Program FX-OSPREY
					manager-efa       | CostShareKey FX-KEY-OSPREY,CostShareKey FX-KEY-OSPREY-1,Program FX-OSPREY
					viewer-usa        |
					viewer-swe        |
					auditor           | CostShareKey FX-KEY-OSPREY,CostShareKey FX-KEY-OSPREY-1,Agreement FX-AG-OSPREY,Program FX-OSPREY
					""")
	void recordsAreFoundByThoseWhoSeeThem(String client, String found) {
		List<String> expected = (found != null) ? Arrays.asList(found.split(",")) : List.of();
		Answer answer = this.registry.as(client).query("""
				{ records(where: {search: "osprey sent"}) { totalCount nodes { __typename key } } }""");
		assertThat(records(answer)).as(answer.text()).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(answer.data("/records/totalCount").asInt()).isEqualTo(expected.size());
	}

	private static List<String> records(Answer answer) {
		return answer.data("/records/nodes")
			.valueStream()
			.map((node) -> node.path("__typename").asString() + " " + node.path("key").asString())
			.toList();
	}

	@ParameterizedTest
	@FieldSource("CLIENTS")
	void listsOfSeveralTypesAreInTheOrderOfKeys(String client) {
		Answer answer = this.registry.as(client)
			.query("""
					{
					  parties(first: 500) { totalCount nodes { key } }
					  organizations(last: 3, where: {key: {lt: "C"}}) { pageInfo { hasPreviousPage } nodes { key __typename } }
					  nations { totalCount } communities { totalCount } contractors { totalCount }
					  institutions { totalCount } innovationHubs { totalCount } partyRoles { totalCount }
					}
					""");
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(answer.data("/parties").findValuesAsString("key")).isSorted();
		int all = List.of("nations", "communities", "contractors", "institutions", "innovationHubs", "partyRoles")
			.stream()
			.mapToInt((list) -> answer.data("/" + list + "/totalCount").asInt())
			.sum();
		assertThat(answer.data("/parties/totalCount").asInt()).isEqualTo(all);
		assertThat(answer.data("/parties/nodes").size()).isEqualTo(Math.min(all, 500));
		assertThat(answer.data("/organizations/pageInfo/hasPreviousPage").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@FieldSource("CLIENTS")
	void aSearchIsOneStatement(String client) {
		try (SentStatements sent = new SentStatements()) {
			assertThat(this.registry.as(client)
				.query("{ records(where: {search: \"euro\"}) { nodes { ... on Program { name } } totalCount } }")
				.errorCodes()).isEmpty();
			assertThat(sent.all()).hasSize(1);
		}
	}

}
