package org.jointregistry.costsharing;

import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A delegate pledges for the own nation, to programs that it takes part in today
 * (sentence 17).
 */
@RegistryTest
class ContributionPledgeTests {

	@OnStage
	private Stage stage;

	@Test
	void pledgeIsAnEntryOfTheNation() {
		JsonNode pledge = Ledger.done(Ledger.pledge(this.stage.delegate("XRA"), pledge("XRA")));
		assertThat(pledge.path("kind").asString()).isEqualTo("PLEDGED");
		assertThat(pledge.path("amount").asString()).isEqualTo("500.25");
		assertThat(pledge.at("/contributors/nodes/0/key").asString()).isEqualTo("XRA");
		assertThat(pledge.at("/programs/nodes/0/key").asString()).isEqualTo("FX-REC-OPEN");
		assertThat(pledge.path("marking").asString()).isEqualTo("PARTNERS");
		assertThat(Ledger.sums(this.stage.national("XRB"))).containsExactly("500.25", "-", "-", "-", "1");
	}

	@Test
	void pledgeInKindNeedsNoAmount() {
		Map<String, Object> input = Ledger.input("program", Stage.OPEN, "nation", Stage.PARTNER, "form", "IN_KIND",
				"resource", "FACILITIES", "quantity", 40, "unit", "DAY");
		JsonNode pledge = Ledger.done(Ledger.pledge(this.stage.delegate("XRA"), input));
		assertThat(pledge.path("quantity").asString()).isEqualTo("40");
		assertThat(pledge.path("amount").isNull()).isTrue();
	}

	@Test
	void nobodyElsePledgesForIt() {
		Map<String, Object> before = this.stage.counts();
		Ledger.assertForbidden(Ledger.pledge(this.stage.delegate("XRB"), pledge("XRA")), 17);
		Ledger.assertForbidden(Ledger.pledge(this.stage.national("XRA"), pledge("XRA")), 19);
		Ledger.assertForbidden(Ledger.pledge(this.stage.manager(), pledge("XRA")), 16);
		Ledger.assertForbidden(Ledger.record(this.stage.delegate("XRA"), Ledger.money("PLEDGED", "XRA", 1)), 17);
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void nationWithoutAPartPledgesNothing() {
		Map<String, Object> before = this.stage.counts();
		assertThat(Ledger.refusals(Ledger.pledge(this.stage.delegate("XRC"), pledge("XRC"))))
			.containsExactly("NOT_A_PARTNER nation");
		assertThat(Ledger.refusals(Ledger.pledge(this.stage.delegate("XRD"), pledge("XRD"))))
			.containsExactly("NOT_A_PARTNER nation");
		assertThat(this.stage.counts()).isEqualTo(before);
	}

	@Test
	void programThatIsNotSeenIsNotPledgedTo() {
		Map<String, Object> input = pledge("XRA");
		for (String program : new String[] { Stage.CLOSED, Stage.ABSENT }) {
			input.put("program", program);
			Ledger.assertNotFound(Ledger.pledge(this.stage.delegate("XRA"), input));
		}
	}

	private static Map<String, Object> pledge(String nation) {
		return Ledger.input("program", Stage.OPEN, "nation", Stage.id("Nation", nation), "form", "CASH", "amount",
				"500.25", "currency", "EUR");
	}

}
