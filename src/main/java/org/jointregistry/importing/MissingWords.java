package org.jointregistry.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import org.jointregistry.graph.ConditionalOnServing;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.ReleaseGrounds;
import org.jointregistry.recording.Releases;

/**
 * Stores, when the application starts, the words of records that have names and no words:
 * those of a database that an earlier version filled, or all after a migration took the
 * words away because they are folded otherwise now.
 */
@Component
@ConditionalOnServing
class MissingWords implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(MissingWords.class);

	private static final int BATCH = 1_000;

	private final Driver driver;

	private final SchemaMap schema;

	private final ReleaseGrounds grounds;

	MissingWords(Driver driver, SchemaMap schema, ReleaseGrounds grounds) {
		this.driver = driver;
		this.schema = schema;
		this.grounds = grounds;
	}

	@Override
	public void afterSingletonsInstantiated() {
		try (Session session = this.driver.session()) {
			this.schema.searchedLabels().forEach((label) -> store(session, label));
		}
	}

	private void store(Session session, String label) {
		String last = "";
		while (last != null) {
			String from = last;
			last = session.executeWrite((transaction) -> store(transaction, label, from));
		}
	}

	/**
	 * Stores the words of one batch.
	 * @return the last key of the batch; null where there was none
	 */
	private @Nullable String store(TransactionContext transaction, String label, String from) {
		List<String> keys = transaction
			.run("""
					MATCH (n:%s)
					WHERE n.key > $from AND n.words IS NULL AND n.releasedTo IS NOT NULL
					  AND any(name IN [%s] WHERE name IS NOT NULL)
					RETURN n.key AS key ORDER BY key LIMIT $batch""".formatted(label,
					this.schema.searched(label).stream().map("n."::concat).collect(Collectors.joining(", "))),
					Map.of("from", from, "batch", BATCH))
			.list((row) -> row.get("key").asString());
		if (keys.isEmpty()) {
			return null;
		}
		Set<NodeRef> nodes = keys.stream().map((key) -> new NodeRef(label, key)).collect(Collectors.toSet());
		new Releases(transaction, this.grounds).refreshNodes(nodes);
		LOG.info("Stored the words of {} records {}", nodes.size(), label);
		return keys.getLast();
	}

}
