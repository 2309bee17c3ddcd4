package org.jointregistry.importing;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jointregistry.access.ReleaseStore;
import org.jointregistry.importing.Draft.EdgeWrite;
import org.jointregistry.importing.Draft.NodeWrite;
import org.jointregistry.recording.NodeRef;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Writes drafts. Names in the statements are the schema's; all else is a parameter. What
 * a draft changes keeps what it was, as every write does. Only nodes are found by
 * statements of their kind; what is done with them is planned once for all kinds.
 */
final class GraphWriter {

	private static final String IMPLIED = """
			UNWIND $rows AS row
			MERGE (n:%s {key: row.key})
			ON CREATE SET n += row.facts, n.version = 1, n.recordedAt = $at, n.recordedFrom = $at,
			  n.recordedBy = $by
			RETURN n.key AS key, elementId(n) AS id""";

	private static final String FOUND = """
			UNWIND $rows AS row
			MERGE (n:%s {key: row.key})
			ON CREATE SET n.version = 0, n.recordedAt = $at
			RETURN n.key AS key, elementId(n) AS id""";

	/** Whether a node or an edge differs from {@code row.facts}. */
	static final String DIFFERS = """
			any(name IN keys(row.facts) WHERE coalesce(%1$s[name] <> row.facts[name],
			    (%1$s[name] IS NULL) <> (row.facts[name] IS NULL)))""";

	private static final String FACTS = """
			UNWIND $rows AS row
			MATCH (n) WHERE elementId(n) = row.id
			WITH n, row
			WHERE n.version = 0 OR %s
			FOREACH (old IN CASE WHEN n.version > 0 THEN [n] ELSE [] END |
			  CREATE (old)-[:WAS]->(was:Was)
			  SET was = properties(old), was.recordedUntil = $at
			  %s)
			SET n += row.facts, n.version = n.version + 1, n.recordedFrom = $at,
			  n.recordedBy = coalesce($by, n.recordedBy)
			""".formatted(DIFFERS.formatted("n"), ReleaseStore.FORGET);

	private static final String EDGES = """
			UNWIND $rows AS row
			MATCH (a) WHERE elementId(a) = row.from
			MATCH (b) WHERE elementId(b) = row.to
			MERGE (a)-[r:$(row.type)%%s]->(b)
			ON CREATE SET r.version = 0, r.recordedAt = $at
			WITH a, r, b, row
			WHERE r.version = 0 OR %s
			FOREACH (old IN CASE WHEN r.version > 0 THEN [properties(r)] ELSE [] END |
			  CREATE (a)-[was:$('WAS_' + row.type)]->(b)
			  SET was = old, was.recordedUntil = $at)
			SET r += row.facts, r.version = r.version + 1, r.recordedFrom = $at,
			  r.recordedBy = coalesce($by, r.recordedBy)
			""".formatted(DIFFERS.formatted("r"));

	private static final String KEYED = EDGES.formatted(" {key: row.key}");

	private static final String UNKEYED = EDGES.formatted("");

	private final TransactionContext graph;

	private final ZonedDateTime at;

	private final @Nullable String by;

	/** The element ids of the nodes that edges may name. */
	private final Map<NodeRef, String> ids;

	/**
	 * Writes in a transaction.
	 * @param graph the transaction
	 * @param at the time that is recorded
	 * @param by the subject of the person whose word it is, who does not verify it
	 * (sentence 20); null where nobody sent it
	 * @param known the element ids of the nodes that the drafts refer to and that are
	 * there
	 */
	GraphWriter(TransactionContext graph, ZonedDateTime at, @Nullable String by, Map<NodeRef, String> known) {
		this.graph = graph;
		this.at = at;
		this.by = by;
		this.ids = new HashMap<>(known);
	}

	void write(Collection<Draft> drafts) {
		drafts.stream()
			.flatMap((draft) -> draft.nodes().stream())
			.collect(Collectors.groupingBy((node) -> new NodeKind(node.node().label(), node.implied())))
			.forEach(this::writeNodes);
		Map<Boolean, List<Map<String, @Nullable Object>>> edges = drafts.stream()
			.flatMap((draft) -> draft.edges().stream())
			.collect(Collectors.partitioningBy((edge) -> edge.key().isPresent(),
					Collectors.mapping(this::row, Collectors.toList())));
		write(KEYED, edges.getOrDefault(true, List.of()));
		write(UNKEYED, edges.getOrDefault(false, List.of()));
	}

	private void writeNodes(NodeKind kind, List<NodeWrite> nodes) {
		String statement = kind.implied() ? IMPLIED : FOUND;
		this.graph
			.run(statement.formatted(kind.label()), rows(
					nodes.stream().map((node) -> Map.of("key", node.node().key(), "facts", node.facts())).toList()))
			.forEachRemaining((row) -> this.ids.put(new NodeRef(kind.label(), row.get("key").asString()),
					row.get("id").asString()));
		if (!kind.implied()) {
			write(FACTS, nodes.stream().map((node) -> Map.of("id", id(node.node()), "facts", node.facts())).toList());
		}
	}

	private void write(String statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
		if (!rows.isEmpty()) {
			this.graph.run(statement, rows(rows)).consume();
		}
	}

	private Map<String, @Nullable Object> row(EdgeWrite edge) {
		Map<String, @Nullable Object> row = new HashMap<>();
		row.put("type", edge.type());
		row.put("from", id(edge.from()));
		row.put("to", id(edge.to()));
		row.put("key", edge.key().orElse(null));
		row.put("facts", edge.facts());
		return row;
	}

	private String id(NodeRef node) {
		return Objects.requireNonNull(this.ids.get(node));
	}

	private Map<String, @Nullable Object> rows(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("rows", rows);
		parameters.put("at", this.at);
		parameters.put("by", this.by);
		return parameters;
	}

	private record NodeKind(String label, boolean implied) {

	}

}
