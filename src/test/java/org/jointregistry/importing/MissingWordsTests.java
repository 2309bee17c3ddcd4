package org.jointregistry.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records whose words are not there get them at the next start, and no others are
 * touched; what an earlier version stored otherwise is brought up to date.
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

	@Test
	void wordsThatWereSplitAreStoredAnew() throws IOException {
		String before = title();
		rename(before, "Inter\u00ADoperable \u200Bthings");
		this.driver.executableQuery("""
				MATCH (n:Standard {title: 'Inter\u00ADoperable \u200Bthings'})
				SET n.words = ['inter', 'operable', 'things']""").execute();
		migrate();
		this.missing.afterSingletonsInstantiated();
		assertThat(words()).anyMatch((words) -> words.contains(" interoperable things "))
			.noneMatch((words) -> words.contains(" operable "));
		rename("Inter\u00ADoperable \u200Bthings", before);
		this.missing.afterSingletonsInstantiated();
	}

	/** Of the types that named nations when the migration was written. */
	@Test
	void recordsThatNameNationsAreToldOf() throws IOException {
		List<String> before = named();
		assertThat(before).anyMatch((named) -> named.contains("["));
		this.driver
			.executableQuery(
					"MATCH (n) WHERE n:Contribution OR n:Transfer OR n.namedNations = [] REMOVE n.namedNations")
			.execute();
		migrate();
		assertThat(named()).containsExactlyInAnyOrderElementsOf(before);
	}

	/** As it runs by itself where it has not run before. */
	private void migrate() throws IOException {
		String statements = new ClassPathResource("neo4j/migrations/V0013__Named_nations_and_whole_words.cypher")
			.getContentAsString(StandardCharsets.UTF_8);
		try (Session session = this.driver.session()) {
			for (String statement : statements.split(";\\s*")) {
				session.run(statement).consume();
			}
		}
	}

	private void rename(String from, String to) {
		this.driver.executableQuery("MATCH (n:Standard {title: $from}) SET n.title = $to REMOVE n.words")
			.withParameters(Map.of("from", from, "to", to))
			.execute();
	}

	private String title() {
		return this.driver.executableQuery("MATCH (n:Standard) RETURN n.title ORDER BY n.key LIMIT 1")
			.execute()
			.records()
			.getFirst()
			.get(0)
			.asString();
	}

	/**
	 * Levies are younger than the migration, and never were without the nations that they
	 * name.
	 */
	private List<String> named() {
		return this.driver.executableQuery("""
				MATCH (n) WHERE n.releasedTo IS NOT NULL AND NOT n:LevyPayment
				RETURN labels(n)[0] + n.key + reduce(all = '', key IN COLLECT {
				  UNWIND coalesce(n.namedNations, ['none']) AS key RETURN key ORDER BY key
				} | all + '[' + key + ']')""")
			.execute()
			.records()
			.stream()
			.map((row) -> row.get(0).asString())
			.toList();
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
