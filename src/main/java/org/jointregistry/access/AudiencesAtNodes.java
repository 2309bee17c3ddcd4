package org.jointregistry.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.neo4j.driver.SimpleQueryRunner;

/**
 * The audiences that nodes keep: for each {@link ReleasePlace}, the tokens of those that
 * find a record at the node. A node is held from when it is told of an audience until the
 * transaction ends, so that of two writers the later one reads what the earlier one left.
 */
final class AudiencesAtNodes {

	/** Adds tokens to nodes, which are held in the order of their element ids. */
	static final String ADD = """
			CALL () {
			  UNWIND $stored.kept AS one
			  MATCH (at) WHERE elementId(at) = one.node
			  SET at.locked = true
			  REMOVE at.locked
			  WITH at, one
			  WHERE any(token IN one.tokens WHERE NOT token IN coalesce(at[one.place], []))
			  SET at[one.place] = COLLECT {
			    UNWIND coalesce(at[one.place], []) + one.tokens AS token
			    RETURN DISTINCT token ORDER BY token
			  }
			}""";

	/** Takes away the tokens of audiences that find nothing any more. */
	private static final String TAKE = """
			UNWIND $rows AS one
			MATCH (at:%s {key: one.node})
			SET at.locked = true
			REMOVE at.locked
			WITH at, one, COLLECT {
			    UNWIND one.tokens AS token
			    WITH token
			    WHERE NOT EXISTS { MATCH ()-[entry:RELEASED_AT]->()
			      WHERE entry.scope = one.place + token AND entry.at = one.node AND entry.key >= '' }
			    RETURN token
			  } AS gone
			WHERE size(gone) > 0
			SET at[one.place] = [token IN at[one.place] WHERE NOT token IN gone]""";

	private final Lists kept = new Lists();

	/** By the label of the nodes. */
	private final SortedMap<String, Lists> taken = new TreeMap<>();

	/**
	 * Notes that a record is found at a node.
	 * @param place where it is found
	 * @param tokens of whom it is released to
	 */
	void add(ReleaseEntry.Place place, Collection<String> tokens) {
		if (place.keeper() != null && !tokens.isEmpty()) {
			this.kept.add(place.keeper(), place.scope(), tokens);
		}
	}

	/**
	 * Notes that a record is not found any more.
	 * @param label the record's label
	 * @param entry by which it was found
	 */
	void take(String label, ReleaseEntry entry) {
		ReleasePlaces.of(label)
			.stream()
			.filter((place) -> !place.everywhere() && entry.isAt(place))
			.forEach((place) -> this.taken.computeIfAbsent(place.node(), (node) -> new Lists())
				.add(entry.place(), place.scope(), List.of(entry.scope().substring(place.scope().length()))));
	}

	/**
	 * What is added.
	 * @return the value of {@code $stored.kept}
	 */
	List<Map<String, Object>> rows() {
		return this.kept.rows();
	}

	/**
	 * Takes away the tokens by which nothing is found any more. The entries are taken
	 * away before.
	 * @param graph the transaction
	 */
	void takeFrom(SimpleQueryRunner graph) {
		this.taken.forEach((label, lists) -> graph.run(TAKE.formatted(label), Map.of("rows", lists.rows())).consume());
	}

	/** Tokens, by node and place. */
	private static final class Lists {

		private static final Comparator<At> ORDER = Comparator.comparing(At::node).thenComparing(At::place);

		private final SortedMap<At, SortedSet<String>> tokens = new TreeMap<>(ORDER);

		void add(String node, String place, Collection<String> added) {
			this.tokens.computeIfAbsent(new At(node, place), (at) -> new TreeSet<>()).addAll(added);
		}

		List<Map<String, Object>> rows() {
			List<Map<String, Object>> rows = new ArrayList<>();
			this.tokens.forEach(
					(at, all) -> rows.add(Map.of("node", at.node(), "place", at.place(), "tokens", List.copyOf(all))));
			return rows;
		}

		/**
		 * One list of a node.
		 *
		 * @param node its element id, or its key where its label is told
		 * @param place the name of the list
		 */
		private record At(String node, String place) {

		}

	}

}
