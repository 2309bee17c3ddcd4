package org.jointregistry.importing;

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
 * statements are the schema's; all else is a parameter.
 */
final class GraphWriter {

	private final TransactionContext graph;

	GraphWriter(TransactionContext graph) {
		this.graph = graph;
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
		this.graph
			.run("""
					UNWIND $rows AS row
					MERGE (n:%s {key: row.key})
					%s n += row.facts""".formatted(kind.label(), kind.implied() ? "ON CREATE SET" : "SET"), rows(
					nodes.stream().map((node) -> Map.of("key", node.node().key(), "facts", node.facts())).toList()))
			.consume();
	}

	private void writeEdges(EdgeKind kind, List<EdgeWrite> edges) {
		this.graph
			.run("""
					UNWIND $rows AS row
					MATCH (a:%s {key: row.from})
					MATCH (b:%s {key: row.to})
					MERGE (a)-[r:%s%s]->(b)
					SET r += row.facts""".formatted(kind.from(), kind.to(), kind.type(),
					kind.keyed() ? " {key: row.key}" : ""), rows(edges.stream().map(GraphWriter::row).toList()))
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

	private static Map<String, Object> rows(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		return Map.of("rows", rows);
	}

	private record NodeKind(String label, boolean implied) {

	}

	private record EdgeKind(String type, String from, String to, boolean keyed) {

	}

}
