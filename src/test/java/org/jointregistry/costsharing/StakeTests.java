package org.jointregistry.costsharing;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each party brings to the funding of a program is said once, and lets it see that.
 */
@RegistryTest
class StakeTests {

	private static final String MECHANISM = """
			CREATE (:Contractor {key: 'FX-WRT-WORKS', name: 'Works', kind: 'COMPANY', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH 1 AS one MATCH (program:Program {key: 'FX-WRT-ONE'})
			CREATE (:FundingMechanism {key: 'FX-WRT-FUND', kind: 'PUBLIC_PRIVATE_PARTNERSHIP', description: 'Both',
			  marking: 'PARTNERS', releasableTo: [], releasedTo: ['office:FX-WRT-ONE'], industryReleasable: false,
			  fictional: true, version: 1})-[:FUNDS]->(program)
			""";

	private static final String SELECTION = "fundingMechanism { kind partners { edges { key version brings description"
			+ " share since until node { __typename } } } }";

	private static final String FUND = Scene.id("FundingMechanism", "FX-WRT-FUND");

	private static final String WORKS = Scene.id("Contractor", "FX-WRT-WORKS");

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(MECHANISM);
	}

	@Test
	void whatIsBroughtIsReadBackAndChanged() {
		Answer added = add(WORKS, "CAPITAL");
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/fundingStakeAdd/fundingMechanism").toString()).contains("PUBLIC_PRIVATE_PARTNERSHIP",
				"\"brings\":\"CAPITAL\"", "\"share\":\"20\"", "\"since\":\"2021\"", "\"Contractor\"");
		Answer revised = Scene.ask(this.scene.manager(), "fundingStakeRevise", SELECTION,
				Map.of("fundingMechanism", FUND, "key",
						added.data("/fundingStakeAdd/fundingMechanism/partners/edges/0/key").asString(), "version", 1,
						"reason", "It is so", "share", "25", "until", "2026"));
		assertThat(revised.data("/fundingStakeRevise/fundingMechanism/partners/edges/0").toString())
			.contains("\"share\":\"25\"", "\"until\":\"2026\"", "\"version\":2");
	}

	@Test
	void eachThingIsBroughtOnceByAParty() {
		add(WORKS, "CAPITAL");
		assertThat(Scene.codes(add(WORKS, "CAPITAL"))).containsExactly("TIED_ALREADY party");
		assertThat(Scene.codes(add(WORKS, "PEOPLE"))).isEmpty();
		assertThat(Scene.codes(add(Scene.id("Nation", "XWA"), "CAPITAL"))).isEmpty();
	}

	@Test
	void whatHasEndedMayBeBroughtAgainButNotAtOnce() {
		String first = key(add(WORKS, "CAPITAL"));
		assertThat(Scene.codes(revise(first, 1, Map.of("until", "2023")))).isEmpty();
		assertThat(Scene.codes(add(WORKS, "CAPITAL"))).containsExactly("TIED_ALREADY party");
		Answer again = add(WORKS, "CAPITAL", "2023");
		assertThat(Scene.codes(again)).as(again.text()).isEmpty();
		assertThat(Scene.codes(revise(first, 2, Map.of("until", "2024")))).containsExactly("PERIOD_TAKEN since");
		assertThat(Scene.codes(revise(first, 2, Map.of("until", "2022", "share", "21")))).isEmpty();
	}

	@Test
	void shareIsAFigureOfItsOwnMarking() {
		String query = "{ fundingMechanisms(where: {key: {eq: \"FX-FM-OSPREY\"}}) { nodes {"
				+ " partners(where: {edge: {brings: {eq: FACILITIES}}}) { edges { brings share } } } } }";
		String stake = "/fundingMechanisms/nodes/0/partners/edges/0";
		assertThat(this.scene.delegate("ITA").query(query).data(stake + "/share").asString()).isEqualTo("30");
		Answer partner = this.scene.delegate("DEU").query(query);
		assertThat(partner.data(stake + "/brings").asString()).as(partner.text()).isEqualTo("FACILITIES");
		assertThat(partner.data(stake + "/share").isNull()).isTrue();
	}

	@Test
	void whoBringsSomethingSeesIt() {
		String query = "{ node(id: \"%s\") { id } }".formatted(FUND);
		assertThat(this.scene.industry("FX-WRT-WORKS").query(query).errorCodes()).containsExactly("NOT_FOUND");
		add(WORKS, "CAPITAL");
		assertThat(this.scene.industry("FX-WRT-WORKS").query(query).errorCodes()).isEmpty();
		assertThat(this.scene.delegate("XWA").query(query).errorCodes()).containsExactly("NOT_FOUND");
	}

	private Answer add(String party, String brings) {
		return add(party, brings, "2021");
	}

	private Answer add(String party, String brings, String since) {
		return Scene.ask(this.scene.manager(), "fundingStakeAdd", SELECTION, Map.of("fundingMechanism", FUND, "party",
				party, "brings", brings, "description", "FX-WRT stake", "share", "20", "since", since));
	}

	private Answer revise(String key, int version, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("fundingMechanism", FUND, "key", key, "version", version, "reason", "It is so"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "fundingStakeRevise", SELECTION, input);
	}

	private static String key(Answer answer) {
		return answer.data("/fundingStakeAdd/fundingMechanism/partners/edges/0/key").asString();
	}

}
