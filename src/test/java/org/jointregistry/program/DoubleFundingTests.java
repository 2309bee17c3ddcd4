package org.jointregistry.program;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A contractor may be funded twice where it works on programs that are alike, and their
 * money has different sources.
 */
@RegistryTest
class DoubleFundingTests {

	/**
	 * Two programs that use one technology, each with work of A, a mechanism and a giver.
	 */
	private static final String SET = """
			MATCH (one:Program {key: 'FX-WRT-ONE'}), (x:Nation {key: 'XWA'}), (y:Nation {key: 'XWB'})
			WITH one, x, y, {marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1} AS record
			CREATE (two:Program {key: 'FX-WRT-TWO', name: 'Two', domain: 'AIR'}) SET two += record
			CREATE (t:Technology {key: 'FX-WRT-T', name: 'T'}) SET t += record
			CREATE (a:Contractor {key: 'FX-WRT-A', name: 'A', kind: 'COMPANY'}) SET a += record
			CREATE (v:WorkShare {key: 'FX-WRT-V', role: 'SUPPLIER'}) SET v += record
			CREATE (w:WorkShare {key: 'FX-WRT-W', role: 'SUPPLIER'}) SET w += record
			CREATE (c:Contract {key: 'FX-WRT-C', title: 'C', kind: 'PRODUCTION', state: 'SIGNED', value: 25000,
			  currency: 'EUR'}) SET c += record
			CREATE (d:Contract {key: 'FX-WRT-D', title: 'D', kind: 'PRODUCTION', state: 'COMPLETED', value: 10000,
			  currency: 'EUR'}) SET d += record
			CREATE (m:FundingMechanism {key: 'FX-WRT-M', kind: 'FIXED_SHARES', description: 'M'}) SET m += record
			CREATE (n:FundingMechanism {key: 'FX-WRT-N', kind: 'EQUAL_SHARES', description: 'N'}) SET n += record
			CREATE (e:Contribution {key: 'FX-WRT-E', kind: 'PAID', form: 'CASH'}) SET e += record
			CREATE (f:Contribution {key: 'FX-WRT-F', kind: 'PAID', form: 'CASH'}) SET f += record
			CREATE (x)-[:CONTRIBUTES]->(e)-[:TOWARDS]->(one), (x)-[:CONTRIBUTES]->(f)-[:TOWARDS]->(two),
			  (one)-[:USES {key: 'FX-WRT-U1'}]->(t)<-[:USES {key: 'FX-WRT-U2'}]-(two),
			  (a)<-[:PERFORMED_BY]-(v)-[:PART_OF_WORK]->(one), (a)<-[:PERFORMED_BY]-(w)-[:PART_OF_WORK]->(two),
			  (a)<-[:PLACED_WITH]-(c)-[:CONTRACT_FOR]->(two), (a)<-[:PLACED_WITH]-(d)-[:CONTRACT_FOR]->(two),
			  (m)-[:FUNDS]->(one)
			CREATE (n)-[funds:FUNDS]->(two)
			""";

	private static final Map<String, String> RECORDS = Map.ofEntries(Map.entry("FX-WRT-TWO", "Program"),
			Map.entry("FX-WRT-T", "Technology"), Map.entry("FX-WRT-A", "Contractor"),
			Map.entry("FX-WRT-V", "WorkShare"), Map.entry("FX-WRT-W", "WorkShare"), Map.entry("FX-WRT-C", "Contract"),
			Map.entry("FX-WRT-D", "Contract"), Map.entry("FX-WRT-M", "FundingMechanism"),
			Map.entry("FX-WRT-N", "FundingMechanism"), Map.entry("FX-WRT-E", "Contribution"),
			Map.entry("FX-WRT-F", "Contribution"));

	@Autowired
	private Driver driver;

	@OnStage
	private Scene scene;

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET two.note = 'As it is' | \
			  FX-WRT-V FX-WRT-M XWA ; FX-WRT-W FX-WRT-C FX-WRT-D 3.5 EUR FX-WRT-N XWA
			SET c.state = 'TENDERED' | \
			  FX-WRT-V FX-WRT-M XWA ; FX-WRT-W FX-WRT-D 1 EUR FX-WRT-N XWA
			SET c.currency = 'USD' | \
			  FX-WRT-V FX-WRT-M XWA ; FX-WRT-W FX-WRT-C FX-WRT-D 1 EUR 2.5 USD FX-WRT-N XWA
			SET c.value = null | \
			  FX-WRT-V FX-WRT-M XWA ; FX-WRT-W FX-WRT-C FX-WRT-D 1 EUR FX-WRT-N XWA
			CREATE (y)-[:CONTRIBUTES]->(f) | \
			  FX-WRT-V FX-WRT-M XWA ; FX-WRT-W FX-WRT-C FX-WRT-D 3.5 EUR FX-WRT-N XWA XWB
			DELETE funds CREATE (y)-[:CONTRIBUTES]->(f) | \
			  FX-WRT-V FX-WRT-M XWA ; FX-WRT-W FX-WRT-C FX-WRT-D 3.5 EUR XWA XWB
			DELETE funds                                    | ''
			DELETE funds CREATE (m)-[:FUNDS]->(two)         | ''
			SET two.startYear = 2020, one.startYear = 2000, one.endYear = 2010 | ''
			""")
	void contractorIsNamedWhereSourcesDiffer(String change, String told) {
		this.scene.run(SET + change);
		RECORDS.forEach((key, label) -> new StoredReleases(label, Release.PUBLIC).store(this.driver, key, List.of()));
		Answer answer = this.scene.manager().query("""
				{ doubleFunding(program: "%s") { cases { contractor { key } other { key }
				  here { ...Work } there { ...Work } } } }
				fragment Work on FundedWork { workShares { key } contracts { key } contracted { amount currency }
				  mechanisms { key } funders { key } }""".formatted(Scene.id("Program", "FX-WRT-ONE")));
		List<String> cases = answer.data("/doubleFunding/cases")
			.values()
			.stream()
			.map((each) -> leaves(each.path("here")) + " ; " + leaves(each.path("there")))
			.toList();
		assertThat(String.join(" | ", cases)).as(answer.text()).isEqualTo(told);
	}

	private static String leaves(JsonNode node) {
		return node.isValueNode() ? node.asString() : String.join(" ",
				node.values().stream().map(DoubleFundingTests::leaves).filter((leaf) -> !leaf.isEmpty()).toList());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 101 })
	void limitHasBounds(int limit) {
		assertThat(this.scene.manager()
			.query("{ doubleFunding(program: \"%s\", limit: %d) { hasMore } }"
				.formatted(Scene.id("Program", "FX-WRT-ONE"), limit))
			.errorCodes()).containsExactly("BAD_INPUT");
	}

	@Test
	void unknownProgramIsNotFound() {
		assertThat(this.scene.manager()
			.query("{ doubleFunding(program: \"%s\") { hasMore } }".formatted(Scene.id("Program", "FX-WRT-NEVER")))
			.errorCodes()).containsExactly("NOT_FOUND");
	}

}
