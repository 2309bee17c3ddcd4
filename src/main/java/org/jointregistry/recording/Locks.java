package org.jointregistry.recording;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.neo4j.driver.SimpleQueryRunner;

/**
 * Names by which writers wait for each other.
 */
public final class Locks {

	private static final String LOCK = """
			UNWIND $names AS name
			MERGE (lock:Lock {name: name}) SET lock.locks = true
			""";

	private Locks() {
	}

	/**
	 * Waits for those who hold one of these names, and holds them until the transaction
	 * ends, in one order.
	 * @param graph the transaction
	 * @param names of what must not change meanwhile
	 */
	public static void hold(SimpleQueryRunner graph, Collection<String> names) {
		graph.run(LOCK, Map.of("names", List.copyOf(new TreeSet<>(names)))).consume();
	}

}
