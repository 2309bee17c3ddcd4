package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.importing.ImportReport;
import org.jointregistry.importing.Importing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answers that were planted in a synthetic registry are found in it.
 */
@RegistryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedAnswersTests {

	/** All but what clients have used of their allowance, and what writers wait at. */
	private static final String SIZE = """
			MATCH (n) WHERE NOT n:Allowance|AuditChain|Gate|Lock
			WITH count(n) AS nodes
			RETURN nodes + COUNT { ()-[]->() } AS size""";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private Importing importing;

	private Loaded loaded;

	private long before;

	private final List<ImportReport> reports = new ArrayList<>();

	@BeforeAll
	void load() {
		this.before = size();
		this.loaded = new Loaded(this.driver, this.importing);
		this.reports.addAll(this.loaded.load(Planted.rows()));
		this.reports.addAll(this.loaded.load(new Synthetic(1).next()));
	}

	@AfterAll
	void takeOut() {
		this.loaded.takeOut();
		assertThat(size()).isEqualTo(this.before);
	}

	@Test
	void everyRowIsImported() {
		assertThat(this.reports).hasSizeGreaterThan(60).allSatisfy((report) -> {
			assertThat(report.rejected()).as(report.name()).isZero();
			assertThat(report.loaded()).as(report.name()).isPositive();
		});
	}

	static List<PlantedQuestion> questions() {
		return PlantedQuestion.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("questions")
	void whatWasPlantedIsFound(PlantedQuestion question) {
		question.ask(this.registry, question.change(this.registry));
	}

	@Test
	void theBenchmarkAsksTheDatabaseForTheSame() {
		Races races = new Races(this.registry, this.driver);
		assertThat(Stream.concat(races.lists().stream(), races.insights().stream()))
			.allSatisfy((race) -> race.requireTheSame(this.driver));
	}

	private long size() {
		return this.driver.executableQuery(SIZE).execute().records().getFirst().get("size").asLong();
	}

}
