package org.jointregistry.costsharing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is recorded is what was sent, and is seen by whom it is for.
 */
@RegistryTest
class ContributionRecordTests {

	private static final String CONTRIBUTION = "/contributionRecord/contribution";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	@Test
	void paymentIsRecordedAsSent() {
		JsonNode recorded = recorded(Stage.payment());
		assertThat(recorded.path("key").asString()).startsWith("CR-");
		assertThat(recorded.path("amount").asString()).isEqualTo("126250000.25");
		assertThat(recorded.path("currency").asString()).isEqualTo("EUR");
		assertThat(recorded.path("marking").asString()).isEqualTo("PARTNERS");
		assertThat(recorded.path("recordedAt").asString()).endsWith("Z");
		assertThat(recorded.at("/programs/nodes/0/key").asString()).isEqualTo("FX-REC-OPEN");
		assertThat(recorded.at("/contributors/nodes/0/id").asString()).isEqualTo(Stage.PARTNER);
		assertThat(recorded.path("fictional").asBoolean()).isTrue();
		assertThat(recorded.path("industryReleasable").asBoolean(true)).isFalse();
		for (String unknown : List.of("originator", "source", "figuresMarking", "agreement", "note")) {
			assertThat(recorded.path(unknown).isNull()).as(unknown).isTrue();
		}
	}

	@Test
	void everyFieldIsKept() {
		Map<String, Object> input = Stage.payment();
		input.putAll(Map.of("kind", "DELIVERED", "form", "IN_KIND", "priceYear", 2021, "phase", "Production", "period",
				"2021 to 2023", "valuationBasis", "Hours at agreed rates", "note", "Zwölf Prüfstände\nund Personal"));
		input.putAll(Map.of("agreement", Stage.AGREEMENT, "marking", "COMMUNITY", "figuresMarking", "PARTNERS",
				"releasableTo", List.of("community:FX-REC-LEAGUE", "nation:XRD", "nation:XRD")));
		JsonNode recorded = recorded(input);
		for (String field : List.of("kind", "form", "priceYear", "phase", "period", "valuationBasis", "note", "marking",
				"figuresMarking")) {
			assertThat(recorded.path(field).asString()).as(field).isEqualTo(String.valueOf(input.get(field)));
		}
		assertThat(recorded.at("/agreement/key").asString()).isEqualTo("FX-REC-MOU");
		assertThat(recorded.path("releasableTo").values()).extracting(JsonNode::asString)
			.containsExactly("community:FX-REC-LEAGUE", "nation:XRD");
		assertThat(this.stage.run("MATCH (c:Contribution {key: '%s'}) RETURN c.releasedTo, c.figuresTo"
			.formatted(recorded.path("key").asString())))
			.singleElement()
			.satisfies((row) -> assertThat(row.get(0).asList()).containsExactly("community:FX-REC-LEAGUE", "nation:XRA",
					"nation:XRD", "office:FX-REC-OPEN"))
			.satisfies((row) -> assertThat(row.get(1).asList()).contains("partner:FX-REC-OPEN", "party:FX-REC-MOU"));
	}

	@ParameterizedTest
	@CsvSource({ "Nation,XRA", "Community,FX-REC-LEAGUE", "Contractor,FX-REC-WORKS" })
	void everyKindOfPartyContributes(String type, String key) {
		JsonNode recorded = recorded(Stage.paymentWith("contributor", Stage.id(type, key)));
		assertThat(recorded.at("/contributors/nodes/0/id").asString()).isEqualTo(Stage.id(type, key));
	}

	@Test
	void numbersAreTakenForAmounts() {
		assertThat(recorded(Stage.paymentWith("amount", 5)).path("amount").asString()).isEqualTo("5");
		assertThat(recorded(Stage.paymentWith("amount", "99999999999999.9999")).path("amount").asString())
			.isEqualTo("99999999999999.9999");
	}

	@Test
	void partnersSeeItAndOthersDoNot() {
		String id = recorded(Stage.payment()).path("id").asString();
		assertThat(this.stage.national("XRB").query(node(id)).errorCodes()).isEmpty();
		assertThat(this.stage.national("XRA").query(node(id)).errorCodes()).isEmpty();
		assertThat(this.stage.national("XRC").query(node(id)).errorCodes()).containsExactly("NOT_FOUND");
		assertThat(this.stage.national("XRD").query(node(id)).errorCodes()).containsExactly("NOT_FOUND");
	}

	@Test
	void itIsInTheListsOfThoseWhoSeeIt() {
		recorded(Stage.paymentWith("note", "Third instalment of the FX-REC test"));
		String list = """
				{ contributions(where: {note: {eq: "Third instalment of the FX-REC test"}}) {
				  totalCount nodes { amount } } }""";
		for (String partner : List.of("XRA", "XRB")) {
			Answer answer = this.stage.national(partner).query(list);
			assertThat(answer.data("/contributions/totalCount").asInt()).as(partner).isOne();
			assertThat(answer.all("amount")).as(partner).containsExactly("126250000.25");
		}
		for (String other : List.of("XRC", "XRD")) {
			Answer answer = this.stage.national(other).query(list);
			assertThat(answer.data("/contributions/totalCount").asInt(-1)).as(other).isZero();
		}
	}

	@Test
	void itIsInTheListsAtItsProgramContributorAndAgreement() {
		Map<String, Object> input = Stage.paymentWith("agreement", Stage.AGREEMENT);
		String key = recorded(input).path("key").asString();
		String found = "contributions(where: {key: {eq: \"%s\"}}) { totalCount }".formatted(key);
		for (String at : List.of(Stage.OPEN, Stage.PARTNER, Stage.AGREEMENT)) {
			String list = "{ node(id: \"%s\") { ... on Program { %2$s } ... on Nation { %2$s } ... on Agreement { %2$s } } }"
				.formatted(at, found);
			assertThat(this.stage.national("XRB").query(list).data("/node/contributions/totalCount").asInt()).isOne();
			assertThat(this.registry.as("auditor").query(list).data("/node/contributions/totalCount").asInt()).isOne();
			assertThat(this.stage.national("XRD").query(list).data("/node/contributions/totalCount").asInt(-1))
				.isZero();
		}
	}

	@Test
	void figuresOfTheirOwnMarkingAreTheContributorsAndTheOffices() {
		JsonNode recorded = recorded(Stage.paymentWith("figuresMarking", "ORIGINATOR"));
		assertThat(recorded.path("amount").asString()).isEqualTo("126250000.25");
		String id = recorded.path("id").asString();
		assertThat(this.stage.national("XRA").query(node(id)).data("/node/amount").asString())
			.isEqualTo("126250000.25");
		assertThat(this.stage.national("XRB").query(node(id)).data("/node/amount").isNull()).isTrue();
	}

	@Test
	void nationThatLeftSettlesWhatItOwes() {
		recorded(Stage.paymentWith("contributor", Stage.FORMER));
	}

	@Test
	void auditorAloneSeesTheAuditEntry() {
		String key = recorded(Stage.payment()).path("key").asString();
		String query = "{ auditEntries(where: {recordKey: {eq: \"%s\"}}) { totalCount nodes { at actor roles mutation recordType before after } } }"
			.formatted(key);
		JsonNode entry = this.registry.as("auditor").query(query).data("/auditEntries/nodes/0");
		assertThat(entry.path("actor").asString()).isEqualTo("recorder-manager");
		assertThat(entry.path("roles").values()).extracting(JsonNode::asString).containsExactly("PROGRAM_MANAGER");
		assertThat(entry.path("mutation").asString()).isEqualTo("contributionRecord");
		assertThat(entry.path("recordType").asString()).isEqualTo("Contribution");
		assertThat(entry.path("before").isNull()).isTrue();
		assertThat(entry.path("after").asString()).contains("\"amount\":\"126250000.25\"",
				"\"program\":\"Program:FX-REC-OPEN\"", "\"contributor\":\"Nation:XRA\"");
		for (GraphqlSession other : List.of(this.stage.manager(), this.registry.as("registrar"),
				this.stage.national("XRA"))) {
			Answer answer = other.query(query);
			assertThat(answer.data("/auditEntries/totalCount").asInt(-1)).isZero();
			assertThat(answer.data("/auditEntries/nodes").size()).isZero();
		}
	}

	private JsonNode recorded(Map<String, Object> input) {
		Answer answer = this.stage.manager().query(Stage.RECORD, Stage.variables(input));
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		assertThat(answer.data("/contributionRecord/errors").size()).as(answer.text()).isZero();
		return answer.data(CONTRIBUTION);
	}

	private static String node(String id) {
		return "{ node(id: \"%s\") { ... on Contribution { key amount } } }".formatted(id);
	}

}
