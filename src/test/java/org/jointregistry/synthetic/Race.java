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
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same work asked of the registry over HTTP and of Neo4j over Bolt.
 *
 * @param name what is asked
 * @param session who asks the registry
 * @param document in GraphQL
 * @param variables of the document, made for each request
 * @param statement the best one in Cypher that does the same
 * @param parameters of the statement, made for each request
 * @param writes whether it writes
 */
record Race(String name, GraphqlSession session, String document, Supplier<Map<String, Object>> variables,
		String statement, Supplier<Map<String, Object>> parameters, boolean writes) {

	/** Where an answer of the registry tells an error. */
	private static final String FAILURE = "\"code\":";

	static Race reading(String name, GraphqlSession session, String document, String statement,
			Map<String, Object> parameters) {
		return new Race(name, session, document, Map::of, statement, () -> parameters, false);
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
	 * Makes sure that both do the same: they tell as many records, or make as many nodes.
	 * @param driver of the database
	 */
	void requireTheSame(Driver driver) {
		assertThat(this.writes ? madeByRegistry(driver) : toldByRegistry()).as(this.name)
			.isPositive()
			.isEqualTo(this.writes ? madeByDatabase(driver) : toldByDatabase(driver));
	}

	private long toldByRegistry() {
		Answer answer = this.session.query(this.document, this.variables.get());
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return keys(answer.data());
	}

	private long toldByDatabase(Driver driver) {
		return askDatabase(driver).stream().mapToLong((row) -> keys(row.asMap())).sum();
	}

	private long madeByRegistry(Driver driver) {
		long before = nodes(driver);
		askRegistry();
		return nodes(driver) - before;
	}

	private long madeByDatabase(Driver driver) {
		long before = nodes(driver);
		askDatabase(driver);
		return nodes(driver) - before;
	}

	private static long nodes(Driver driver) {
		return driver.executableQuery("MATCH (n:Contribution|AuditEntry|IdempotencyRecord) RETURN count(n) AS nodes")
			.execute()
			.records()
			.getFirst()
			.get("nodes")
			.asLong();
	}

	private static long keys(JsonNode answer) {
		return answer.findValues("key").size();
	}

	private static long keys(Object answer) {
		return switch (answer) {
			case Map<?, ?> map -> (map.containsKey("key") ? 1 : 0)
					+ map.values().stream().mapToLong((value) -> (value != null) ? keys(value) : 0).sum();
			case List<?> list -> list.stream().mapToLong((value) -> (value != null) ? keys((Object) value) : 0).sum();
			default -> 0;
		};
	}

}
