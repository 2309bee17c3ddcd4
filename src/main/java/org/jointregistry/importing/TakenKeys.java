package org.jointregistry.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.neo4j.driver.TransactionContext;

import org.jointregistry.importing.Draft.NodeWrite;
import org.jointregistry.recording.NodeRef;

/**
 * Keeps the drafts whose keys are not those of records of other types that share their
 * keys, which access tokens could not tell apart.
 */
final class TakenKeys {

	private final Set<NodeRef> taken = new HashSet<>();

	TakenKeys(TransactionContext graph, SchemaMap schema, List<Draft> drafts) {
		Map<String, Set<String>> written = drafts.stream()
			.flatMap((draft) -> draft.nodes().stream())
			.map(NodeWrite::node)
			.collect(Collectors.groupingBy(NodeRef::label, Collectors.mapping(NodeRef::key, Collectors.toSet())));
		written.forEach((label, keys) -> schema.sharingKeysWith(label)
			.forEach((other) -> graph
				.run("UNWIND $keys AS key MATCH (n:" + other + " {key: key}) RETURN n.key AS key", Map.of("keys", keys))
				.forEachRemaining((row) -> this.taken.add(new NodeRef(label, row.get("key").asString())))));
	}

	/**
	 * Sorts out the drafts that write a node whose key is another's.
	 * @param drafts the drafts
	 * @param findings where those sorted out are told
	 * @return the others
	 */
	List<Draft> free(List<Draft> drafts, List<Finding> findings) {
		return Draft.without(drafts, this.taken, TakenKeys::told, findings);
	}

	private static Finding told(Draft draft, NodeRef node) {
		return Finding.rejected(FindingCode.KEY_TAKEN, draft.line(), null,
				"A record of another type that access tokens name alike has the key '" + node.key() + "'");
	}

}
