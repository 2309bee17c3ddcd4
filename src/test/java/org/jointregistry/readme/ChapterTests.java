package org.jointregistry.readme;

import java.io.IOException;
import java.util.List;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The chapters of the manual tell the truth: each query has the answer that is written
 * below it, and each section has a query.
 */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChapterTests {

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	private History history;

	@BeforeAll
	void letTimeGoBy() {
		this.history = new History(this.driver, this.registry);
	}

	@AfterAll
	void clear() {
		this.history.clear();
	}

	static List<Chapter> chapters() throws IOException {
		return Chapter.all();
	}

	static List<Exchange> exchanges() throws IOException {
		return chapters().stream().flatMap((chapter) -> chapter.exchanges().stream()).toList();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("exchanges")
	void queryHasTheAnswerThatIsWritten(Exchange exchange) {
		exchange.assertAnsweredBy(this.registry);
	}

	@ParameterizedTest
	@MethodSource("chapters")
	void everySectionHasAQueryWithItsAnswer(Chapter chapter) {
		String[] sections = chapter.text().split("(?m)^== ");
		assertThat(chapter.sections()).hasSize(sections.length - 1).isNotEmpty();
		for (int section = 1; section < sections.length; section++) {
			assertThat(new Chapter(chapter.name(), sections[section]).exchanges()).as(sections[section]).isNotEmpty();
		}
	}

}
