package org.jointregistry.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.neo4j.driver.Driver;
import org.neo4j.driver.SimpleQueryRunner;
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
		ReleaseStore.store(graph, found(graph, this.label, records.keySet()).stream()
			.map((node) -> new ReleaseStore.Stored(node, this.release, Objects.requireNonNull(records.get(node.key()))))
			.toList());
	}

	/**
	 * Finds records as they are in the database.
	 * @param graph a transaction
	 * @param label their label
	 * @param keys their keys
	 * @return the records
	 */
	public static List<ReleaseStore.Node> found(SimpleQueryRunner graph, String label, Collection<String> keys) {
		return graph
			.run("""
					UNWIND $keys AS key
					MATCH (n:%s {key: key})
					RETURN n.key AS key, elementId(n) AS id, %s AS places, %s AS entries""".formatted(label,
					ReleaseStore.places(label), ReleaseStore.ENTRIES), Map.of("keys", keys))
			.list((row) -> ReleaseStore.Node.of(row, label));
	}

}
