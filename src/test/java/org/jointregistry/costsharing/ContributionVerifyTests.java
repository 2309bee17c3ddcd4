package org.jointregistry.costsharing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is paid or delivered is verified, once, and never by whoever recorded it (sentence
 * 20).
 */
@RegistryTest
class ContributionVerifyTests {

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
	void verificationNamesWhatItVerifies() {
		String id = this.ledger.payment("XRA", "12.5");
		Map<String, Object> input = Ledger.input("contribution", id, "note", "Seen on the account");
		JsonNode verification = Ledger.done(Ledger.ask(this.ledger.verifier(), "contributionVerify", input));
		assertThat(verification.path("kind").asString()).isEqualTo("VERIFIED");
		assertThat(verification.path("amount").asString()).isEqualTo("12.5");
		assertThat(verification.path("note").asString()).isEqualTo("Seen on the account");
		assertThat(verification.at("/verifies/id").asString()).isEqualTo(id);
		assertThat(verification.at("/contributors/nodes/0/key").asString()).isEqualTo("XRA");
		assertThat(this.stage.national("XRB")
			.query("{ node(id: \"%s\") { ... on Contribution { kind verifiedBy { nodes { key } } } } }".formatted(id))
			.all("key")).containsExactly(verification.path("key").asString());
	}

	@Test
	void whoeverRecordedItDoesNotVerifyIt() {
		String id = this.ledger.payment("XRA", 12);
		Map<String, Object> before = this.stage.counts();
		Ledger.assertForbidden(Ledger.verify(this.stage.manager(), id), 20);
		GraphqlSession otherwise = this.registry.claiming((claims) -> claims.subject("recorder-manager")
			.claim("roles", List.of("PROGRAM_MANAGER", "NATIONAL_DELEGATE"))
			.claim("nation", "XRB")
			.claim("programs", List.of("FX-REC-OPEN")));
		Ledger.assertForbidden(Ledger.verify(otherwise, id), 20);
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void onlyManagersOfTheProgramVerify() {
		String id = this.ledger.payment("XRA", 12);
		Map<String, Object> before = this.stage.counts();
		Ledger.assertForbidden(Ledger.verify(this.stage.delegate("XRA"), id), 17);
		Ledger.assertForbidden(Ledger.verify(this.stage.national("XRB"), id), 19);
		Ledger.assertForbidden(Ledger.verify(this.registry.as("registrar"), id), 15);
		Ledger.assertForbidden(Ledger.verify(this.registry.as("auditor"), id), 19);
		Ledger.assertNotFound(Ledger.verify(this.registry.as("manager-efa"), id));
		Ledger.assertNotFound(Ledger.verify(this.stage.delegate("XRD"), id));
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PLEDGED", "CALLED" })
	void promisesAndCallsAreNotVerified(String kind) {
		String id = this.ledger.entry(kind, "XRA", 12);
		assertThat(Ledger.refusals(Ledger.verify(this.ledger.verifier(), id)))
			.containsExactly("NOT_VERIFIABLE contribution");
	}

	@Test
	void deliveryIsVerifiedToo() {
		Map<String, Object> delivery = Ledger.input("program", Stage.OPEN, "contributor", Stage.PARTNER, "kind",
				"DELIVERED", "form", "IN_KIND", "resource", "PEOPLE", "quantity", "36.5", "unit", "PERSON_MONTH");
		String id = Ledger.done(Ledger.record(this.stage.manager(), delivery)).path("id").asString();
		Ledger.assertForbidden(Ledger.verify(this.stage.manager(), id), 20);
		JsonNode verification = Ledger.done(Ledger.verify(this.ledger.verifier(), id));
		assertThat(verification.path("resource").asString()).isEqualTo("PEOPLE");
		assertThat(verification.path("quantity").asString()).isEqualTo("36.5");
		assertThat(verification.path("unit").asString()).isEqualTo("PERSON_MONTH");
		assertThat(verification.path("amount").isNull()).isTrue();
	}

	@Test
	void itIsVerifiedOnceAndAVerificationNever() {
		String id = this.ledger.payment("XRA", 12);
		String verification = Ledger.done(Ledger.verify(this.ledger.verifier(), id)).path("id").asString();
		String reversal = Ledger.done(Ledger.reverse(this.stage.manager(), this.ledger.payment("XRA", 1)))
			.path("id")
			.asString();
		GraphqlSession third = this.stage.manager("recorder-third");
		Map<String, Object> before = this.stage.counts();
		assertThat(Ledger.refusals(Ledger.verify(third, id))).containsExactly("ALREADY_VERIFIED contribution");
		assertThat(Ledger.refusals(Ledger.verify(third, verification))).containsExactly("NOT_VERIFIABLE contribution");
		assertThat(Ledger.refusals(Ledger.verify(third, reversal))).containsExactly("NOT_VERIFIABLE contribution");
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void whatIsReversedIsNotVerified() {
		String id = this.ledger.payment("XRA", 12);
		Ledger.done(Ledger.reverse(this.stage.manager(), id));
		assertThat(Ledger.refusals(Ledger.verify(this.ledger.verifier(), id)))
			.containsExactly("ALREADY_REVERSED contribution");
	}

}
