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

	private static final String LISTS = """
			UNWIND $rows AS row
			MATCH (n:%1$s {key: row.key})
			SET n.releasedTo = row.releasedTo, n.figuresTo = row.figuresTo,
			  n.namedNations = row.namedNations, n.%5$s = row.%5$s
			WITH n, coalesce(row.releasedTo, []) AS tokens, coalesce(row.%5$s, []) AS words
			""";

	private static final String RELEASES = """
			CALL (n, tokens) {
			  MATCH (n)-[taken:%2$s]->(audience:Audience)
			  WHERE NOT audience.token IN tokens
			  DELETE taken
			}
			CALL (n, tokens) {
			  UNWIND tokens AS token
			  MERGE (audience:Audience {token: token})
			  MERGE (n)-[:%2$s {scope: '%3$s' + token, key: n.key}]->(audience)
			}
			""";

	private static final String PLACES = """
			WITH n, tokens + ['%6$s'] AS tokens, words, %8$s AS places
			CALL (n, tokens, places) {
			  MATCH (n)-[taken:%7$s]->(audience:Audience)
			  WHERE NOT (audience.token IN tokens
			    AND any(place IN places WHERE taken.scope = place.scope + audience.token AND taken.at = place.at))
			  DELETE taken
			}
			CALL (n, tokens, places) {
			  UNWIND places AS place
			  UNWIND tokens AS token
			  MERGE (audience:Audience {token: token})
			  MERGE (n)-[:%7$s {scope: place.scope + token, at: place.at, key: n.key}]->(audience)
			}
			""";

	private static final String FOUND = """
			CALL (n, tokens, words) {
			  MATCH (n)-[taken:%4$s]->(audience:Audience)
			  WHERE NOT (audience.token IN tokens AND taken.word IN words)
			  DELETE taken
			}
			CALL (n, tokens, words) {
			  UNWIND words AS word
			  UNWIND tokens AS token
			  MERGE (audience:Audience {token: token})
			  MERGE (n)-[:%4$s {scope: '%3$s' + token, word: word, key: n.key}]->(audience)
			}""";

	private ReleaseStore() {
	}

	/**
	 * The statement that stores the releases and the words of nodes of one label, and
	 * takes back those that they no longer have. Releases at a place follow the edges
	 * that the nodes have, so the statement comes after those that write edges. Its
	 * parameter {@code rows} has for each node its {@code key}, {@code releasedTo},
	 * {@code figuresTo}, {@code namedNations} and {@code words}, null for none.
	 * @param label the nodes' label
	 * @return Cypher, for the transaction that changes the nodes
	 */
	public static String statement(String label) {
		String places = ReleasePlaces.of(label).stream().map(ReleasePlace::nodes).collect(Collectors.joining(" + "));
		return (LISTS + RELEASES + PLACES + FOUND).formatted(label, RELATIONSHIP, scope(label), FOUND_BY, WORDS,
				Audience.EVERY_RECORD, RELEASED_AT, places.isEmpty() ? "[]" : places);
	}

	/**
	 * The row that stores a release.
	 * @param key the record's key
	 * @param release to whom it is released
	 * @param names the texts that it is found by; none for a record without a name
	 * @return an element of the statement's parameter
	 */
	public static Map<String, @Nullable Object> row(String key, Release release, Collection<String> names) {
		Map<String, @Nullable Object> row = new HashMap<>();
		Set<String> figures = release.figureTokens();
		List<String> words = Words.of(names);
		row.put("key", key);
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

}
