package org.jointregistry.importing;

import java.util.List;

import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records whose words are not there get them at the next start, and no others are
 * touched.
 */
@RegistryTest
class MissingWordsTests {

	private static final String WORDS = """
			MATCH (n:Standard)
			RETURN reduce(all = n.key, word IN coalesce(n.words, []) | all + ' ' + word) + ' ' + COUNT { (n)-[:FOUND_BY]->() }
			""";

	@Autowired
	private Driver driver;

	@Autowired
	private MissingWords missing;

	@Test
	void wordsThatAreNotThereAreStored() {
		List<String> before = words();
		this.driver.executableQuery("""
				MATCH (n:Standard)-[found:FOUND_BY]->()
				REMOVE n.words
				DELETE found""").execute();
		assertThat(words()).doesNotContainAnyElementsOf(before);
		this.missing.afterSingletonsInstantiated();
		assertThat(words()).isNotEmpty().containsExactlyInAnyOrderElementsOf(before);
	}

	private List<String> words() {
		return this.driver.executableQuery(WORDS)
			.execute()
			.records()
			.stream()
			.map((row) -> row.get(0).asString())
			.toList();
	}

}
