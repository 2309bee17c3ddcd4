package org.jointregistry.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The one writer of what a record is released to. It is stored twice, for two ways of
 * asking: as a list with the record, for a record that is reached already, and as
 * relationships to audiences, for lists that cost what the viewer sees and not what there
 * is.
 */
public final class ReleaseStore {

	/** The relationship from a record to each audience that it is released to. */
	public static final String RELATIONSHIP = "RELEASED_TO";

	private ReleaseStore() {
	}

	/**
	 * The statement that stores the releases of nodes of one label, and takes back those
	 * that they no longer have. Its parameter {@code rows} has for each node its
	 * {@code key}, {@code releasedTo} and {@code figuresTo}, null for none.
	 * @param label the nodes' label
	 * @return Cypher, for the transaction that changes the nodes
	 */
	public static String statement(String label) {
		return """
				UNWIND $rows AS row
				MATCH (n:%1$s {key: row.key})
				SET n.releasedTo = row.releasedTo, n.figuresTo = row.figuresTo
				WITH n, coalesce(row.releasedTo, []) AS tokens
				CALL (n, tokens) {
				  MATCH (n)-[taken:%2$s]->(audience:Audience)
				  WHERE NOT audience.token IN tokens
				  DELETE taken
				}
				CALL (n, tokens) {
				  UNWIND tokens AS token
				  MERGE (audience:Audience {token: token})
				  MERGE (n)-[:%2$s {scope: '%3$s' + token, key: n.key}]->(audience)
				}""".formatted(label, RELATIONSHIP, scope(label));
	}

	/**
	 * The row that stores a release.
	 * @param key the record's key
	 * @param release to whom it is released
	 * @return an element of the statement's parameter
	 */
	public static Map<String, @Nullable Object> row(String key, Release release) {
		Map<String, @Nullable Object> row = new HashMap<>();
		Set<String> figures = release.figureTokens();
		row.put("key", key);
		row.put("releasedTo", List.copyOf(release.tokens()));
		row.put("figuresTo", (figures != null) ? List.copyOf(figures) : null);
		return row;
	}

	/**
	 * What stands before a token in the scope of a label's releases.
	 * @param label the label
	 * @return a prefix
	 */
	public static String scope(String label) {
		return label + "/";
	}

}
