package org.jointregistry.importing;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jointregistry.importing.Draft.EdgeWrite;
import org.jointregistry.importing.Draft.NodeWrite;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Writes drafts, with one statement for each kind of node and of edge. Names in the
 * statements are the schema's; all else is a parameter. What a draft changes keeps what
 * it was, as every write does.
 */
final class GraphWriter {

	private static final String IMPLIED = """
			UNWIND $rows AS row
			MERGE (n:%s {key: row.key})
			ON CREATE SET n += row.facts, n.version = 1, n.recordedAt = $at, n.recordedFrom = $at
			""";

	private static final String DIFFERS = """
			any(name IN keys(row.facts) WHERE coalesce(%1$s[name] <> row.facts[name],
			    (%1$s[name] IS NULL) <> (row.facts[name] IS NULL)))""";

	private static final String NODES = """
			UNWIND $rows AS row
			MERGE (n:%%s {key: row.key})
			ON CREATE SET n.version = 0, n.recordedAt = $at
			WITH n, row
			WHERE n.version = 0 OR %s
			FOREACH (old IN CASE WHEN n.version > 0 THEN [n] ELSE [] END |
			  CREATE (old)-[:WAS]->(was:Was)
			  SET was = properties(old), was.recordedUntil = $at,
			    was.releasedTo = null, was.figuresTo = null, was.namedNations = null)
			SET n += row.facts, n.version = n.version + 1, n.recordedFrom = $at
			""".formatted(DIFFERS.formatted("n"));

	private static final String EDGES = """
			UNWIND $rows AS row
			MATCH (a:%%1$s {key: row.from})
			MATCH (b:%%2$s {key: row.to})
			MERGE (a)-[r:%%3$s%%4$s]->(b)
			ON CREATE SET r.version = 0, r.recordedAt = $at
			WITH a, r, b, row
			WHERE r.version = 0 OR %s
			FOREACH (old IN CASE WHEN r.version > 0 THEN [properties(r)] ELSE [] END |
			  CREATE (a)-[was:WAS_%%3$s]->(b)
			  SET was = old, was.recordedUntil = $at)
			SET r += row.facts, r.version = r.version + 1, r.recordedFrom = $at
			""".formatted(DIFFERS.formatted("r"));

	private final TransactionContext graph;

	private final ZonedDateTime at;

	GraphWriter(TransactionContext graph, ZonedDateTime at) {
		this.graph = graph;
		this.at = at;
	}

	void write(Collection<Draft> drafts) {
		drafts.stream()
			.flatMap((draft) -> draft.nodes().stream())
			.collect(Collectors.groupingBy((node) -> new NodeKind(node.node().label(), node.implied())))
			.forEach(this::writeNodes);
		drafts.stream()
			.flatMap((draft) -> draft.edges().stream())
			.collect(Collectors.groupingBy((edge) -> new EdgeKind(edge.type(), edge.from().label(), edge.to().label(),
					edge.key().isPresent())))
			.forEach(this::writeEdges);
	}

	private void writeNodes(NodeKind kind, List<NodeWrite> nodes) {
		String statement = kind.implied() ? IMPLIED : NODES;
		this.graph
			.run(statement.formatted(kind.label()), rows(
					nodes.stream().map((node) -> Map.of("key", node.node().key(), "facts", node.facts())).toList()))
			.consume();
	}

	private void writeEdges(EdgeKind kind, List<EdgeWrite> edges) {
		this.graph
			.run(EDGES.formatted(kind.from(), kind.to(), kind.type(), kind.keyed() ? " {key: row.key}" : ""),
					rows(edges.stream().map(GraphWriter::row).toList()))
			.consume();
	}

	private static Map<String, @Nullable Object> row(EdgeWrite edge) {
		Map<String, @Nullable Object> row = new HashMap<>();
		row.put("from", edge.from().key());
		row.put("to", edge.to().key());
		row.put("key", edge.key().orElse(null));
		row.put("facts", edge.facts());
		return row;
	}

	private Map<String, Object> rows(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		return Map.of("rows", rows, "at", this.at);
	}

	private record NodeKind(String label, boolean implied) {

	}

	private record EdgeKind(String type, String from, String to, boolean keyed) {

	}

}
