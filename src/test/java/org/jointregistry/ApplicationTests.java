package org.jointregistry;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application starts, and its database has what the migrations make.
 */
@RegistryTest
class ApplicationTests {

	@Autowired
	private Driver driver;

	@Test
	void everyKeyIsUnique() {
		var constraints = this.driver.executableQuery("SHOW CONSTRAINTS YIELD name, type RETURN name, type").execute();
		assertThat(constraints.records()).extracting((row) -> row.get("name").asString())
			.contains("Program_key", "Nation_key", "Contribution_key");
	}

}
