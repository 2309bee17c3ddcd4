package org.jointregistry.importing;

import java.util.HashSet;
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

import org.jointregistry.access.ReleasePlace;
import org.jointregistry.access.ReleasePlaces;
import org.jointregistry.graph.ConditionalOnServing;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.ReleaseGrounds;
import org.jointregistry.recording.Releases;

/**
 * Stores, when the application starts, the releases of records at places that the schema
 * has and the database has not seen yet: in one that an earlier version filled. Which
 * places it has is stored beside them, so that a start with nothing to do reads no
 * record.
 */
@Component
@ConditionalOnServing
class MissingPlaces implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(MissingPlaces.class);

	private static final int BATCH = 1_000;

	private final Driver driver;

	private final ReleaseGrounds grounds;

	MissingPlaces(Driver driver, ReleaseGrounds grounds) {
		this.driver = driver;
		this.grounds = grounds;
	}

	@Override
	public void afterSingletonsInstantiated() {
		try (Session session = this.driver.session()) {
			Set<String> known = session.executeRead(MissingPlaces::known);
			ReleasePlaces.all()
				.stream()
				.filter((place) -> !known.contains(stored(place)))
				.collect(Collectors.groupingBy(ReleasePlace::label))
				.forEach((label, places) -> store(session, label, places));
		}
	}

	/**
	 * What the database says of a place whose releases it has, and whose nodes keep
	 * audiences.
	 */
	private static String stored(ReleasePlace place) {
		return place.scope() + (place.everywhere() ? "" : "kept");
	}

	private static Set<String> known(TransactionContext transaction) {
		return new HashSet<>(transaction.run("MATCH (place:ReleasePlace) RETURN place.scope AS scope")
			.list((row) -> row.get("scope").asString()));
	}

	private void store(Session session, String label, List<ReleasePlace> places) {
		String last = "";
		while (last != null) {
			String from = last;
			last = session.executeWrite((transaction) -> store(transaction, label, from));
		}
		List<String> scopes = places.stream().map(MissingPlaces::stored).toList();
		session.executeWriteWithoutResult((transaction) -> transaction
			.run("UNWIND $scopes AS scope MERGE (:ReleasePlace {scope: scope})", Map.of("scopes", scopes))
			.consume());
	}

	/**
	 * Stores the releases of one batch.
	 * @return the last key of the batch; null where there was none
	 */
	private @Nullable String store(TransactionContext transaction, String label, String from) {
		List<String> keys = transaction
			.run("MATCH (n:%s) WHERE n.key > $from RETURN n.key AS key ORDER BY key LIMIT $batch".formatted(label),
					Map.of("from", from, "batch", BATCH))
			.list((row) -> row.get("key").asString());
		if (keys.isEmpty()) {
			return null;
		}
		Set<NodeRef> nodes = keys.stream().map((key) -> new NodeRef(label, key)).collect(Collectors.toSet());
		new Releases(transaction, this.grounds).refreshNodes(nodes);
		LOG.info("Stored the releases of {} records {} at their places", nodes.size(), label);
		return keys.getLast();
	}

}
