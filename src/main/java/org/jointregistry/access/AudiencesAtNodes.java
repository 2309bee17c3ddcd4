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

/**
 * The audiences that nodes keep, of those that find records at them
 * ({@link ReleasePlace}). They are added and never taken away, so that who finds one
 * there need not hold it.
 */
final class AudiencesAtNodes {

	/**
	 * Adds the tokens that a node does not keep yet, node by node in one order. It is
	 * held while they are read again and written; a node that keeps them all is only
	 * read.
	 */
	static final String STATEMENT = """
			CALL () {
			  UNWIND $kept AS one
			  MATCH (at) WHERE elementId(at) = one.node
			  WITH at, one
			  WHERE any(token IN one.tokens WHERE NOT token IN coalesce(at[one.place], []))
			  SET at.held = true
			  WITH at, one
			  SET at[one.place] = coalesce(at[one.place], [])
			    + [token IN one.tokens WHERE NOT token IN coalesce(at[one.place], [])]
			  REMOVE at.held
			}""";

	private static final Comparator<Kept> ORDER = Comparator.comparing(Kept::node).thenComparing(Kept::place);

	private final SortedMap<Kept, SortedSet<String>> tokens = new TreeMap<>(ORDER);

	/**
	 * Adds those of a record.
	 * @param place where it is found
	 * @param audiences whom it is released to
	 */
	void add(ReleaseEntry.Place place, Collection<String> audiences) {
		if (place.keeper() != null && !audiences.isEmpty()) {
			this.tokens.computeIfAbsent(new Kept(place.keeper(), place.scope()), (kept) -> new TreeSet<>())
				.addAll(audiences);
		}
	}

	/**
	 * What the statement goes through.
	 * @return the value of its parameter {@code kept}
	 */
	List<Map<String, Object>> rows() {
		List<Map<String, Object>> rows = new ArrayList<>();
		this.tokens.forEach((kept, audiences) -> rows
			.add(Map.of("node", kept.node(), "place", kept.place(), "tokens", List.copyOf(audiences))));
		return rows;
	}

	/**
	 * One list of a node.
	 *
	 * @param node the node's element id
	 * @param place the name of the list
	 */
	private record Kept(String node, String place) {

	}

}
