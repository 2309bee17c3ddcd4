package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jointregistry.importing.Draft.NodeWrite;
import org.jointregistry.importing.Draft.Reference;
import org.neo4j.driver.TransactionContext;
import org.jointregistry.recording.NodeRef;

/**
 * Keeps the drafts whose references are in the graph or in the same file.
 */
final class KnownNodes {

	private final Map<NodeRef, String> inGraph = new HashMap<>();

	KnownNodes(TransactionContext graph, List<Draft> drafts) {
		Map<String, Set<String>> named = drafts.stream()
			.flatMap((draft) -> draft.references().stream())
			.map(Reference::node)
			.collect(Collectors.groupingBy(NodeRef::label, Collectors.mapping(NodeRef::key, Collectors.toSet())));
		named.forEach((label, keys) -> graph
			.run("UNWIND $keys AS key MATCH (n:" + label + " {key: key}) RETURN n.key AS key, elementId(n) AS id",
					Map.of("keys", keys))
			.forEachRemaining((row) -> this.inGraph.put(new NodeRef(label, row.get("key").asString()),
					row.get("id").asString())));
	}

	/**
	 * The nodes that drafts refer to and that are in the graph.
	 * @return their element ids
	 */
	Map<NodeRef, String> inGraph() {
		return this.inGraph;
	}

	/**
	 * Sorts out the drafts that name what is not there. A row that names a row that is
	 * sorted out goes with it.
	 * @param drafts the drafts
	 * @param findings where those sorted out are told
	 * @return the others
	 */
	List<Draft> resolved(List<Draft> drafts, List<Finding> findings) {
		List<Draft> left = new ArrayList<>(drafts);
		boolean again = true;
		while (again) {
			Set<NodeRef> known = new HashSet<>(this.inGraph.keySet());
			left.stream().flatMap((draft) -> draft.nodes().stream()).map(NodeWrite::node).forEach(known::add);
			again = left.removeIf((draft) -> unknown(draft, known, findings));
		}
		return left;
	}

	private static boolean unknown(Draft draft, Set<NodeRef> known, List<Finding> findings) {
		Optional<Reference> missing = draft.references()
			.stream()
			.filter((reference) -> !known.contains(reference.node()))
			.findFirst();
		missing.ifPresent((reference) -> findings.add(Finding.rejected(FindingCode.UNKNOWN_REFERENCE, draft.line(),
				reference.column(), "There is no " + reference.node().label() + " '" + reference.node().key() + "'")));
		return missing.isPresent();
	}

}
