package org.jointregistry.industry;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contracts are placed, go from state to state, and have subcontracts and offsets.
 */
@RegistryTest
class ContractTests {

	private static final String OTHERS = """
			UNWIND ['FX-WRT-PRIME', 'FX-WRT-SUB'] AS key
			CREATE (:Contractor {key: key, name: key, kind: 'COMPANY', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH count(*) AS made
			CREATE (other:Program {key: 'FX-WRT-OTHER', name: 'Other', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH other MATCH (program:Program {key: 'FX-WRT-ONE'})
			UNWIND [['FX-WRT-OWN', program], ['FX-WRT-ELSE', other]] AS part
			WITH part[0] AS key, part[1] AS of
			CREATE (:WorkShare {key: key, role: 'SUPPLIER', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})-[:PART_OF_WORK]->(of)
			CREATE (:Contract {key: key, title: key, kind: 'OTHER', state: 'PLANNED', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:CONTRACT_FOR]->(of)
			""";

	private static final String SELECTION = "contract { id key version kind award state value currency signed number"
			+ " authority { ... on Nation { key } ... on Contractor { key } } contractor { key }"
			+ " licensor { ... on Nation { key } } parent { key } workShare { key } subcontracts { nodes { key } } }";

	private static final String PRIME = Scene.id("Contractor", "FX-WRT-PRIME");

	private static final String SUB = Scene.id("Contractor", "FX-WRT-SUB");

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(OTHERS);
	}

	@Test
	void whatIsSaidIsReadBackAndItsPartiesSeeIt() {
		Answer added = add(Map.ofEntries(Map.entry("kind", "LICENSED_PRODUCTION"), Map.entry("award", "SINGLE_SOURCE"),
				Map.entry("licensor", Scene.id("Nation", "XWB")), Map.entry("number", "N-1"),
				Map.entry("state", "SIGNED"), Map.entry("signed", "2024-05"), Map.entry("contractor", PRIME),
				Map.entry("value", "2.5"), Map.entry("currency", "EUR"),
				Map.entry("workShare", Scene.id("WorkShare", "FX-WRT-OWN")), Map.entry("marking", "ORIGINATOR")));
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/contractAdd/contract").toString()).contains("\"kind\":\"LICENSED_PRODUCTION\"",
				"\"award\":\"SINGLE_SOURCE\"", "\"number\":\"N-1\"", "\"value\":\"2.5\"", "\"signed\":\"2024-05\"",
				"\"authority\":{\"key\":\"XWA\"}", "\"contractor\":{\"key\":\"FX-WRT-PRIME\"}",
				"\"licensor\":{\"key\":\"XWB\"}", "\"workShare\":{\"key\":\"FX-WRT-OWN\"}");
		String query = "{ node(id: \"%s\") { id } }".formatted(id(added));
		for (String nation : List.of("XWA", "XWB")) {
			assertThat(this.scene.delegate(nation).query(query).errorCodes()).isEmpty();
		}
		assertThat(this.scene.industry("FX-WRT-PRIME").query(query).errorCodes()).isEmpty();
		assertThat(this.scene.delegate("XWC").query(query).errorCodes()).containsExactly("NOT_FOUND");
		assertThat(this.scene.industry("FX-WRT-SUB").query(query).errorCodes()).containsExactly("NOT_FOUND");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			PLANNED,    TENDERED,   true
			PLANNED,    SIGNED,     true
			PLANNED,    ABANDONED,  true
			PLANNED,    COMPLETED,  false
			TENDERED,   SIGNED,     true
			TENDERED,   PLANNED,    false
			SIGNED,     SUSPENDED,  true
			SIGNED,     COMPLETED,  true
			SIGNED,     ABANDONED,  false
			SUSPENDED,  SIGNED,     true
			SUSPENDED,  TERMINATED, true
			COMPLETED,  SIGNED,     false
			TERMINATED, SIGNED,     false
			ABANDONED,  TENDERED,   false
			SIGNED,     SIGNED,     true
			""")
	void statesComeInTheirOrder(String from, String to, boolean may) {
		boolean signed = List.of("SIGNED", "SUSPENDED", "COMPLETED", "TERMINATED").contains(from);
		Map<String, Object> first = new HashMap<>(Map.of("state", from, "contractor", PRIME));
		Map<String, Object> then = new HashMap<>(Map.of("state", to));
		if (signed) {
			first.put("signed", "2020");
		}
		else if (to.equals("SIGNED")) {
			then.put("signed", "2021");
		}
		Answer changed = revise(id(add(first)), then);
		assertThat(Scene.codes(changed)).as(changed.text())
			.isEqualTo(may ? List.of() : List.of("STATE_NOT_NEXT state"));
	}

	@Test
	void whatIsSignedHasADayAndAContractorAndKeepsIt() {
		assertThat(Scene.codes(add(Map.of("state", "SIGNED", "contractor", PRIME))))
			.containsExactly("SIGNATURE_REQUIRED signed");
		assertThat(Scene.codes(add(Map.of("state", "SIGNED", "signed", "2020"))))
			.containsExactly("CONTRACTOR_REQUIRED contractor");
		assertThat(Scene.codes(add(Map.of("signed", "2020")))).containsExactly("SIGNATURE_REQUIRED signed");
		String contract = id(add(Map.of("state", "TENDERED")));
		assertThat(Scene.codes(revise(contract, Map.of("state", "SIGNED", "signed", "2020"))))
			.containsExactly("CONTRACTOR_REQUIRED contractor");
		assertThat(Scene.codes(revise(contract, Map.of("state", "SIGNED", "contractor", PRIME))))
			.containsExactly("SIGNATURE_REQUIRED signed");
		assertThat(Scene.codes(revise(contract, Map.of("state", "SIGNED", "signed", "2020", "contractor", PRIME))))
			.isEmpty();
		assertThat(Scene.codes(revise(contract, 2, Map.of("contractor", SUB))))
			.containsExactly("CONTRACT_SIGNED contractor");
		String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
		assertThat(Scene.codes(add(Map.of("state", "SIGNED", "signed", tomorrow, "contractor", PRIME))))
			.containsExactly("IN_THE_FUTURE signed");
	}

	@Test
	void contractIsNotHandedToWhoPlacedIt() {
		String prime = id(add(Map.of("state", "SIGNED", "signed", "2020", "contractor", PRIME)));
		String planned = id(add(Map.of("parent", prime, "authority", PRIME)));
		assertThat(Scene.codes(revise(planned, Map.of("contractor", PRIME)))).containsExactly("SAME_PARTY contractor");
		assertThat(Scene.codes(revise(planned, Map.of("contractor", SUB)))).isEmpty();
	}

	@Test
	void subcontractIsPlacedByTheContractorAboveInTheSameProgram() {
		String prime = id(add(Map.of("state", "SIGNED", "signed", "2020", "contractor", PRIME)));
		assertThat(Scene.codes(add(Map.of("parent", prime)))).containsExactly("NOT_CONTRACTOR_OF_PARENT authority");
		assertThat(Scene.codes(add(Map.of("parent", prime, "authority", SUB))))
			.containsExactly("NOT_CONTRACTOR_OF_PARENT authority");
		assertThat(Scene.codes(add(Map.of("parent", prime, "authority", PRIME, "contractor", PRIME))))
			.containsExactly("SAME_PARTY contractor");
		Answer placed = add(Map.of("parent", prime, "authority", PRIME, "contractor", SUB));
		assertThat(Scene.codes(placed)).as(placed.text()).isEmpty();
		assertThat(revise(prime, Map.of("note", "Subcontracted")).data("/contractRevise/contract/subcontracts/nodes")
			.values()).hasSize(1);
		this.scene.run("""
				MATCH (other:Contract {key: 'FX-WRT-ELSE'}), (prime:Contractor {key: 'FX-WRT-PRIME'})
				SET other.state = 'SIGNED'
				CREATE (other)-[:PLACED_WITH]->(prime)""");
		assertThat(Scene.codes(add(Map.of("parent", Scene.id("Contract", "FX-WRT-ELSE"), "authority", PRIME))))
			.containsExactly("OF_ANOTHER_PROGRAM parent");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			PLANNED,    false
			TENDERED,   false
			ABANDONED,  false
			SIGNED,     true
			SUSPENDED,  true
			COMPLETED,  true
			TERMINATED, true
			""")
	void subcontractNeedsASignedContractAbove(String state, boolean may) {
		String above = id(add(Map.of("contractor", PRIME)));
		this.scene.run("MATCH (c:Contract) WHERE c.title = 'FX-WRT contract' SET c.state = '%s'".formatted(state));
		Answer placed = add(Map.of("parent", above, "authority", PRIME));
		assertThat(Scene.codes(placed)).as(placed.text())
			.isEqualTo(may ? List.of() : List.of("CONTRACT_NOT_SIGNED parent"));
	}

	@Test
	void contractIsUnderAnAgreementThatGovernsItsProgram() throws InterruptedException {
		this.scene.run("""
				CREATE (:Agreement {key: 'FX-WRT-PACT', title: 'Pact', type: 'MULTILATERAL', instrument: 'MOU',
				  status: 'SIGNED', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
				  industryReleasable: false, fictional: true, version: 1})""");
		Map<String, Object> under = Map.of("agreement", Scene.id("Agreement", "FX-WRT-PACT"));
		assertThat(Scene.codes(add(under))).containsExactly("NOT_UNDER_AGREEMENT agreement");
		this.scene.run("""
				MATCH (program:Program {key: 'FX-WRT-ONE'}), (pact:Agreement {key: 'FX-WRT-PACT'})
				CREATE (program)-[:GOVERNED_BY]->(pact)""");
		assertThat(Scene.codes(add(under))).isEmpty();
		Answer meanwhile = this.scene.whileHeld("""
				MATCH (program:Program {key: 'FX-WRT-ONE'})-[runs:GOVERNED_BY]->()
				SET program.version = program.version
				DELETE runs""", "RETURN 1", () -> add(under));
		assertThat(Scene.codes(meanwhile)).as(meanwhile.text()).containsExactly("NOT_UNDER_AGREEMENT agreement");
	}

	@Test
	void workShareIsOfTheSameProgramAndLicencesHaveALicensor() {
		assertThat(Scene.codes(add(Map.of("workShare", Scene.id("WorkShare", "FX-WRT-ELSE")))))
			.containsExactly("OF_ANOTHER_PROGRAM workShare");
		assertThat(Scene.codes(add(Map.of("kind", "LICENSED_PRODUCTION"))))
			.containsExactly("LICENSOR_REQUIRED licensor");
	}

	@Test
	void valueAndCurrencyNeedEachOther() {
		assertThat(Scene.codes(add(Map.of("value", "5")))).containsExactly("CURRENCY_REQUIRED currency");
		assertThat(Scene.codes(add(Map.of("currency", "EUR")))).containsExactly("AMOUNT_REQUIRED value");
		String contract = id(add(Map.of("value", "5", "currency", "EUR")));
		assertThat(Scene.codes(revise(contract, Map.of("currency", "USD")))).containsExactly("AMOUNT_REQUIRED value");
	}

	@Test
	void valueIsShownAsItsOwnMarkingSays() {
		String contract = id(
				add(Map.of("value", "5", "currency", "EUR", "marking", "PUBLIC", "figuresMarking", "ORIGINATOR")));
		String query = "{ node(id: \"%s\") { ... on Contract { title value } } }".formatted(contract);
		assertThat(this.scene.delegate("XWA").query(query).data("/node/value").asString()).isEqualTo("5");
		Answer stranger = this.scene.delegate("XWC").query(query);
		assertThat(stranger.data("/node/title").asString()).as(stranger.text()).isEqualTo("FX-WRT contract");
		assertThat(stranger.data("/node/value").isNull()).isTrue();
	}

	@Test
	void decisionsAndDisputesAreAboutIt() {
		String contract = Scene.id("Contract", "FX-WRT-OWN");
		Answer decision = Scene.ask(this.scene.manager(), "decisionPropose",
				"decision { contracts { nodes { key decisions { totalCount } } } }", Map.of("program",
						Scene.id("Program", "FX-WRT-ONE"), "title", "FX-WRT decision", "contracts", List.of(contract)));
		assertThat(decision.data("/decisionPropose/decision").toString()).contains("\"key\":\"FX-WRT-OWN\"",
				"\"totalCount\":1");
		this.scene.run("""
				MATCH (nation:Nation {key: 'XWA'}), (program:Program {key: 'FX-WRT-ONE'})
				SET program.releasedTo = program.releasedTo + ['nation:XWA']
				CREATE (nation)-[:PARTICIPATES_IN {key: 'FX-WRT-PART', role: 'PARTNER', version: 1}]->(program)""");
		Answer dispute = Scene.ask(this.scene.delegate("XWA"), "disputeRaise",
				"dispute { contract { key disputes { totalCount } } }",
				Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "nation", Scene.id("Nation", "XWA"), "others",
						List.of(PRIME), "subject", "FX-WRT dispute", "cause", "DELAY", "contract", contract));
		assertThat(dispute.data("/disputeRaise/dispute").toString()).as(dispute.text())
			.contains("\"key\":\"FX-WRT-OWN\"", "\"totalCount\":1");
	}

	private Answer add(Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "authority",
				Scene.id("Nation", "XWA"), "title", "FX-WRT contract", "kind", "PRODUCTION"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "contractAdd", SELECTION, input);
	}

	private Answer revise(String contract, Map<String, Object> more) {
		return revise(contract, 1, more);
	}

	private Answer revise(String contract, int version, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("contract", contract, "version", version, "reason", "It is so"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "contractRevise", SELECTION, input);
	}

	private static String id(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/contractAdd/contract/id").asString();
	}

}
