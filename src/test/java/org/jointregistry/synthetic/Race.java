package org.jointregistry.synthetic;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same work asked of the registry over HTTP, of Neo4j over Bolt, and of the GraphQL
 * library of Neo4j over HTTP.
 *
 * @param name what is asked
 * @param session who asks the registry
 * @param document in GraphQL
 * @param variables of the document, made for each request
 * @param statement the best one in Cypher that does the same
 * @param parameters of the statement, made for each request
 * @param writes whether it writes
 * @param byLibrary what the library is asked, or why it is not
 */
record Race(String name, GraphqlSession session, String document, Supplier<Map<String, Object>> variables,
		String statement, Supplier<Map<String, Object>> parameters, boolean writes, LibraryWork byLibrary) {

	/** Where an answer of the registry tells an error. */
	private static final String FAILURE = "\"code\":";

	static Race reading(String name, GraphqlSession session, String document, String statement,
			Map<String, Object> parameters, LibraryWork byLibrary) {
		return new Race(name, session, document, Map::of, statement, () -> parameters, false, byLibrary);
	}

	/** Asks the registry. */
	void askRegistry() {
		Answer answer = this.session.query(this.document, this.variables.get());
		if (answer.status() != 200 || answer.text().contains(FAILURE)) {
			throw new IllegalStateException(this.name + ": " + answer.text());
		}
	}

	/** Asks the database alone. */
	List<Record> askDatabase(Driver driver) {
		QueryConfig config = QueryConfig.builder()
			.withRouting(this.writes ? RoutingControl.WRITE : RoutingControl.READ)
			.build();
		return driver.executableQuery(this.statement)
			.withParameters(this.parameters.get())
			.withConfig(config)
			.execute()
			.records();
	}

	/**
	 * Makes sure that both do the same, and something: they tell the same records and as
	 * much money, or add as many nodes of each label and relationships of each type.
	 * @param driver of the database
	 */
	void requireTheSame(Driver driver) {
		if (this.writes) {
			Map<String, Long> byRegistry = added(driver, this::askRegistry);
			Map<String, Long> byDatabase = added(driver, () -> askDatabase(driver));
			assertThat(byDatabase).as(this.name).isNotEmpty().isEqualTo(byRegistry);
			return;
		}
		Tally byDatabase = Tally.of(askDatabase(driver));
		assertThat(byDatabase.keys()).as(this.name).isNotEmpty();
		assertThat(byDatabase).as(this.name).isEqualTo(byRegistry());
	}

	/**
	 * Makes sure that the library does the same.
	 * @param library that runs
	 * @param work what it is asked
	 */
	void requireTheSame(Library library, LibraryWork.Document work) {
		assertThat(work.tally(work.ask(work.session(library)))).as(this.name + ", by the library")
			.isEqualTo(byRegistry());
	}

	private Tally byRegistry() {
		Answer answer = this.session.query(this.document, this.variables.get());
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return Tally.of(answer.data());
	}

	private static Map<String, Long> added(Driver driver, Runnable write) {
		Census before = Census.of(driver);
		write.run();
		return Census.of(driver).since(before);
	}

}
