package org.jointregistry.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.Words;

/**
 * The one writer of what a record is released to, and of the words of its names. Both are
 * stored twice, for two ways of asking: as lists with the record, for a record that is
 * reached already, and as relationships to audiences, for lists and searches that cost
 * what the viewer sees and not what there is: of all records, and at each
 * {@link ReleasePlace}. The nations that a record names stand beside the lists, for the
 * question why a nation sees it: a nation's token may come of the release or the
 * originator as well.
 */
public final class ReleaseStore {

	/** The relationship from a record to each audience that it is released to. */
	public static final String RELATIONSHIP = "RELEASED_TO";

	/**
	 * The relationship from a record to each audience that it is released to, and to the
	 * one of those who see every record, for each node at which it is found. Its
	 * {@code at} is the node's key.
	 */
	public static final String RELEASED_AT = "RELEASED_AT";

	/**
	 * The relationship from a record to each audience that finds it by a word, and to the
	 * one of those who see every record.
	 */
	public static final String FOUND_BY = "FOUND_BY";

	/** The property with the words of a record's names. */
	public static final String WORDS = "words";

	/**
	 * The statement that stores the releases and the words of nodes of any label, and
	 * takes back those that they no longer have. Its parameter {@code rows} has an
	 * element as of {@link #row} for each node. It is one for all labels, so that the
	 * database plans it once; and it leaves the planner no way but from the nodes, for in
	 * a young database every other way looks short.
	 */
	public static final String STATEMENT = """
			UNWIND $rows AS row
			MATCH (n) WHERE elementId(n) = row.id
			SET n.releasedTo = row.releasedTo, n.figuresTo = row.figuresTo,
			  n.namedNations = row.namedNations, n.%4$s = row.%4$s
			WITH n, row, coalesce(row.releasedTo, []) AS tokens, coalesce(row.%4$s, []) AS words
			CALL (n, row, tokens) {
			  MATCH (n)-[taken:%1$s]->() WHERE NOT taken.scope IN [token IN tokens | row.scope + token]
			  DELETE taken
			}
			CALL (n, row, tokens) {
			  WITH COLLECT { MATCH (n)-[kept:%1$s]->() RETURN kept.scope } AS kept
			  UNWIND [token IN tokens WHERE NOT row.scope + token IN kept] AS token
			  MERGE (audience:Audience {token: token})
			  CREATE (n)-[:%1$s {scope: row.scope + token, key: n.key}]->(audience)
			}
			WITH n, row, tokens + ['%5$s'] AS tokens, words
			CALL (n, row, tokens) {
			  MATCH (n)-[taken:%2$s]->()
			  WHERE NOT any(place IN row.places WHERE taken.at = place.at
			    AND taken.scope IN [token IN tokens | place.scope + token])
			  DELETE taken
			}
			CALL (n, row, tokens) {
			  WITH COLLECT { MATCH (n)-[kept:%2$s]->() RETURN [kept.scope, kept.at] } AS kept
			  UNWIND row.places AS place
			  WITH DISTINCT place, n, tokens, kept
			  UNWIND [token IN tokens WHERE NOT [place.scope + token, place.at] IN kept] AS token
			  MERGE (audience:Audience {token: token})
			  CREATE (n)-[:%2$s {scope: place.scope + token, at: place.at, key: n.key}]->(audience)
			}
			CALL (n, row, tokens, words) {
			  MATCH (n)-[taken:%3$s]->()
			  WHERE NOT (taken.word IN words AND taken.scope IN [token IN tokens | row.scope + token])
			  DELETE taken
			}
			CALL (n, row, tokens, words) {
			  WITH COLLECT { MATCH (n)-[kept:%3$s]->() RETURN [kept.scope, kept.word] } AS kept
			  UNWIND words AS word
			  UNWIND [token IN tokens WHERE NOT [row.scope + token, word] IN kept] AS token
			  MERGE (audience:Audience {token: token})
			  CREATE (n)-[:%3$s {scope: row.scope + token, word: word, key: n.key}]->(audience)
			}""".formatted(RELATIONSHIP, RELEASED_AT, FOUND_BY, WORDS, Audience.EVERY_RECORD);

	private ReleaseStore() {
	}

	/**
	 * The places where a record is found. They follow the edges that it has, so they are
	 * asked for after edges are written.
	 * @param label the record's label
	 * @return a list in Cypher, over the record {@code n}, for {@link #row}
	 */
	public static String places(String label) {
		String places = ReleasePlaces.of(label).stream().map(ReleasePlace::nodes).collect(Collectors.joining(" + "));
		return places.isEmpty() ? "[]" : places;
	}

	/**
	 * The row that stores a release.
	 * @param node the record
	 * @param release to whom it is released
	 * @param names the texts that it is found by; none for a record without a name
	 * @return an element of the statement's parameter
	 */
	public static Map<String, @Nullable Object> row(Node node, Release release, Collection<String> names) {
		Map<String, @Nullable Object> row = new HashMap<>();
		Set<String> figures = release.figureTokens();
		List<String> words = Words.of(names);
		row.put("id", node.id());
		row.put("scope", scope(node.label()));
		row.put("places", node.places());
		row.put("releasedTo", List.copyOf(release.tokens()));
		row.put("figuresTo", (figures != null) ? List.copyOf(figures) : null);
		row.put(WORDS, words.isEmpty() ? null : words);
		row.put("namedNations", List.copyOf(release.nations()));
		return row;
	}

	/**
	 * What stands before a token in the scope of a label's releases and words.
	 * @param label the label
	 * @return a prefix
	 */
	public static String scope(String label) {
		return label + "/";
	}

	/**
	 * The scope in which those who see every record find a label's records by their
	 * words.
	 * @param label the label
	 * @return the whole scope
	 */
	public static String everyRecord(String label) {
		return scope(label) + Audience.EVERY_RECORD;
	}

	/**
	 * A record as it is in the database.
	 *
	 * @param id its element id
	 * @param label its label
	 * @param places the value of {@link ReleaseStore#places}
	 */
	public record Node(String id, String label, List<?> places) {

	}

}
