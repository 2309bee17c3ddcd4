package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

import org.jointregistry.importing.Draft.NodeWrite;
import org.jointregistry.recording.NodeRef;

/**
 * Ends the shares of the work of projects that have ended, as their contracts have: who
 * had one works on the program today no more (sentence 9). A share with an end keeps it.
 */
final class ShareEnds {

	private static final String SHARE = "WorkShare";

	private static final String UNTIL = "until";

	/** For shares that rows say, by the contract that is there. */
	private static final String SAID = """
			UNWIND $rows AS row
			MATCH (c:Contract {key: row.contract, state: 'COMPLETED'})
			WHERE c.until IS NOT NULL AND NOT EXISTS { (w:WorkShare {key: row.share}) WHERE w.until IS NOT NULL }
			RETURN row.share AS share, c.until AS until""";

	/** For shares that are there, by the contract that rows say. */
	private static final String THERE = """
			UNWIND $keys AS key
			MATCH (w:WorkShare) WHERE w.key STARTS WITH key + '/' AND w.until IS NULL
			RETURN key, w.key AS share""";

	private final Map<String, String> ends = new HashMap<>();

	private final Map<String, List<NodeRef>> shares = new HashMap<>();

	ShareEnds(TransactionContext graph, List<Draft> drafts) {
		List<Map<String, String>> said = nodes(drafts, SHARE).map((node) -> node.node().key())
			.map((key) -> Map.of("share", key, "contract", key.substring(0, Math.max(0, key.lastIndexOf('/')))))
			.toList();
		graph.run(SAID, Map.of("rows", said))
			.forEachRemaining((row) -> this.ends.put(row.get("share").asString(), row.get(UNTIL).asString()));
		List<String> ended = nodes(drafts, "Contract").filter(ShareEnds::isEnd)
			.map((node) -> node.node().key())
			.toList();
		graph.run(THERE, Map.of("keys", ended))
			.forEachRemaining(
					(row) -> this.shares.computeIfAbsent(row.get("key").asString(), (key) -> new ArrayList<>())
						.add(new NodeRef(SHARE, row.get("share").asString())));
	}

	private static Stream<NodeWrite> nodes(List<Draft> drafts, String label) {
		return drafts.stream()
			.flatMap((draft) -> draft.nodes().stream())
			.filter((node) -> node.node().label().equals(label));
	}

	private static boolean isEnd(NodeWrite contract) {
		return "COMPLETED".equals(contract.facts().get("state")) && contract.facts().get(UNTIL) != null;
	}

	/**
	 * A row with the ends of the shares that it says, and of those that it ends.
	 * @param draft the row
	 * @return the same where no project of it has ended
	 */
	Draft ended(Draft draft) {
		List<NodeWrite> nodes = draft.nodes().stream().flatMap(this::ended).toList();
		return new Draft(draft.line(), draft.key(), nodes, draft.edges(), draft.references(), draft.identity());
	}

	private Stream<NodeWrite> ended(NodeWrite node) {
		String key = node.node().key();
		if (node.node().label().equals(SHARE) && this.ends.containsKey(key)) {
			Map<String, @Nullable Object> facts = new HashMap<>(node.facts());
			facts.put(UNTIL, this.ends.get(key));
			return Stream.of(new NodeWrite(node.node(), facts, node.implied()));
		}
		if (!node.node().label().equals("Contract") || !isEnd(node)) {
			return Stream.of(node);
		}
		Map<String, @Nullable Object> end = new HashMap<>();
		end.put(UNTIL, node.facts().get(UNTIL));
		return Stream.concat(Stream.of(node),
				this.shares.getOrDefault(key, List.of()).stream().map((share) -> new NodeWrite(share, end, false)));
	}

}
