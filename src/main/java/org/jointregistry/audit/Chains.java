package org.jointregistry.audit;

import java.util.List;
import java.util.Map;

import org.jointregistry.graph.Gate;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Values;

/**
 * The chains of entries as the graph stores them: one for each gate, which its writers go
 * through one after the other.
 */
final class Chains {

	private static final String HEAD = """
			MERGE (head:AuditChain {chain: $chain})
			RETURN coalesce(head.sequence, 0) AS sequence, head.hash AS hash
			""";

	private static final String EXTEND = """
			MATCH (head:AuditChain {chain: $chain})
			SET head.sequence = $sequence, head.hash = $hash
			WITH head
			UNWIND $entries AS facts
			CREATE (entry:AuditEntry)
			SET entry = facts
			""";

	private static final String HEADS = """
			UNWIND range(0, $last) AS chain
			OPTIONAL MATCH (head:AuditChain {chain: chain})
			RETURN chain, coalesce(head.sequence, 0) AS sequence, head.hash AS hash
			ORDER BY chain
			""";

	private static final String BEHIND = """
			UNWIND $heads AS head
			MATCH (entry:AuditEntry)
			WHERE entry.chain = head.chain AND entry.sequence > head.sequence
			RETURN entry.chain AS chain, entry.sequence AS sequence, entry.key AS key
			LIMIT $most
			""";

	private static final String PAGE = """
			MATCH (entry:AuditEntry)
			WHERE entry.chain = $chain AND entry.sequence > $after AND entry.sequence <= $last
			RETURN entry
			ORDER BY entry.chain, entry.sequence
			LIMIT $most
			""";

	private static final String ENTRY = "MATCH (entry:AuditEntry {chain: $chain, sequence: $sequence}) RETURN entry";

	private static final String UNCHAINED = """
			MATCH (entry:AuditEntry)
			WHERE NOT coalesce(entry.chain IN range(0, $last), false) OR NOT coalesce(entry.sequence > 0, false)
			RETURN entry.key AS key
			LIMIT $most
			""";

	private static final long LAST = Gate.STRIPES - 1L;

	private final TransactionContext transaction;

	Chains(TransactionContext transaction) {
		this.transaction = transaction;
	}

	/**
	 * The end of a chain that the transaction alone extends.
	 * @param chain number of the chain
	 * @return its head
	 */
	ChainHead head(int chain) {
		return head(chain, this.transaction.run(HEAD, Map.of("chain", chain)).single());
	}

	/**
	 * Adds entries.
	 * @param entries their facts, in the order of the chain
	 * @param head the last of them
	 */
	void extend(List<Map<String, Object>> entries, ChainHead head) {
		this.transaction
			.run(EXTEND,
					Map.of("chain", head.chain(), "sequence", head.sequence(), "hash", head.hash(), "entries", entries))
			.consume();
	}

	/**
	 * The ends of all chains.
	 * @return their heads, in their order
	 */
	List<ChainHead> heads() {
		return this.transaction.run(HEADS, Map.of("last", LAST)).list((row) -> head(row.get("chain").asInt(), row));
	}

	private static ChainHead head(int chain, Record row) {
		return new ChainHead(chain, row.get("sequence").asLong(), row.get("hash").asString(Seal.NONE));
	}

	/**
	 * Entries behind the ends of their chains.
	 * @param heads the ends
	 * @param most how many at most
	 * @return the entries
	 */
	List<ChainBreak> behind(List<ChainHead> heads, int most) {
		List<Map<String, Object>> rows = heads.stream()
			.map((head) -> Map.<String, Object>of("chain", head.chain(), "sequence", head.sequence()))
			.toList();
		return this.transaction.run(BEHIND, Map.of("heads", rows, "most", most))
			.list((row) -> new ChainBreak(ChainBreak.Kind.ADDED, row.get("chain").asLong(),
					row.get("sequence").asNumber().longValue(), row.get("key").asString(null)));
	}

	/**
	 * Entries of a chain.
	 * @param after where to begin
	 * @param last sequence of the last
	 * @param most how many at most
	 * @return their facts, in the order of the chain
	 */
	List<Map<String, Object>> page(ChainPosition after, long last, int most) {
		return this.transaction
			.run(PAGE, Map.of("chain", after.chain(), "after", after.sequence(), "last", last, "most", most))
			.list((row) -> row.get("entry").asMap());
	}

	/**
	 * The entry at a position.
	 * @param position where
	 * @return its facts; none where there is no entry
	 */
	List<Map<String, Object>> at(ChainPosition position) {
		return this.transaction
			.run(ENTRY, Values.parameters("chain", position.chain(), "sequence", position.sequence()))
			.list((row) -> row.get("entry").asMap());
	}

	/**
	 * Entries that are in no chain.
	 * @param most how many at most
	 * @return the entries
	 */
	List<ChainBreak> unchained(int most) {
		return this.transaction.run(UNCHAINED, Map.of("last", LAST, "most", most))
			.list((row) -> new ChainBreak(ChainBreak.Kind.UNCHAINED, null, null, row.get("key").asString(null)));
	}

}
