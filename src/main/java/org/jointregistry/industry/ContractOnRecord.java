package org.jointregistry.industry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.Sight;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Writing;

/**
 * Contracts as the graph has them.
 */
final class ContractOnRecord {

	private static final String LABEL = "Contractor";

	private static final String STATE = "MATCH (contract:Contract {key: $key}) RETURN contract.state AS state";

	private static final String CHOSEN = """
			MATCH (:Contract {key: $key})-[:PLACED_WITH]->(contractor:Contractor) RETURN contractor.key AS key
			""";

	private ContractOnRecord() {
	}

	/**
	 * The contractor of a contract.
	 * @param writing the mutation that asks
	 * @param contract the contract's key
	 * @return empty where nobody is chosen, or the viewer does not see who
	 */
	static Optional<NodeRef> findContractor(Writing writing, String contract) {
		List<String> chosen = writing.transaction()
			.run(CHOSEN, Map.of("key", contract))
			.list((row) -> row.get("key").asString());
		return new Sight(writing.transaction(), writing.viewer()).seen(AccessRule.RECORD, LABEL, chosen)
			.stream()
			.map((key) -> new NodeRef(LABEL, key))
			.findFirst();
	}

	/**
	 * Refuses what is placed or owed under a contract whose contractor may still change.
	 * Nobody changes the contract until the transaction ends.
	 * @param writing the mutation
	 * @param entry what is placed or owed
	 * @param field of the entry, which may name the contract
	 */
	static void requireSigned(Writing writing, Entry entry, String field) {
		entry.findNamed(field).ifPresent((contract) -> {
			writing.hold(List.of(contract));
			String state = writing.transaction()
				.run(STATE, Map.of("key", contract.key()))
				.single()
				.get("state")
				.asString();
			writing.refuseIf(!ContractState.valueOf(state).isBinding(), entry, Refusals.CONTRACT_NOT_SIGNED, field);
		});
	}

	/** Reasons to refuse what is placed or owed under a contract. */
	private enum Refusals implements RefusalCode {

		CONTRACT_NOT_SIGNED("The contract is not signed, so that its contractor may still change");

		private final String message;

		Refusals(String message) {
			this.message = message;
		}

		@Override
		public String message() {
			return this.message;
		}

	}

}
