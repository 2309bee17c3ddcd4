package org.jointregistry.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/**
 * Releases of records that tests made by themselves, stored by their one writer.
 *
 * @param label the records' label
 * @param release to whom they are released
 */
public record StoredReleases(String label, Release release) {

	/**
	 * Stores the release of one record.
	 * @param driver reaches the database
	 * @param key the record's key
	 * @param names the texts that it is found by
	 */
	public void store(Driver driver, String key, Collection<String> names) {
		store(driver, Map.of(key, names));
	}

	/**
	 * Stores the releases of records.
	 * @param driver reaches the database
	 * @param records by key, the texts that each is found by
	 */
	public void store(Driver driver, Map<String, ? extends Collection<String>> records) {
		try (Session session = driver.session()) {
			session.executeWriteWithoutResult((transaction) -> store(transaction, records));
		}
	}

	/**
	 * Stores them within a transaction.
	 * @param graph the transaction
	 * @param records by key, the texts that each is found by
	 */
	public void store(SimpleQueryRunner graph, Map<String, ? extends Collection<String>> records) {
		List<Map<String, @Nullable Object>> rows = found(graph, this.label, records.keySet()).stream()
			.map((row) -> ReleaseStore.row(node(row, this.label), this.release,
					Objects.requireNonNull(records.get(row.get("key").asString()))))
			.toList();
		graph.run(ReleaseStore.STATEMENT, Map.of("rows", rows)).consume();
	}

	/**
	 * Finds records as they are in the database.
	 * @param graph a transaction
	 * @param label their label
	 * @param keys their keys
	 * @return a row for each, for {@link #node}, with its {@code key}
	 */
	public static List<Record> found(SimpleQueryRunner graph, String label, Collection<String> keys) {
		return graph.run("""
				UNWIND $keys AS key
				MATCH (n:%s {key: key})
				RETURN n.key AS key, elementId(n) AS id, %s AS places""".formatted(label, ReleaseStore.places(label)),
				Map.of("keys", keys))
			.list();
	}

	/**
	 * A record that was found.
	 * @param row of {@link #found}
	 * @param label the record's label
	 * @return the record
	 */
	public static ReleaseStore.Node node(Record row, String label) {
		return new ReleaseStore.Node(row.get("id").asString(), label, row.get("places").asList());
	}

}
