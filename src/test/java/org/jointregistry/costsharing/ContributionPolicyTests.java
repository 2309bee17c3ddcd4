package org.jointregistry.costsharing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may record a contribution (sentence 16), and that no one else changes or learns
 * anything (sentence 13).
 */
@RegistryTest
class ContributionPolicyTests {

	private static final String NOT_FOUND = "There is no such record, or you may not see it";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	@ParameterizedTest(name = "{0}: seen {1}, hidden {2}, absent NOT_FOUND")
	@CsvSource(delimiter = '|', textBlock = """
			viewer-deu        | 19 |
			viewer-ita        | 19 |
			viewer-usa        | 19 |
			viewer-swe        | 19 |
			delegate-deu      | 17 |
			delegate-ita      | 17 |
			manager-efa       | 16 |
			manager-f35       | 16 |
			industry-leonardo | 18 |
			industry-mbda     | 18 |
			registrar         | 15 | 15
			auditor           | 19 | 19
			""")
	void everyoneElseIsRefusedByTheSentence(String client, Integer seen, @Nullable Integer hidden) {
		Map<String, Object> before = this.stage.counts();
		GraphqlSession session = this.registry.as(client);
		assertRefused(record(session, "program", Stage.OPEN), seen);
		assertRefused(record(session, "program", Stage.CLOSED), hidden);
		assertRefused(record(session, "program", Stage.ABSENT), null);
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void managerRecordsForTheProgramsManaged() {
		for (String program : List.of(Stage.OPEN, Stage.CLOSED)) {
			Answer answer = record(this.stage.manager(), "program", program);
			assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
			assertThat(answer.data("/contributionRecord/contribution/key").asString()).startsWith("CR-");
		}
		assertRefused(record(this.stage.manager(), "program", Stage.ABSENT), null);
	}

	@ParameterizedTest
	@CsvSource({ "manager-efa,EFA,DEU,", "manager-efa,FX-OSPREY,,", "manager-f35,F35,ITA,", "manager-f35,EFA,DEU,16",
			"manager-efa,F35,ITA,16" })
	void demoManagersRecordForTheirOwnPrograms(String client, String program, @Nullable String nation,
			@Nullable Integer sentence) {
		Map<String, Object> input = Stage.paymentWith("program", Stage.id("Program", program));
		input.put("contributor",
				(nation != null) ? Stage.id("Nation", nation) : Stage.id("Contractor", "FX-REC-WORKS"));
		Answer answer = record(this.registry.as(client), input);
		if (sentence != null) {
			assertRefused(answer, sentence);
			return;
		}
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		assertThat(answer.data("/contributionRecord/contribution/key").asString()).startsWith("CR-");
	}

	@Test
	void managerWhoHoldsFurtherRolesRecordsAllTheSame() {
		GraphqlSession session = this.registry.claiming((claims) -> claims.subject("recorder-both")
			.claim("roles", List.of("AUDITOR", "PROGRAM_MANAGER"))
			.claim("programs", List.of("FX-REC-OPEN")));
		assertThat(record(session, "program", Stage.OPEN).errors().isMissingNode()).isTrue();
		assertRefused(record(session, "program", Stage.CLOSED), 16);
	}

	@Test
	void programsOfAnotherRoleGiveNoManager() {
		GraphqlSession session = this.registry.claiming((claims) -> claims.subject("recorder-posing")
			.claim("roles", List.of("NATIONAL_DELEGATE"))
			.claim("nation", "XRA")
			.claim("programs", List.of("FX-REC-OPEN")));
		assertRefused(record(session, "program", Stage.OPEN), 17);
	}

	@ParameterizedTest
	@MethodSource("unseen")
	void whatIsNotSeenCannotBeNamed(String field, String id) {
		Map<String, Object> before = this.stage.counts();
		assertRefused(record(this.stage.manager(), field, id), null);
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	static List<Arguments> unseen() {
		String hostile = Stage.id("Program", "x'}) DETACH DELETE n //");
		return List.of(Arguments.of("contributor", Stage.id("Contractor", "FX-REC-SHADE")),
				Arguments.of("contributor", Stage.id("Contractor", "FX-REC-NONE")),
				Arguments.of("contributor", Stage.id("Nation", "XRZ")), Arguments.of("contributor", Stage.OPEN),
				Arguments.of("contributor", Stage.id("PartyRole", "FX-REC-NONE")),
				Arguments.of("contributor", Stage.id("Party", "XRA")),
				Arguments.of("contributor", Stage.id("`Nation`", "XRA")), Arguments.of("contributor", "XRA"),
				Arguments.of("agreement", Stage.id("Agreement", "FX-REC-SECRET")),
				Arguments.of("agreement", Stage.id("Agreement", "FX-REC-NONE")), Arguments.of("agreement", Stage.OPEN),
				Arguments.of("agreement", ""), Arguments.of("program", Stage.AGREEMENT), Arguments.of("program", ""),
				Arguments.of("program", "FX-REC-OPEN"), Arguments.of("program", Stage.OPEN + "=="),
				Arguments.of("program", "\u0000\uD83D\uDE00"), Arguments.of("program", hostile));
	}

	@Test
	void wrongInputTellsNothingToThoseWhoMayNotRecord() {
		Map<String, Object> input = Stage.paymentWith("contributor", Stage.STRANGER);
		input.put("idempotencyKey", " ");
		input.put("program", Stage.CLOSED);
		assertRefused(record(this.registry.as("manager-efa"), input), null);
		input.put("program", Stage.OPEN);
		assertRefused(record(this.registry.as("manager-efa"), input), 16);
	}

	private static Answer record(GraphqlSession session, String field, String value) {
		return record(session, Stage.paymentWith(field, value));
	}

	private static Answer record(GraphqlSession session, Map<String, Object> input) {
		return session.query(Stage.RECORD, Stage.variables(input));
	}

	private static void assertRefused(Answer answer, @Nullable Integer sentence) {
		assertThat(answer.errorCodes()).as(answer.text())
			.containsExactly((sentence != null) ? "FORBIDDEN" : "NOT_FOUND");
		JsonNode error = answer.errors().get(0);
		assertThat(error.at("/extensions/policySentence").asInt(0)).isEqualTo((sentence != null) ? sentence : 0);
		if (sentence == null) {
			assertThat(error.path("message").asString()).isEqualTo(NOT_FOUND);
			assertThat(error.path("extensions").propertyNames()).doesNotContain("policySentence", "inputPath");
		}
		assertThat(error.path("path").values()).extracting(JsonNode::asString).containsExactly("contributionRecord");
		assertThat(answer.data("/contributionRecord").isNull()).isTrue();
	}

}
