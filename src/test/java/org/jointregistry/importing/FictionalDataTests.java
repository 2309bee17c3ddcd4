package org.jointregistry.importing;

import java.util.List;
import java.util.Map;

import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * To whom the records of the fictional data are released.
 */
@RegistryTest
class FictionalDataTests {

	@Autowired
	private Driver driver;

	@ParameterizedTest(name = "{0} {1} is released to {2}, its figures to {3}")
	@CsvSource(
			textBlock = """
					Program, FX-OSPREY, office:FX-OSPREY partner:FX-OSPREY,
					Program, FX-HERON, community:NATO office:FX-HERON, community:NATO office:FX-HERON partner:FX-HERON
					Program, FX-MERLIN, office:FX-MERLIN public, office:FX-MERLIN partner:FX-MERLIN
					Agreement, FX-AG-OSPREY, party:FX-AG-OSPREY,
					Agreement, FX-AG-MERLIN-A, nation:DEU,
					Contribution, FX-CB05, nation:ITA office:FX-OSPREY partner:FX-OSPREY party:FX-AG-OSPREY, nation:ITA office:FX-OSPREY
					Contribution, FX-CB06, nation:NLD office:FX-OSPREY partner:FX-OSPREY party:FX-AG-OSPREY,
					Contribution, FX-CB26, nation:ITA nation:SWE office:FX-MERLIN,
					WorkShare, FX-OSPREY/LEONARDO, industry:FX-OSPREY office:FX-OSPREY organization:LEONARDO partner:FX-OSPREY,
					WorkShare, FX-MERLIN/MBDA, office:FX-MERLIN organization:MBDA partner:FX-MERLIN,
					WorkShare, FX-OSPREY/FX-TARNWERK, nation:DEU office:FX-OSPREY organization:FX-TARNWERK,
					Technology, FX-TC02, office:FX-MERLIN office:FX-OSPREY partner:FX-MERLIN partner:FX-OSPREY,
					Technology, FX-TC07, nation:USA office:FX-HERON,
					Transfer, FX-TR07, nation:USA office:FX-HERON organization:MBDA,
					CostShareKey, FX-KEY-OSPREY, office:FX-OSPREY partner:FX-OSPREY,
					CostCeiling, FX-CEIL-OSPREY, office:FX-OSPREY partner:FX-OSPREY,
					CostCeiling, FX-CEIL-HERON, community:NATO office:FX-HERON, community:NATO office:FX-HERON partner:FX-HERON
					LevyRule, FX-LEVY-MERLIN, office:FX-MERLIN partner:FX-MERLIN,
					LevyPayment, FX-LP02, nation:NLD office:FX-MERLIN partner:FX-MERLIN,
					LevyPayment, FX-LP03, nation:SWE office:FX-MERLIN partner:FX-MERLIN,
					WorkShareDelivery, FX-WD01, office:FX-OSPREY organization:LEONARDO partner:FX-OSPREY,
					WorkShareDelivery, FX-WD02, nation:ESP office:FX-OSPREY organization:INDRA,
					WorkPackage, FX-WP02, industry:FX-OSPREY nation:ITA office:FX-OSPREY organization:LEONARDO partner:FX-OSPREY, nation:ITA office:FX-OSPREY organization:LEONARDO
					WorkPackage, FX-WP04, nation:DEU office:FX-OSPREY organization:FX-TARNWERK,
					WorkPackage, FX-WP05, community:NATO nation:USA office:FX-HERON organization:COLLINS, community:NATO nation:USA office:FX-HERON organization:COLLINS partner:FX-HERON
					WorkPackage, FX-WP06, nation:SWE office:FX-MERLIN organization:FX-NORDRADAR public, nation:SWE office:FX-MERLIN organization:FX-NORDRADAR partner:FX-MERLIN
					Milestone, FX-MS02, industry:FX-OSPREY office:FX-OSPREY partner:FX-OSPREY,
					Milestone, FX-MS03, nation:DEU office:FX-OSPREY,
					Milestone, FX-MS04, community:NATO office:FX-HERON,
					Milestone, FX-MS05, office:FX-MERLIN public,
					MilestoneBaseline, FX-MB03, industry:FX-OSPREY office:FX-OSPREY partner:FX-OSPREY,
					MilestoneBaseline, FX-MB04, nation:DEU office:FX-OSPREY,
					Risk, FX-RK01, industry:FX-OSPREY office:FX-OSPREY organization:INDRA partner:FX-OSPREY,
					Risk, FX-RK02, nation:DEU office:FX-OSPREY,
					Risk, FX-RK03, community:NATO nation:USA office:FX-HERON,
					Risk, FX-RK04, office:FX-MERLIN organization:HENSOLDT public,
					Contract, FX-CT01, office:FX-OSPREY organization:ADSDE partner:FX-OSPREY party:FX-AG-OSPREY,
					Contract, FX-CT02, nation:ITA office:FX-OSPREY organization:ADSDE organization:LEONARDO partner:FX-OSPREY, nation:ITA office:FX-OSPREY organization:ADSDE organization:LEONARDO
					Contract, FX-CT03, nation:DEU office:FX-OSPREY organization:ADSDE organization:FX-TARNWERK,
					Contract, FX-CT04, community:NATO nation:USA office:FX-HERON organization:COLLINS, community:NATO nation:USA office:FX-HERON organization:COLLINS partner:FX-HERON party:FX-AG-HERON
					Contract, FX-CT05, nation:SWE office:FX-MERLIN organization:FX-NORDRADAR public, nation:SWE office:FX-MERLIN organization:FX-NORDRADAR partner:FX-MERLIN party:FX-AG-MERLIN
					Offset, FX-OF01, nation:ESP office:FX-OSPREY organization:ADSDE partner:FX-OSPREY,
					Offset, FX-OF02, nation:DEU office:FX-OSPREY organization:FX-TARNWERK,
					Offset, FX-OF03, community:NATO nation:NOR office:FX-HERON organization:COLLINS, community:NATO nation:NOR office:FX-HERON organization:COLLINS partner:FX-HERON
					Offset, FX-OF04, nation:FIN office:FX-MERLIN organization:FX-NORDRADAR public, nation:FIN office:FX-MERLIN organization:FX-NORDRADAR partner:FX-MERLIN
					ExportLicence, FX-EL01, community:NATO nation:USA office:FX-HERON organization:COLLINS,
					ExportLicence, FX-EL03, nation:USA office:FX-HERON organization:COLLINS,
					ExportLicence, FX-EL04, nation:SWE office:FX-MERLIN organization:FX-NORDRADAR public,
					ExportLicence, FX-EL06, industry:FX-OSPREY nation:ITA office:FX-OSPREY organization:LEONARDO partner:FX-OSPREY,
					ComplianceCheck, FX-CH02, community:NATO office:FX-HERON,
					ComplianceCheck, FX-CH03, nation:USA office:FX-HERON,
					ConsentRequest, FX-CN02, nation:DEU nation:ITA office:FX-OSPREY partner:FX-OSPREY,
					ConsentRequest, FX-CN04, nation:DEU nation:SWE office:FX-MERLIN organization:FX-NORDRADAR,
					ConsentDecision, FX-CD04, nation:DEU office:FX-OSPREY partner:FX-OSPREY,
					ConsentDecision, FX-CD06, community:NATO nation:USA office:FX-HERON,
					ConsentDecision, FX-CD07, nation:DEU office:FX-MERLIN,
					FundingMechanism, FX-FM-OSPREY, nation:ITA office:FX-OSPREY organization:FX-TARNWERK organization:LEONARDO partner:FX-OSPREY,
					AgreementStep, FX-AS08, party:FX-AG-OSPREY,
					AgreementStep, FX-AS09, nation:DEU,
					AgreementReversal, FX-AR01, party:FX-AG-OSPREY,
					AgreementReversal, FX-AR02, nation:ITA,
					AgreementReversal, FX-AR03, community:NATO nation:POL,
					Approval, FX-AA02, nation:SWE party:FX-AG-KESTREL,
					Clause, FX-CL01, party:FX-AG-OSPREY,
					Clause, FX-CL05, community:NATO,
					Threat, FX-TH-SWARM, party:FX-AG-OSPREY,
					Obligation, FX-OB01, nation:ITA office:FX-OSPREY partner:FX-OSPREY party:FX-AG-OSPREY, nation:ITA office:FX-OSPREY
					Obligation, FX-OB05, nation:DEU nation:SWE,
					ExchangeArrangement, FX-XA01, nation:DEU nation:ITA nation:NLD office:FX-OSPREY partner:FX-OSPREY party:FX-AG-OSPREY,
					ExchangeArrangement, FX-XA02, community:NATO nation:NOR nation:USA office:FX-HERON,
					ExchangeArrangement, FX-XA03, nation:ITA nation:SWE office:FX-MERLIN,
					Challenge, FX-CG1, community:NATO nation:NOR office:FX-HERON organization:FX-HUB1, community:NATO nation:NOR office:FX-HERON organization:FX-HUB1
					Challenge, FX-CG2, office:FX-OSPREY organization:FX-HUB1 partner:FX-OSPREY,
					Cohort, FX-CO2, office:FX-OSPREY organization:FX-TARNWERK partner:FX-OSPREY,
					Cohort, FX-CO4, nation:SWE office:FX-MERLIN organization:FX-NORDRADAR,
					TestSite, FX-TS3, community:NATO,
					SupportedOperation, FX-SO01, office:FX-OSPREY partner:FX-OSPREY party:FX-AG-OSPREY,
					SupportedOperation, FX-SO03, community:NATO office:FX-HERON,
					SupportedOperation, FX-SO04, nation:DEU office:FX-MERLIN,
					GovernanceBody, FX-GB-OSPREY, nation:DEU nation:ESP nation:ITA nation:NLD office:FX-OSPREY partner:FX-OSPREY party:FX-AG-OSPREY,
					GovernanceBody, FX-GB-HERON, community:NATO nation:DEU nation:NOR nation:POL nation:USA office:FX-HERON,
					GovernanceBody, FX-GB-MERLIN-S, nation:SWE office:FX-MERLIN,
					Decision, FX-DE02, nation:DEU nation:ESP nation:ITA office:FX-OSPREY partner:FX-OSPREY,
					Decision, FX-DE06, nation:SWE office:FX-MERLIN,
					Dispute, FX-DS01, nation:DEU office:FX-OSPREY organization:LEONARDO,
					Evaluation, FX-EV02, industry:FX-OSPREY office:FX-OSPREY partner:FX-OSPREY,
					Evaluation, FX-EV04, nation:DEU office:FX-OSPREY,
					Evaluation, FX-EV05, nation:ITA office:FX-OSPREY partner:FX-OSPREY, nation:ITA office:FX-OSPREY
					Evaluation, FX-EV06, community:NATO office:FX-HERON, community:NATO office:FX-HERON partner:FX-HERON
					Evaluation, FX-EV07, office:FX-MERLIN public, office:FX-MERLIN partner:FX-MERLIN
					Evaluation, FX-EV08, party:FX-AG-OSPREY,
					Evaluation, FX-EV09, community:NATO organization:FX-HUB1,
					Dispute, FX-DS02, nation:DEU nation:ESP nation:ITA nation:NLD office:FX-OSPREY partner:FX-OSPREY party:FX-AG-OSPREY, nation:DEU nation:ESP nation:ITA nation:NLD office:FX-OSPREY
					""")
	void aRecordIsReleasedAsThePolicySays(String label, String key, String releasedTo, String figuresTo) {
		Value node = one("MATCH (n:" + label + " {key: $key}) RETURN n", key);
		assertThat(tokens(node.get("releasedTo"))).isEqualTo(releasedTo);
		assertThat(node.get("figuresTo").isNull() ? null : tokens(node.get("figuresTo"))).isEqualTo(figuresTo);
		assertThat(node.get("fictional").asBoolean()).isTrue();
	}

	@ParameterizedTest(name = "{0} is released to {1}, its figures to {2}")
	@CsvSource(
			textBlock = """
					FX-TC02/CONTRACTOR:LEONARDO/FX-IP03, nation:ITA office:FX-OSPREY organization:LEONARDO partner:FX-OSPREY party:FX-AG-OSPREY, nation:ITA office:FX-OSPREY organization:LEONARDO
					FX-TC03/CONTRACTOR:MBDA/FX-IP05, nation:SWE office:FX-MERLIN organization:MBDA,
					FX-TC03/NATION:SWE/FX-IP04, ,
					FX-MERLIN/SWE/2020-01-15, , nation:SWE office:FX-MERLIN partner:FX-MERLIN
					FX-MERLIN/FRA/2022-02-01, nation:FRA office:FX-MERLIN partner:FX-MERLIN,
					FX-KEY-MERLIN/ITA, , nation:ITA office:FX-MERLIN partner:FX-MERLIN
					FX-TC06/FX-TC05, office:FX-HERON partner:FX-HERON,
					FX-MERLIN/STANAG 4607, office:FX-MERLIN partner:FX-MERLIN,
					FX-CO2/CONTRACTOR:FX-TARNWERK, office:FX-OSPREY organization:FX-TARNWERK partner:FX-OSPREY,
					FX-CO4/CONTRACTOR:FX-NORDRADAR, nation:SWE office:FX-MERLIN organization:FX-NORDRADAR,
					FX-XA01/NLD/2021-03, nation:NLD office:FX-OSPREY partner:FX-OSPREY party:FX-AG-OSPREY,
					FX-XA03/SWE/2023, nation:SWE office:FX-MERLIN,
					FX-SO03/POL/2023, community:NATO nation:POL office:FX-HERON,
					FX-OSPREY/NLD/2020-06-01, ,
					FX-OSPREY/NATO_LIFE_CYCLE%2F3, ,
					FX-FM-OSPREY/NATION:ITA/FACILITIES, nation:ITA office:FX-OSPREY partner:FX-OSPREY, nation:ITA office:FX-OSPREY
					FX-FM-OSPREY/CONTRACTOR:LEONARDO/CAPITAL, ,
					FX-FM-OSPREY/CONTRACTOR:FX-TARNWERK/TECHNOLOGY, nation:DEU office:FX-OSPREY organization:FX-TARNWERK,
					FX-OSPREY/OCCAR%2F2, nation:DEU office:FX-OSPREY,
					FX-HERON/US_DAS%2F3, community:NATO office:FX-HERON,
					FX-MERLIN/NATO_LIFE_CYCLE%2F4, office:FX-MERLIN public,
					FX-MERLIN/OCCAR%2F3, office:FX-MERLIN partner:FX-MERLIN,
					""")
	void anEdgeIsReleasedOnlyWhereItIsMarked(String key, String releasedTo, String figuresTo) {
		Value edge = one("MATCH ()-[r {key: $key}]->() RETURN r", key);
		assertThat(edge.get("releasedTo").isNull() ? null : tokens(edge.get("releasedTo"))).isEqualTo(releasedTo);
		assertThat(edge.get("figuresTo").isNull() ? null : tokens(edge.get("figuresTo"))).isEqualTo(figuresTo);
		assertThat(edge.get("marking").isNull()).isEqualTo(releasedTo == null);
	}

	@Test
	void eachProgramIsNamedFictionalAndHasThreeToFiveNations() {
		var programs = this.driver.executableQuery("""
				MATCH (p:Program {fictional: true})<-[r:PARTICIPATES_IN]-()
				RETURN p.name AS name, count(r) AS nations, count(r.left) AS left""").execute().records();
		assertThat(programs).hasSize(3)
			.allMatch((row) -> row.get("name").asString().contains("(fictional)"))
			.allMatch((row) -> row.get("nations").asLong() >= 3 && row.get("nations").asLong() <= 5);
		assertThat(programs.stream().mapToLong((row) -> row.get("left").asLong()).sum()).isEqualTo(1);
	}

	@Test
	void transferThatFlowedBeforeLicenceAndConsentIsKeptAndTold() {
		assertThat(this.driver.executableQuery("""
				MATCH (n:ImportFinding {severity: 'ODDITY'})-[:FOUND_IN]->({set: 'fictional'})
				WHERE n.code STARTS WITH 'TRANSFER_'
				RETURN n.code + ': ' + n.reason AS told ORDER BY told""").execute().records())
			.extracting((row) -> row.get("told").asString())
			.containsExactly(
					"TRANSFER_WITHOUT_CONSENT: Transfer FX-TR15 lacks the consent of a nation that it asks, or that a"
							+ " request for it would ask",
					"TRANSFER_WITHOUT_LICENCE: Transfer FX-TR15 is under no licence valid on its date, and its regime"
							+ " asks for one or is unknown");
		assertThat(one("MATCH (t:Transfer {key: $key}) RETURN count(t)", "FX-TR15").asLong()).isOne();
	}

	@Test
	void oddHistoryOfStagesIsKeptAndTold() {
		assertThat(this.driver
			.executableQuery(
					"""
							MATCH (n:ImportFinding {severity: 'ODDITY'})-[:FOUND_IN]->({set: 'fictional', name: 'program_stages.csv'})
							RETURN n.code + ': ' + n.reason AS told ORDER BY told""")
			.execute()
			.records()).extracting((row) -> row.get("told").asString())
			.containsExactly(
					"GATE_NOT_PASSED: Program FX-MERLIN went on from a stage whose gate was deferred or not passed",
					"STAGES_OUT_OF_ORDER: Program FX-MERLIN came to a stage of a scheme before an earlier one of it");
		assertThat(one("MATCH (:Program {key: $key})-[r:AT_STAGE]->() RETURN count(r)", "FX-MERLIN").asLong())
			.isEqualTo(7);
	}

	@Test
	void milestonesAndRisksSayWhatFollowsFromThem() {
		assertThat(this.driver.executableQuery("""
				MATCH (m:Milestone {fictional: true})
				RETURN m.key + ' ' + coalesce(m.standing, '-') + ' ' + coalesce(m.daysLate / 10000, '-') AS told
				ORDER BY told""").execute().records()).extracting((row) -> row.get("told").asString())
			.containsExactly("FX-MS01 LATE 76", "FX-MS02 SLIPPING -", "FX-MS03 ON_TRACK -", "FX-MS04 KEPT -13",
					"FX-MS05 LATE 18", "FX-MS06 ON_TRACK -", "FX-MS07 - -");
		assertThat(this.driver.executableQuery("""
				MATCH (r:Risk {fictional: true}) RETURN r.score AS score ORDER BY r.key""").execute().records())
			.extracting((row) -> row.get("score").asLong())
			.containsExactly(16L, 9L, 15L, 10L, 2L);
	}

	@Test
	void offsetsStandAsTheirAmountsSay() {
		assertThat(this.driver.executableQuery("""
				MATCH (o:Offset {fictional: true})-[:OFFSET_UNDER]->(:Contract)
				RETURN o.key + ' ' + o.state AS told ORDER BY told""").execute().records())
			.extracting((row) -> row.get("told").asString())
			.containsExactly("FX-OF01 OPEN", "FX-OF02 OPEN", "FX-OF03 FULFILLED", "FX-OF04 RELEASED");
	}

	@Test
	void aDecisionAndADisputeAreAboutAContract() {
		assertThat(one("""
				MATCH (:Decision)-[:AFFECTS_CONTRACT]->(c:Contract {key: $key})<-[:DISPUTES_CONTRACT]-(:Dispute)
				RETURN count(c)""", "FX-CT02").asLong()).isOne();
	}

	@Test
	void leonardoWorksOnTwoOfThem() {
		assertThat(one("""
				MATCH (:Contractor {key: $key})<-[:PERFORMED_BY]-()-[:PART_OF_WORK]->(p {fictional: true})
				RETURN count(DISTINCT p)""", "LEONARDO").asLong()).isEqualTo(2);
	}

	@Test
	void exercisesTestedProgramsAndStandards() {
		assertThat(one("MATCH (:Exercise {key: $key})-[r:TESTED]->() RETURN count(r)", "FX-EX01").asLong())
			.isEqualTo(2);
		assertThat(one("MATCH (:Exercise {key: $key})-[r:EXERCISES_STANDARD]->() RETURN count(r)", "FX-EX01").asLong())
			.isEqualTo(2);
	}

	private Value one(String statement, String key) {
		return this.driver.executableQuery(statement)
			.withParameters(Map.of("key", key))
			.execute()
			.records()
			.getFirst()
			.get(0);
	}

	private static String tokens(Value list) {
		List<String> tokens = list.asList(Value::asString);
		return String.join(" ", tokens);
	}

}
