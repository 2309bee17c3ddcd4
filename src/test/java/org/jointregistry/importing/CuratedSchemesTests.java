package org.jointregistry.importing;

import java.io.IOException;
import java.util.List;

import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stages and protective markings of the curated data are in their schemes, and its
 * contracts are worth what is said of their programs.
 */
@RegistryTest
class CuratedSchemesTests {

	@Autowired
	private Driver driver;

	@Test
	void everyMarkingIsTreatedAsTheLevelOfNatoThatItsRowNames() throws IOException {
		List<String> named = CuratedDataTests.rows("markings.csv")
			.stream()
			.filter((row) -> !row.getField("scheme").equals("NATO") && !row.getField("equivalent_nato").isEmpty())
			.map((row) -> row.getField("scheme") + " " + row.getField("level") + " as "
					+ row.getField("equivalent_nato"))
			.toList();
		assertThat(named).isNotEmpty();
		assertThat(this.driver.executableQuery("""
				MATCH (m:ProtectiveMarking)-[:TREATED_AS]->(n:ProtectiveMarking {scheme: 'NATO'})
				RETURN m.scheme + ' ' + m.level + ' as ' + n.level AS told""").execute().records())
			.extracting((row) -> row.get("told").asString())
			.containsExactlyInAnyOrderElementsOf(named);
	}

	@Test
	void stagesAreInThePlaceOfTheirSchemeAndOfWhatGoesThroughIt() throws IOException {
		assertThat(this.driver.executableQuery("""
				MATCH (s:LifecycleStage {fictional: false})
				RETURN s.scheme + ' ' + s.sequence + ' ' + s.name + ' ' + s.subject AS told""").execute().records())
			.extracting((row) -> row.get("told").asString())
			.containsExactlyInAnyOrderElementsOf(CuratedDataTests.rows("lifecycle_stages.csv")
				.stream()
				.map((row) -> row.getField("scheme") + " " + row.getField("seq") + " " + row.getField("stage")
						+ (row.getField("scheme").equals("AGREEMENT") ? " AGREEMENT" : " PROGRAM"))
				.toList());
	}

	/** What a program's row says of its cost is what a contract for it is worth. */
	@Test
	void everyContractIsWorthWhatItsProgramSays() {
		assertThat(this.driver.executableQuery("""
				MATCH (c:Contract {fictional: false})-[:CONTRACT_FOR]->(p) WHERE c.value IS NOT NULL
				RETURN c.value = p.costAmount AND c.currency = p.costCurrency AND c.title = p.costScope AS same""")
			.execute()
			.records()).hasSize(6).allMatch((row) -> row.get("same").asBoolean());
	}

}
