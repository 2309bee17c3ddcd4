package org.jointregistry.importing;

import java.util.List;
import java.util.Map;

import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ledger is imported with its dates and with what was taken back.
 */
@RegistryTest
class LedgerImportTests {

	private static final String SET = "odd";

	@Autowired
	private Driver driver;

	@Autowired
	private Importing importing;

	@AfterEach
	void takeOutWhatTheTestWrote() {
		this.driver.executableQuery("MATCH (c:Contribution) WHERE c.key STARTS WITH 'ODD' DETACH DELETE c").execute();
		this.driver.executableQuery("MATCH (f:ImportFile {set: $set}) DETACH DELETE f")
			.withParameters(Map.of("set", SET))
			.execute();
	}

	@Test
	void anEntryIsImportedWithItsDateAndWhatItTakesBack() {
		ImportSource contributions = CsvFiles.file("contributions.csv",
				CsvFiles.row("contributions.csv", Map.of("contribution_id", "ODD1", "value_date", "2021-03")),
				CsvFiles.row("contributions.csv", Map.of("contribution_id", "ODD2", "kind", "REVERSED", "reverses",
						"ODD1", "reason", "Booked twice")));
		assertThat(this.importing.load(SET, List.of(contributions))).extracting(ImportReport::loaded)
			.containsExactly(2);
		assertThat(this.driver.executableQuery("""
				MATCH (taken:Contribution {key: 'ODD2'})-[:REVERSES]->(back:Contribution)
				RETURN back.key + ' of ' + back.valueDate + ': ' + taken.reason AS told""").execute().records())
			.extracting((row) -> row.get("told").asString())
			.containsExactly("ODD1 of 2021-03: Booked twice");
	}

}
