package org.jointregistry.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

import org.jointregistry.shared.Words;

/**
 * The one writer of what a record is released to, and of the words of its names. Both are
 * stored twice, for two ways of asking: as lists with the record, for a record that is
 * reached already, and as relationships to audiences, for lists and searches that cost
 * what the viewer sees and not what there is: of all records, and at each
 * {@link ReleasePlace}, whose node is told of the audiences. The nations that a record
 * names stand beside the lists, for the question why a nation sees it: a nation's token
 * may come of the release or the originator as well.
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
	 * The entries that a record has, before its release is stored: a list in Cypher, over
	 * the record {@code n}, for {@link Node}.
	 */
	public static final String ENTRIES = """
			COLLECT { MATCH (n)-[entry:%s|%s|%s]->()
			  RETURN [type(entry), entry.scope, coalesce(entry.at, entry.word, ''), elementId(entry)] }"""
		.formatted(RELATIONSHIP, RELEASED_AT, FOUND_BY);

	/**
	 * Stores the releases and the words of nodes of any label, takes back the entries
	 * that they no longer have, and makes those that they do not have yet, audience by
	 * audience and in the order of their tokens. It is one for all labels, and its values
	 * are one map, so that the database plans it once: for lists that are parameters of
	 * their own it plans anew for each power of ten of their lengths. And it leaves the
	 * planner no way but from the nodes, for in a young database every other way looks
	 * short.
	 */
	private static final String STATEMENT = """
			CALL () {
			  UNWIND $stored.rows AS row
			  MATCH (n) WHERE elementId(n) = row.id
			  SET n.releasedTo = row.releasedTo, n.figuresTo = row.figuresTo,
			    n.namedNations = row.namedNations, n.%1$s = row.%1$s
			}
			CALL () {
			  UNWIND $stored.taken AS id
			  MATCH ()-[entry]->() WHERE elementId(entry) = id
			  DELETE entry
			}
			CALL () {
			  UNWIND $stored.made AS one
			  MERGE (audience:Audience {token: one.token})
			  WITH audience, one.entries AS entries
			  UNWIND entries AS entry
			  MATCH (n) WHERE elementId(n) = entry.id
			  CREATE (n)-[r:$(entry.type)]->(audience)
			  SET r = entry.facts
			}
			%2$s""".formatted(WORDS, AudiencesAtNodes.ADD);

	/**
	 * Takes from what a record was to whom it was released, and who found others at it:
	 * clauses of Cypher over the node {@code was}.
	 */
	public static final String FORGET = """
			SET was.releasedTo = null, was.figuresTo = null, was.namedNations = null
			FOREACH (place IN [name IN keys(was) WHERE name ENDS WITH '/'] | SET was[place] = null)
			""";

	private ReleaseStore() {
	}

	/**
	 * The places where a record is found. They follow the edges that it has, so they are
	 * asked for after edges are written.
	 * @param label the record's label
	 * @return a list in Cypher, over the record {@code n}, for {@link Node#of}
	 */
	public static String places(String label) {
		String places = ReleasePlaces.of(label).stream().map(ReleasePlace::nodes).collect(Collectors.joining(" + "));
		return places.isEmpty() ? "[]" : places;
	}

	/**
	 * Stores releases.
	 * @param graph the transaction that holds the records
	 * @param records each once, with its release
	 */
	public static void store(SimpleQueryRunner graph, Collection<Stored> records) {
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		List<String> taken = new ArrayList<>();
		SortedMap<String, List<Map<String, Object>>> made = new TreeMap<>();
		AudiencesAtNodes kept = new AudiencesAtNodes();
		for (Stored record : records) {
			List<String> tokens = record.tokens();
			List<String> words = Words.of(record.names());
			rows.add(record.lists(tokens, words));
			record.node().places().forEach((place) -> kept.add(place, tokens));
			Map<ReleaseEntry, String> wanted = record.entries(tokens, words);
			record.node().entries().forEach((entry, ids) -> {
				boolean stays = wanted.remove(entry) != null;
				taken.addAll(stays ? ids.subList(1, ids.size()) : ids);
				if (!stays) {
					kept.take(record.node().label(), entry);
				}
			});
			wanted.forEach((entry, token) -> made.computeIfAbsent(token, (audience) -> new ArrayList<>())
				.add(entry.of(record.node())));
		}
		List<Map<String, Object>> audiences = new ArrayList<>();
		made.forEach((token, entries) -> audiences.add(Map.of("token", token, "entries", entries)));
		Map<String, Object> stored = Map.of("rows", rows, "taken", taken, "made", audiences, "kept", kept.rows());
		graph.run(STATEMENT, Map.of("stored", stored)).consume();
		kept.takeFrom(graph);
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
	 * @param key its key
	 * @param places the value of {@link ReleaseStore#places}
	 * @param entries its entries, each with the element ids of the relationships that are
	 * it
	 */
	public record Node(String id, String label, String key, List<ReleaseEntry.Place> places,
			Map<ReleaseEntry, List<String>> entries) {

		/**
		 * Reads a record.
		 * @param row with its {@code id}, {@code key}, {@code places} and
		 * {@link ReleaseStore#ENTRIES entries}
		 * @param label the record's label
		 * @return the record
		 */
		public static Node of(MapAccessor row, String label) {
			Map<ReleaseEntry, List<String>> entries = new HashMap<>();
			row.get("entries")
				.values((value) -> value.asList(Value::asString))
				.forEach((entry) -> entries
					.computeIfAbsent(new ReleaseEntry(entry.get(0), entry.get(1), entry.get(2)),
							(key) -> new ArrayList<>())
					.add(entry.get(3)));
			return new Node(row.get("id").asString(), label, row.get("key").asString(),
					row.get("places")
						.asList((place) -> new ReleaseEntry.Place(place.get("scope").asString(),
								place.get("at").asString(), place.get("keeper").asString(null))),
					entries);
		}

	}

	/**
	 * A record's release, to be stored.
	 *
	 * @param node the record
	 * @param release to whom it is released; null for one without a marking
	 * @param names the texts that it is found by; none for a record without a name
	 */
	public record Stored(Node node, @Nullable Release release, Collection<String> names) {

		private List<String> tokens() {
			return (this.release != null) ? List.copyOf(this.release.tokens()) : List.of();
		}

		private Map<String, @Nullable Object> lists(List<String> tokens, List<String> words) {
			Map<String, @Nullable Object> row = new HashMap<>();
			Set<String> figures = (this.release != null) ? this.release.figureTokens() : null;
			row.put("id", this.node.id());
			row.put("releasedTo", (this.release != null) ? tokens : null);
			row.put("figuresTo", (figures != null) ? List.copyOf(figures) : null);
			row.put(WORDS, words.isEmpty() ? null : words);
			row.put("namedNations", (this.release != null) ? List.copyOf(this.release.nations()) : null);
			return row;
		}

		/** The entries that it is to have, each with the token of its audience. */
		private Map<ReleaseEntry, String> entries(List<String> tokens, List<String> words) {
			Map<ReleaseEntry, String> entries = new HashMap<>();
			String scope = scope(this.node.label());
			for (String token : tokens) {
				entries.put(new ReleaseEntry(RELATIONSHIP, scope + token, ""), token);
			}
			List<String> all = new ArrayList<>(tokens);
			all.add(Audience.EVERY_RECORD);
			for (String token : all) {
				this.node.places()
					.forEach((place) -> entries.put(new ReleaseEntry(RELEASED_AT, place.scope() + token, place.at()),
							token));
				words.forEach((word) -> entries.put(new ReleaseEntry(FOUND_BY, scope + token, word), token));
			}
			return entries;
		}

	}

}
