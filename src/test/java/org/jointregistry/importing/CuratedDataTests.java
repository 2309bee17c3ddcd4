package org.jointregistry.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The curated data is in the graph whole, each fact with its source, and its oddities are
 * told. Expected counts are taken from the files here, without the importer.
 */
@RegistryTest
class CuratedDataTests {

	@Autowired
	private Driver driver;

	@ParameterizedTest(name = "{0} gives {1}")
	@CsvSource(textBlock = """
			nations.csv, Nation
			communities.csv, Community
			programs.csv, Program
			agreements.csv, Agreement
			funding_mechanisms.csv, FundingMechanism
			contributions.csv, Contribution
			workshares.csv, WorkShare
			obligations.csv, Obligation
			hubs.csv, InnovationHub
			institutions.csv, Institution
			transfers.csv, Transfer
			standards.csv, Standard
			exercises.csv, Exercise
			control_regimes.csv, ControlRegime
			restricted_list_entries.csv, RestrictedListEntry
			governance.csv, GovernanceBody
			decisions.csv, Decision
			disputes.csv, Dispute
			lifecycle_stages.csv, LifecycleStage
			markings.csv, ProtectiveMarking
			contracts.csv, Contract
			evaluations.csv, Evaluation
			""")
	void everyRowIsARecord(String file, String label) throws IOException {
		assertThat(count("MATCH (n:%s {fictional: false}) WHERE NOT n.key STARTS WITH 'ODD' RETURN count(n)", label))
			.isEqualTo(rows(file).size());
	}

	@Test
	void everyKeyNamedOwnerAndSubjectOfARightIsARecord() throws IOException {
		long named = rows("ownerships.csv").stream().filter((row) -> row.getField("owner_id").isEmpty()).count();
		long rightsAlone = rows("ip_rights.csv").stream()
			.filter((row) -> row.getField("technology_id").isEmpty())
			.count();
		long keys = rows("cost_share_keys.csv").stream().map((row) -> row.getField("key_id")).distinct().count();
		assertThat(count("MATCH (n:Contractor {fictional: false}) RETURN count(n)"))
			.isEqualTo(rows("contractors.csv").size() + named);
		assertThat(count("MATCH (n:Technology {fictional: false}) RETURN count(n)"))
			.isEqualTo(rows("technologies.csv").size() + rightsAlone);
		assertThat(count("MATCH (n:CostShareKey {fictional: false}) RETURN count(n)")).isEqualTo(keys);
		assertThat(count("MATCH (n:PartyRole) RETURN count(n)")).isEqualTo(roles());
	}

	private static long roles() throws IOException {
		Stream<String> owed = rows("obligations.csv").stream()
			.flatMap((row) -> Stream.of(row.getField("obligor"), row.getField("beneficiary")));
		Stream<String> transferred = rows("transfers.csv").stream()
			.flatMap((row) -> Stream.of(row.getField("from_party"), row.getField("to_party")));
		Stream<String> owning = rows("ip_rights.csv").stream().map((row) -> row.getField("owner"));
		return Stream.of(owed, transferred, owning)
			.flatMap((cells) -> cells)
			.flatMap((cell) -> Stream.of(cell.split(";")))
			.filter((party) -> party.startsWith("ROLE:"))
			.distinct()
			.count();
	}

	@Test
	void whatIsOwedIsOwedToPartiesAndToPrograms() throws IOException {
		List<String> creditors = rows("obligations.csv").stream()
			.flatMap((row) -> Stream.of(row.getField("beneficiary").split(";")))
			.toList();
		long programs = creditors.stream().filter((party) -> party.startsWith("PROGRAM:")).count();
		assertThat(programs).isPositive();
		assertThat(count("MATCH (:Obligation {fictional: false})-[r:OWED_TO_PROGRAM]->() RETURN count(r)"))
			.isEqualTo(programs);
		assertThat(count("MATCH (:Obligation {fictional: false})-[r:OWED_TO]->() RETURN count(r)"))
			.isEqualTo(creditors.size() - programs);
	}

	@ParameterizedTest(name = "{0} gives {1}")
	@CsvSource(textBlock = """
			memberships.csv, MEMBER_OF
			agreement_parties.csv, PARTY_TO
			participations.csv, PARTICIPATES_IN
			cost_share_keys.csv, BEARS
			ownerships.csv, OWNS
			interop.csv, IMPLEMENTS
			exercise_participants.csv, EXERCISED_IN
			stage_correspondences.csv, CORRESPONDS_TO
			funding_stakes.csv, SUPPORTED_BY
			""")
	void everyRowIsAnEdge(String file, String type) throws IOException {
		assertThat(edges(type)).isEqualTo(rows(file).size());
	}

	@ParameterizedTest(name = "{1} of {0} gives {2}")
	@CsvSource(textBlock = """
			communities.csv, seat_nation, SEATED_IN, Community
			contractors.csv, nation, SEATED_IN, Contractor
			institutions.csv, nation, SEATED_IN, Institution
			hubs.csv, host_nation, SEATED_IN, InnovationHub
			hubs.csv, community, RUN_BY, InnovationHub
			obligations.csv, agreement_id, OBLIGATION_UNDER, Obligation
			obligations.csv, program, OBLIGATION_FOR, Obligation
			obligations.csv, obligor, OWED_BY, Obligation
			institutions.csv, joint_nations, MAINTAINED_BY, Institution
			programs.csv, lead_nation, LED_BY, Program
			programs.csv, agreement_id, GOVERNED_BY, Program
			programs.csv, parent_program, PART_OF, Program
			agreements.csv, supersedes, SUPERSEDES, Agreement
			contractors.csv, parent_id, SUBSIDIARY_OF, Contractor
			contributions.csv, program, TOWARDS, Contribution
			contributions.csv, contributor, CONTRIBUTES, Contribution
			contributions.csv, agreement_id, MADE_UNDER, Contribution
			funding_mechanisms.csv, program, FUNDS, FundingMechanism
			funding_mechanisms.csv, key_id, USES_KEY, FundingMechanism
			workshares.csv, program, PART_OF_WORK, WorkShare
			workshares.csv, contractor, PERFORMED_BY, WorkShare
			technologies.csv, programs, USES, Technology
			ip_rights.csv, owner, HOLDS_RIGHT, Technology
			transfers.csv, from_party, FROM, Transfer
			transfers.csv, to_party, TO, Transfer
			transfers.csv, technology_id, OF, Transfer
			transfers.csv, program, UNDER, Transfer
			exercises.csv, host_nation, HOSTED_BY, Exercise
			exercises.csv, programs_tested, TESTED, Exercise
			governance.csv, program, GOVERNS_PROGRAM, GovernanceBody
			governance.csv, community, BODY_OF, GovernanceBody
			governance.csv, agreement_id, SET_UP_BY, GovernanceBody
			decisions.csv, body_id, DECIDED_BY, Decision
			decisions.csv, program, DECIDES_ON, Decision
			disputes.csv, program, DISPUTED_IN, Dispute
			disputes.csv, parties, DISPUTED_BETWEEN, Dispute
			contracts.csv, program, CONTRACT_FOR, Contract
			contracts.csv, authority, PLACED_BY, Contract
			contracts.csv, contractor, PLACED_WITH, Contract
			contracts.csv, work_share, CONTRACT_IN_SHARE, Contract
			contracts.csv, agreement_id, CONTRACT_UNDER, Contract
			""")
	void everyValueOfAReferenceIsAnEdge(String file, String column, String type, String label) throws IOException {
		long values = rows(file).stream()
			.flatMap((row) -> Stream.of(row.getField(column).split(";")))
			.filter((value) -> !value.isEmpty())
			.count();
		assertThat(values).isPositive();
		assertThat(count("MATCH (n:" + label + " {fictional: false})-[r:" + type
				+ "]-() WHERE startNode(r) = n OR $label IN ['Contribution', 'Technology'] "
				+ "WITH DISTINCT r RETURN count(r)", label))
			.isEqualTo(values);
	}

	@Test
	void everyFactHasItsSourceConfidenceAndWhetherItWasChecked() {
		assertThat(count("""
				MATCH (n) WHERE n.fictional = false AND (n.source IS NULL OR NOT n.confidence IN ['HIGH', 'MEDIUM']
				  OR NOT n.checked IN ['SEEN', 'RECALLED']) RETURN count(n)""")).isZero();
		assertThat(count("""
				MATCH (a {fictional: false})-[r]->({fictional: false}) WHERE r.key IS NOT NULL
				  AND (r.source IS NULL OR r.confidence IS NULL OR r.checked IS NULL) RETURN count(r)""")).isZero();
	}

	@Test
	void everyCuratedRecordIsPublic() {
		assertThat(count("""
				MATCH (n) WHERE n.fictional = false AND NOT n.key STARTS WITH 'ODD'
				  AND NOT (n.marking = 'PUBLIC' AND 'public' IN n.releasedTo AND n.figuresTo IS NULL)
				RETURN count(n)""")).isZero();
	}

	@Test
	void sampleFactsAreStoredAsTheSchemaSays() {
		Value typhoon = one("""
				MATCH (:Nation {key: 'DEU'})-[r:PARTICIPATES_IN]->(:Program {key: 'EFA'}) RETURN r""").get(0);
		assertThat(typhoon.get("costShare").asLong()).isEqualTo(330_000);
		assertThat(typhoon.get("source").asString()).isEqualTo("UK Hansard 1988-04-28; Deutsche Welle 2009-07-31");
		Value brahmos = one("MATCH (c:Contribution {key: 'CB011'}) RETURN c").get(0);
		assertThat(brahmos.get("amount").asLong()).isEqualTo(126_250_000L * 10_000);
		assertThat(brahmos.get("confidence").asString()).isEqualTo("HIGH");
		assertThat(brahmos.get("checked").asString()).isEqualTo("SEEN");
		assertThat(one("MATCH (c:Contribution {key: 'CB029'}) RETURN c.kind").get(0).asString()).isEqualTo("DELIVERED");
		assertThat(one("MATCH (c:Community {key: 'OCCAR'}) RETURN c.type").get(0).asString())
			.isEqualTo("PROGRAM_MANAGEMENT_ORG");
		assertThat(one("MATCH (:CostShareKey {key: 'METEOR2000'})-[:APPLIES_TO]->(p) RETURN p.key").get(0).asString())
			.isEqualTo("METEOR");
		assertThat(brahmos.get("releasedTo").asList(Value::asString)).contains("public", "nation:IND",
				"office:BRAHMOS");
	}

	@Test
	void aRightOfSeveralIsAnEdgeFromEach() {
		var rights = this.driver
			.executableQuery(
					"""
							MATCH (p)-[r:HOLDS_RIGHT {right: 'IP09'}]->(t) RETURN p.key AS holder, r.class AS class, r.joint AS joint,
							  r.grant AS grant, r.agreements AS agreements, t.key AS technology ORDER BY holder""")
			.execute()
			.records();
		assertThat(rights).extracting((row) -> row.get("holder").asString())
			.containsExactly("DEU", "ESP", "GBR", "ITA");
		assertThat(rights)
			.allMatch((row) -> row.get("joint").asBoolean() && row.get("class").asString().equals("FOREGROUND")
					&& row.get("grant").asString().equals("OWNS") && row.get("technology").asString().equals("TC01")
					&& row.get("agreements").asList(Value::asString).equals(List.of("AG023")));
	}

	@Test
	void noRowIsRejected() {
		assertThat(this.driver.executableQuery("""
				MATCH (n:ImportFinding {severity: 'REJECTED'})-[:FOUND_IN]->(f) WHERE f.set IN ['curated', 'fictional']
				RETURN f.key + ' ' + n.line + ': ' + n.reason""").execute().records()).isEmpty();
		assertThat(count("MATCH (f:ImportFile {set: 'curated'}) RETURN count(f)")).isEqualTo(36);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(textBlock = """
			FORCE_BEFORE_SIGNATURE, Agreement AG010 entered into force before it was signed
			WORK_SHARES_NOT_100, The work shares in force of program EFA sum to 99.5 percent
			COST_SHARES_NOT_100, The cost shares in force of program IRIST sum to 96 percent
			COST_SHARES_NOT_100, The cost shares in force of program KF21 sum to 80 percent
			COST_SHARES_NOT_100, The cost shares in force of program AGS sum to 40 percent
			COST_SHARES_NOT_100, The cost shares in force of program F35 sum to 13.1 percent
			KEY_NOT_100, The shares of key NATO2021 sum to 99.9997 percent
			NO_MEMBERS, Community UN has no members
			NO_MEMBERS, Community OSCE has no members
			NO_MEMBERS, Community EUBG has no members
			NO_MEMBERS, Community NATOSTO has no members
			""")
	void everyKnownOddityIsTold(String code, String reason) {
		assertThat(oddities(code)).contains(reason);
	}

	@Test
	void oddMembershipsAndProgramsAreCounted() throws IOException {
		long undated = rows("memberships.csv").stream().filter((row) -> row.getField("since").isEmpty()).count();
		Set<String> worked = rows("workshares.csv").stream()
			.map((row) -> row.getField("program"))
			.collect(Collectors.toSet());
		ToLongFunction<List<NamedCsvRecord>> idle = (
				programs) -> programs.stream().filter((row) -> !worked.contains(row.getField("program_id"))).count();
		assertThat(oddities("NO_WORK_SHARE")).hasSize((int) idle.applyAsLong(rows("programs.csv"))).hasSize(18);
		assertThat(oddities("NO_MEMBERS")).hasSize(4);
		assertThat(oddities("NO_DATES")).containsExactly("Memberships have no date: " + undated);
		assertThat(one("MATCH (n:ImportFinding {code: 'FORCE_BEFORE_SIGNATURE'}) RETURN n.line").get(0).asLong())
			.isEqualTo(11);
	}

	@Test
	void transfersWithoutLicenceAreTold() throws IOException {
		Set<String> regimes = rows("control_regimes.csv").stream()
			.filter((row) -> row.getField("licence_required").equals("Y"))
			.map((row) -> row.getField("regime_id"))
			.collect(Collectors.toSet());
		List<NamedCsvRecord> flowing = rows("transfers.csv").stream()
			.filter((row) -> Set.of("COMPLETED", "IN_FORCE", "PARTLY_DISPUTED", "REDUCED")
				.contains(row.getField("status")))
			.filter((row) -> !Set.of("EXPORT_CONSENT", "LICENCE_EXEMPTION", "LICENSING_RULE")
				.contains(row.getField("direction")))
			.toList();
		assertThat(oddities("TRANSFER_WITHOUT_LICENCE")).containsExactlyInAnyOrderElementsOf(flowing.stream()
			.filter((row) -> regimes.contains(row.getField("regime")))
			.map((row) -> "Transfer %s is under no licence valid on its date, and its regime asks for one or is unknown"
				.formatted(row.getField("transfer_id")))
			.toList());
	}

	/**
	 * NATO is of no nation, and so no partner, and ITAR asks for the consent of the
	 * United States.
	 */
	@Test
	void transferWithoutConsentIsTold() {
		assertThat(oddities("TRANSFER_WITHOUT_CONSENT")).containsExactly(
				"Transfer TR23 lacks the consent of a nation that it asks, or that a request for it would ask");
	}

	private List<String> oddities(String code) {
		return this.driver.executableQuery("""
				MATCH (n:ImportFinding {code: $code, severity: 'ODDITY'})-[:FOUND_IN]->({set: 'curated'})
				RETURN n.reason AS reason""")
			.withParameters(Map.of("code", code))
			.execute()
			.records()
			.stream()
			.map((row) -> row.get("reason").asString())
			.toList();
	}

	private long edges(String type) {
		return count("MATCH (a {fictional: false})-[r:" + type + "]->(b {fictional: false}) RETURN count(r)");
	}

	private long count(String statement, String label) {
		return this.driver.executableQuery(statement.formatted(label))
			.withParameters(Map.of("label", label))
			.execute()
			.records()
			.getFirst()
			.get(0)
			.asLong();
	}

	private long count(String statement) {
		return one(statement).get(0).asLong();
	}

	private org.neo4j.driver.Record one(String statement) {
		return this.driver.executableQuery(statement).execute().records().getFirst();
	}

	static List<NamedCsvRecord> rows(String file) throws IOException {
		try (var in = Objects.requireNonNull(CuratedDataTests.class.getResourceAsStream("/data/curated/" + file))) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
		}
	}

}
