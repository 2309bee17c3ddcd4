package org.jointregistry.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.neo4j.driver.TransactionContext;

import org.jointregistry.recording.NodeRef;

/**
 * Keeps the drafts that do not say otherwise of an entry of the ledger, or of who does a
 * share of the work, than is recorded: neither is overwritten (sentence 21).
 */
final class Contradictions {

	private static final String ENTRY = "Contribution";

	private static final Set<String> DONE_BY = Set.of("PERFORMED_BY", "RESEARCHED_BY");

	private static final String AMOUNTS = """
			UNWIND $rows AS row
			MATCH (n:Contribution {key: row.key})
			WHERE coalesce(n.amount <> row.amount, true) AND NOT EXISTS { (n)<-[:REVERSES]-() }
			RETURN DISTINCT n.key AS key""";

	private static final String DOERS = """
			UNWIND $rows AS row
			MATCH (n:WorkShare {key: row.key})-[:PERFORMED_BY|RESEARCHED_BY]->(by)
			WHERE by.key <> row.by OR NOT row.label IN labels(by)
			RETURN DISTINCT n.key AS key""";

	private final Set<NodeRef> otherwise = new HashSet<>();

	Contradictions(TransactionContext graph, List<Draft> drafts) {
		find(graph, ENTRY, AMOUNTS,
				drafts.stream()
					.flatMap((draft) -> draft.nodes().stream())
					.filter((node) -> node.node().label().equals(ENTRY))
					.map((node) -> Map.of("key", node.node().key(), "amount",
							Objects.requireNonNull(node.facts().get("amount")))));
		find(graph, "WorkShare", DOERS, drafts.stream()
			.flatMap((draft) -> draft.edges().stream())
			.filter((edge) -> DONE_BY.contains(edge.type()))
			.map((edge) -> Map.of("key", edge.from().key(), "by", edge.to().key(), "label", edge.to().label())));
	}

	private void find(TransactionContext graph, String label, String statement, Stream<? extends Map<String, ?>> said) {
		List<? extends Map<String, ?>> rows = said.toList();
		if (!rows.isEmpty()) {
			graph.run(statement, Map.of("rows", rows))
				.forEachRemaining((row) -> this.otherwise.add(new NodeRef(label, row.get("key").asString())));
		}
	}

	/**
	 * Sorts out the drafts that say otherwise.
	 * @param drafts the drafts
	 * @param findings where those sorted out are told
	 * @return the others
	 */
	List<Draft> free(List<Draft> drafts, List<Finding> findings) {
		return Draft.without(drafts, this.otherwise, Contradictions::told, findings);
	}

	private static Finding told(Draft draft, NodeRef node) {
		return Finding.rejected(FindingCode.RECORDED_OTHERWISE, draft.line(), null, node.label() + " '" + node.key()
				+ "' " + (node.label().equals(ENTRY) ? "has another amount" : "is done by another"));
	}

}
