package org.jointregistry.industry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jointregistry.access.AccessRule;
import org.jointregistry.access.Sight;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;

/**
 * Finds with whom contracts are placed.
 */
final class ChosenContractor {

	private static final String LABEL = "Contractor";

	private static final String CHOSEN = """
			MATCH (:Contract {key: $key})-[:PLACED_WITH]->(contractor:Contractor) RETURN contractor.key AS key
			""";

	private ChosenContractor() {
	}

	/**
	 * The contractor of a contract.
	 * @param writing the mutation that asks
	 * @param contract the contract's key
	 * @return empty where nobody is chosen, or the viewer does not see who
	 */
	static Optional<NodeRef> find(Writing writing, String contract) {
		List<String> chosen = writing.transaction()
			.run(CHOSEN, Map.of("key", contract))
			.list((row) -> row.get("key").asString());
		return new Sight(writing.transaction(), writing.viewer()).seen(AccessRule.RECORD, LABEL, chosen)
			.stream()
			.map((key) -> new NodeRef(LABEL, key))
			.findFirst();
	}

}
