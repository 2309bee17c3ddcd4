package org.jointregistry.access;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may see a record of the fictional programs, and who is told.
 */
@RegistryTest
class VisibleToTests {

	private static final String ASKED = """
			query Q%s {
			  %s(where: {key: {eq: "%s"}}) {
			    nodes {
			      visibleTo { roles nation organization program grounds { sentence community program agreement } }
			    }
			  }
			}
			""";

	@Autowired
	private RegistryClient registry;

	@ParameterizedTest(name = "{0} {2} as told to {1}")
	@CsvSource(delimiter = '|', textBlock = """
			transfers     | auditor    | FX-TR04      | DEU 5 6 7, SWE 7, manages FX-MERLIN 8, REGISTRAR 10, AUDITOR 10
			transfers     | viewer-deu | FX-TR04      | DEU 5 6 7, SWE 7, manages FX-MERLIN 8, REGISTRAR 10, AUDITOR 10
			transfers     | viewer-swe | FX-TR04      | null
			transfers     | registrar  | FX-TR04      | null
			transfers     | viewer-usa | FX-TR07      | USA 5 6 7, MBDA 9, manages FX-HERON 8, REGISTRAR 10, AUDITOR 10
			contributions | auditor    | FX-CB05      | DEU 4FX-AG-OSPREY 4FX-OSPREY, ESP 4FX-AG-OSPREY 4FX-OSPREY, \
			ITA 4FX-AG-OSPREY 4FX-OSPREY 6 7, manages FX-OSPREY 8, REGISTRAR 10, AUDITOR 10
			contributions | delegate-ita | FX-CB05    | DEU 4FX-AG-OSPREY 4FX-OSPREY, ESP 4FX-AG-OSPREY 4FX-OSPREY, \
			ITA 4FX-AG-OSPREY 4FX-OSPREY 6 7, manages FX-OSPREY 8, REGISTRAR 10, AUDITOR 10
			contributions | delegate-deu | FX-CB05    | null
			contributions | manager-efa  | FX-CB05    | null
			workShares    | viewer-deu   | FX-OSPREY/FX-TARNWERK | DEU 5 6, FX-TARNWERK 9, manages FX-OSPREY 8, \
			REGISTRAR 10, AUDITOR 10
			""")
	void theAudienceOfARecord(String list, String client, String key, String audience) {
		Answer answer = this.registry.as(client).query(ASKED.formatted("", list, key));
		assertThat(answer.errorCodes()).isEmpty();
		assertThat(told(answer.data("/" + list + "/nodes/0/visibleTo"))).isEqualTo(audience);
	}

	private static String told(JsonNode audiences) {
		return audiences.isNull() ? "null"
				: String.join(", ", audiences.valueStream().map(VisibleToTests::audience).toList());
	}

	private static String audience(JsonNode audience) {
		String who = audience.path("roles").path(0).asString();
		for (String claim : List.of("nation", "organization", "program")) {
			if (!audience.path(claim).isNull()) {
				who = (claim.equals("program") ? "manages " : "") + audience.path(claim).asString();
			}
		}
		return who + String.join("", audience.path("grounds").valueStream().map(VisibleToTests::ground).toList());
	}

	private static String ground(JsonNode ground) {
		String program = ground.path("program").asString("");
		return " " + ground.path("sentence").asInt() + ground.path("community").asString("")
				+ (ground.path("sentence").asInt() == 8 ? "" : program) + ground.path("agreement").asString("");
	}

	/** The members of NATO are many; that they are its members is reference data. */
	@Test
	void membersAreToldThroughTheirCommunity() {
		Answer answer = this.registry.as("auditor").query(ASKED.formatted("", "programs", "FX-HERON"));
		String told = told(answer.data("/programs/nodes/0/visibleTo"));
		assertThat(told).contains("FRA 3NATO 6NATO,", "USA 3NATO 6NATO,").doesNotContain("AUT", "organization");
	}

	@Test
	void publicIsSeenByEveryRole() {
		Answer answer = this.registry.as("auditor").query(ASKED.formatted("", "programs", "FX-MERLIN"));
		JsonNode everyone = answer.data("/programs/nodes/0/visibleTo/0");
		assertThat(everyone.path("roles").valueStream().map(JsonNode::asString))
			.containsExactlyElementsOf(java.util.Arrays.stream(Role.values()).map(Role::name).toList());
		assertThat(everyone.at("/grounds/0/sentence").asInt()).isEqualTo(2);
		assertThat(everyone.path("nation").isNull()).isTrue();
	}

	/** What an audience says serves to ask as its viewers. */
	@Test
	void anAuditorAsksAsAnAudience() {
		String seen = " @asSeenBy(roles: [NATIONAL_DELEGATE], nation: \"ITA\")";
		Answer supposed = this.registry.as("auditor").query(ASKED.formatted(seen, "contributions", "FX-CB05"));
		Answer own = this.registry.as("delegate-ita").query(ASKED.formatted("", "contributions", "FX-CB05"));
		assertThat(supposed.text()).isEqualTo(own.text()).contains("FX-AG-OSPREY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "programs(where: {visibleTo: {isNull: true}})", "programs(orderBy: [{visibleTo: ASC}])" })
	void recordsAreNeitherFoundNorOrderedByIt(String list) {
		assertThat(this.registry.as("auditor").query("{ " + list + " { totalCount } }").errorCodes())
			.containsExactly("GRAPHQL_VALIDATION_FAILED");
	}

	@Test
	void anyRecordIsAskedUnderAnyAlias() {
		Answer answer = this.registry.as("auditor").query("""
				query Q($ids: [ID!]!) {
				  nodes(ids: $ids) {
				    ... on Record { a: visibleTo { b: grounds { c: sentence } } d: visibleTo { e: nation } }
				  }
				}
				""", Map.of("ids", List.of(id("Program", "FX-OSPREY"), id("Nation", "DEU"))));
		assertThat(answer.errorCodes()).isEmpty();
		assertThat(answer.data("/nodes/1/a/0/b/0/c").asInt()).isEqualTo(2);
		assertThat(answer.data("/nodes/0/d").findValuesAsString("e")).contains("DEU", "ESP", "ITA");
	}

	private static String id(String type, String key) {
		return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString((type + ":" + key).getBytes());
	}

}
