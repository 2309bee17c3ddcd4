package org.jointregistry.costsharing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
 * A correction is a new entry that names the one it takes back and why (sentence 21).
 */
@RegistryTest
class ContributionReverseTests {

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	private Ledger ledger;

	@BeforeEach
	void set() {
		this.ledger = new Ledger(this.stage);
	}

	@Test
	void reversalSaysWhatItTakesBackAndWhy() {
		Map<String, Object> input = Stage.paymentWith("agreement", Stage.AGREEMENT);
		JsonNode payment = Ledger.done(Ledger.record(this.stage.manager(), input));
		String id = payment.path("id").asString();
		JsonNode reversal = Ledger.done(Ledger.reverse(this.stage.manager(), id));
		assertThat(reversal.path("kind").asString()).isEqualTo("REVERSED");
		assertThat(reversal.path("reason").asString()).isEqualTo("Entered twice");
		assertThat(reversal.at("/reverses/id").asString()).isEqualTo(id);
		for (String same : List.of("form", "amount", "currency", "marking", "figuresMarking", "releasableTo",
				"fictional", "programs", "contributors", "agreement")) {
			assertThat(reversal.path(same)).as(same).isEqualTo(payment.path(same));
		}
		assertThat(reversal.path("aboveCall").isNull()).isTrue();
	}

	@Test
	void entryThatIsTakenBackTellsByWhat() {
		String id = this.ledger.payment("XRA", 5);
		String reversal = Ledger.done(Ledger.reverse(this.stage.manager(), id)).path("key").asString();
		Answer answer = this.stage.national("XRA")
			.query("{ node(id: \"%s\") { ... on Contribution { kind reversedBy { nodes { key } } } } }".formatted(id));
		assertThat(answer.data("/node/kind").asString()).isEqualTo("PAID");
		assertThat(answer.all("key")).containsExactly(reversal);
	}

	@ParameterizedTest
	@CsvSource({ "PARTNERS,", "PUBLIC,ORIGINATOR", "COMMUNITY,PARTNERS", "ORIGINATOR," })
	void reversalAndVerificationAreShownToTheSame(String marking, @Nullable String figures) {
		Map<String, Object> input = Stage.paymentWith("marking", marking);
		input.put("releasableTo", List.of("community:FX-REC-LEAGUE", "nation:XRB"));
		if (figures != null) {
			input.put("figuresMarking", figures);
		}
		String id = Ledger.done(Ledger.record(this.stage.manager(), input)).path("id").asString();
		String verification = Ledger.done(Ledger.verify(this.ledger.verifier(), id)).path("id").asString();
		String reversal = Ledger.done(Ledger.reverse(this.stage.manager(), id)).path("id").asString();
		for (GraphqlSession viewer : List.of(this.stage.national("XRA"), this.stage.national("XRB"),
				this.stage.national("XRC"), this.stage.national("XRD"), this.registry.as("industry-mbda"))) {
			assertThat(shown(viewer, reversal)).isEqualTo(shown(viewer, id));
			assertThat(shown(viewer, verification)).isEqualTo(shown(viewer, id));
		}
		assertThat(this.stage
			.run("MATCH (c:Contribution) WHERE c.key STARTS WITH 'CR-' RETURN DISTINCT c.releasedTo, c.figuresTo"))
			.hasSize(1);
	}

	private static String shown(GraphqlSession viewer, String id) {
		Answer answer = viewer.query("{ node(id: \"%s\") { ... on Contribution { amount } } }".formatted(id));
		return answer.errorCodes() + " " + answer.data("/node/amount");
	}

	@Test
	void whatIsReversedAndItsReversalCountInNoSum() {
		this.ledger.entry("PLEDGED", "XRA", "1000.5");
		this.ledger.entry("CALLED", "XRA", 200);
		List<String> before = Ledger.sums(this.stage.manager());
		assertThat(before).containsExactly("1000.5", "200", "-", "-", "2");
		String paid = this.ledger.entry("PAID", "XRA", "150.25");
		assertThat(Ledger.sums(this.stage.manager())).containsExactly("1000.5", "200", "150.25", "-", "3");
		Ledger.done(Ledger.verify(this.ledger.verifier(), paid));
		assertThat(Ledger.sums(this.stage.manager())).containsExactly("1000.5", "200", "150.25", "-", "3");
		Ledger.done(Ledger.reverse(this.stage.manager(), paid));
		for (GraphqlSession viewer : List.of(this.stage.manager(), this.stage.national("XRA"),
				this.registry.as("auditor"))) {
			assertThat(Ledger.sums(viewer)).isEqualTo(before);
		}
	}

	@Test
	void listOfWhatStandsLeavesOutWhatIsReversed() {
		String paid = this.ledger.payment("XRA", 7);
		this.ledger.payment("XRA", 8);
		Ledger.done(Ledger.reverse(this.stage.manager(), paid));
		Answer answer = this.stage.national("XRA").query("""
				{ contributions(where: {kind: {eq: PAID}, reversedBy: {none: {}},
				    programs: {some: {key: {eq: "FX-REC-OPEN"}}}}) { totalCount nodes { amount } } }""");
		assertThat(answer.data("/contributions/totalCount").asInt()).as(answer.text()).isOne();
		assertThat(answer.all("amount")).containsExactly("8");
	}

	@Test
	void entryIsReversedOnceAndAReversalNever() {
		String paid = this.ledger.payment("XRA", 7);
		String reversal = Ledger.done(Ledger.reverse(this.stage.manager(), paid)).path("id").asString();
		Map<String, Object> before = this.stage.counts();
		assertThat(Ledger.refusals(Ledger.reverse(this.stage.manager(), paid)))
			.containsExactly("ALREADY_REVERSED contribution");
		assertThat(Ledger.refusals(Ledger.reverse(this.stage.manager(), reversal)))
			.containsExactly("NOT_REVERSIBLE contribution");
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void entryWhosePlaceAnotherTakesIsNotReversed() {
		String paid = this.ledger.payment("XRA", 7);
		this.stage.run("""
				MATCH (c:Contribution) WHERE c.key STARTS WITH 'CR-'
				CREATE (c)<-[:SUPERSEDES]-(:Contribution {key: 'FX-REC-NEWER', marking: 'PUBLIC', releasableTo: [],
				  releasedTo: ['public'], industryReleasable: false, fictional: true, kind: 'PAID', form: 'CASH'})""");
		assertThat(Ledger.refusals(Ledger.reverse(this.stage.manager(), paid)))
			.containsExactly("ALREADY_REVERSED contribution");
	}

	@Test
	void verifiedEntryIsReversedAndAReversedVerificationVerifiesNothing() {
		String paid = this.ledger.payment("XRA", 7);
		String verification = Ledger.done(Ledger.verify(this.ledger.verifier(), paid)).path("id").asString();
		Ledger.done(Ledger.reverse(this.stage.manager(), verification));
		Ledger.done(Ledger.verify(this.ledger.verifier(), paid));
		Ledger.done(Ledger.reverse(this.stage.manager(), paid));
		assertThat(Ledger.refusals(Ledger.verify(this.ledger.verifier(), paid)))
			.contains("ALREADY_REVERSED contribution");
	}

	@Test
	void callIsTakenBackOnlyWhileItIsNotPaid() {
		String call = this.ledger.entry("CALLED", "XRA", 100);
		String paid = this.ledger.entry("PAID", "XRA", 60);
		assertThat(Ledger.refusals(Ledger.reverse(this.stage.manager(), call)))
			.containsExactly("CALL_IS_PAID contribution");
		Ledger.done(Ledger.reverse(this.stage.manager(), paid));
		Ledger.done(Ledger.reverse(this.stage.manager(), call));
		assertThat(Ledger.sums(this.stage.manager())).containsExactly("-", "-", "-", "-", "-");
	}

	@Test
	void callIsTakenBackWhereOthersCoverWhatIsPaid() {
		String first = this.ledger.entry("CALLED", "XRA", 100);
		String second = this.ledger.entry("CALLED", "XRA", 60);
		this.ledger.entry("CALLED", "XRB", 500);
		this.ledger.entry("PAID", "XRA", 60);
		Ledger.done(Ledger.reverse(this.stage.manager(), first));
		assertThat(Ledger.refusals(Ledger.reverse(this.stage.manager(), second)))
			.containsExactly("CALL_IS_PAID contribution");
	}

	@Test
	void delegateTakesBackPledgesOfTheOwnNationAndNothingElse() {
		String pledge = this.ledger.entry("PLEDGED", "XRA", 100);
		String paid = this.ledger.payment("XRA", 7);
		Map<String, Object> before = this.stage.counts();
		Ledger.assertForbidden(Ledger.reverse(this.stage.delegate("XRB"), pledge), 17);
		Ledger.assertForbidden(Ledger.reverse(this.stage.delegate("XRA"), paid), 17);
		Ledger.assertNotFound(Ledger.reverse(this.stage.delegate("XRD"), pledge));
		Ledger.assertForbidden(Ledger.reverse(this.stage.national("XRA"), pledge), 19);
		assertThat(this.stage.counts()).isEqualTo(before);
		Ledger.done(Ledger.reverse(this.stage.delegate("XRA"), pledge));
	}

	@Test
	void delegateDoesNotTakeBackWhatSeveralNationsPledged() {
		String pledge = this.ledger.entry("PLEDGED", "XRA", 100);
		this.stage.run("""
				MATCH (c:Contribution), (other:Nation {key: 'XRB'}) WHERE c.key STARTS WITH 'CR-'
				CREATE (other)-[:CONTRIBUTES]->(c)""");
		Ledger.assertForbidden(Ledger.reverse(this.stage.delegate("XRA"), pledge), 17);
		Ledger.done(Ledger.reverse(this.stage.manager(), pledge));
	}

	@Test
	void managerTakesBackPledgesToo() {
		Map<String, Object> input = Ledger.input("program", Stage.OPEN, "nation", Stage.PARTNER, "form", "CASH",
				"amount", 9, "currency", "EUR");
		String pledge = Ledger.done(Ledger.pledge(this.stage.delegate("XRA"), input)).path("id").asString();
		Ledger.done(Ledger.reverse(this.stage.manager(), pledge));
	}

	@Test
	void auditTrailTellsTheReason() {
		String key = Ledger.done(Ledger.reverse(this.stage.manager(), this.ledger.payment("XRA", 7)))
			.path("key")
			.asString();
		JsonNode entry = this.registry.as("auditor")
			.query("{ auditEntries(where: {recordKey: {eq: \"%s\"}}) { nodes { mutation after } } }".formatted(key))
			.data("/auditEntries/nodes/0");
		assertThat(entry.path("mutation").asString()).isEqualTo("contributionReverse");
		assertThat(entry.path("after").asString()).contains("\"reason\":\"Entered twice\"", "\"kind\":\"REVERSED\"",
				"\"amount\":\"7\"");
	}

}
