package org.jointregistry.costsharing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A finding tells of sums of all entries, so those see it who see all of these: managers
 * of the program (sentence 8), registrar and auditor (sentence 10). For everyone else,
 * the nation whose entry it is about included, there is none (sentence 13).
 */
@RegistryTest
class FindingPolicyTests {

	private static final String WAYS = """
			{ findings { totalCount nodes { id } }
			  contributions(where: {findings: {some: {}}}) { totalCount }
			  unfound: contributions(where: {phase: {eq: "Development"}, findings: {none: {}}}) { totalCount }
			  costCeilings(where: {key: {startsWith: "CC-"}}) { nodes { amount findings { totalCount } } }
			  node(id: "%s") { ... on Contribution { amount findings { totalCount nodes { excess } } } }
			  program: node(id: "%s") { ... on Program { findings { totalCount } costCeilings { totalCount } } } }
			""";

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Stage stage;

	@BeforeEach
	void set() {
		Ceilings.done(Ceilings.set(this.stage.manager(), Ceilings.ceiling(100)));
		Map<String, Object> hidden = Ceilings.money("PLEDGED", 60);
		hidden.put("contributor", Stage.id("Nation", "XRB"));
		hidden.put("marking", "ORIGINATOR");
		Ledger.done(Ledger.record(this.stage.manager(), hidden));
	}

	@Test
	void managerRegistrarAndAuditorSeeIt() {
		String pledge = pledge();
		for (GraphqlSession viewer : List.of(this.stage.manager(), this.registry.as("registrar"),
				this.registry.as("auditor"))) {
			Answer seen = viewer.query(WAYS.formatted(pledge, Stage.OPEN));
			assertThat(seen.data("/findings/totalCount").asInt()).as(seen.text()).isOne();
			assertThat(seen.data("/contributions/totalCount").asInt()).isOne();
			assertThat(seen.data("/costCeilings/nodes/0/findings/totalCount").asInt()).isOne();
			assertThat(seen.data("/node/findings/nodes/0/excess").asString()).isEqualTo("10");
			assertThat(seen.data("/program/findings/totalCount").asInt()).isOne();
		}
	}

	@Test
	void forNationsAndOtherManagersThereIsNone() {
		String pledge = pledge();
		String finding = Ceilings.findings(this.stage.manager()).getFirst().path("id").asString();
		for (GraphqlSession viewer : List.of(this.stage.delegate("XRA"), this.stage.national("XRB"),
				this.stage.national("XRD"), this.registry.as("manager-efa"), this.registry.as("industry-mbda"))) {
			Answer seen = viewer.query(WAYS.formatted(pledge, Stage.OPEN));
			assertThat(seen.data("/findings/totalCount").asInt()).as(seen.text()).isZero();
			assertThat(seen.data("/contributions/totalCount").asInt()).isZero();
			assertThat(seen.data("/program/findings/totalCount").asInt()).isZero();
			Ledger.assertNotFound(viewer.query("{ node(id: \"%s\") { id } }".formatted(finding)));
		}
	}

	/** The payload too: a pledge is answered as one that stays below the ceiling. */
	@Test
	void delegateWhoPledgesIsToldNothing() {
		Answer pledged = this.stage.delegate("XRA")
			.query("""
					mutation ($input: ContributionPledgeInput!) { contributionPledge(input: $input) {
					  contribution { amount findings { totalCount nodes { id } } } errors { code } } }""",
					Map.of("input", own()));
		assertThat(pledged.data("/contributionPledge/contribution/amount").asString()).as(pledged.text())
			.isEqualTo("50");
		assertThat(pledged.data("/contributionPledge/contribution/findings/totalCount").asInt()).isZero();
		assertThat(Ceilings.excesses(this.stage.manager())).containsExactly("10");
		Answer seen = this.stage.delegate("XRA").query(WAYS.formatted(Stage.id("Contribution", "CR-0"), Stage.OPEN));
		assertThat(seen.data("/costCeilings/nodes/0/amount").asString()).isEqualTo("100");
		assertThat(seen.data("/costCeilings/nodes/0/findings/totalCount").asInt()).isZero();
		assertThat(seen.data("/unfound/totalCount").asInt()).isOne();
	}

	private String pledge() {
		return Ledger.done(Ledger.pledge(this.stage.delegate("XRA"), own())).path("id").asString();
	}

	private static Map<String, Object> own() {
		return Ledger.input("program", Stage.OPEN, "nation", Stage.PARTNER, "form", "CASH", "amount", 50, "currency",
				"EUR", "phase", Ceilings.PHASE);
	}

}
