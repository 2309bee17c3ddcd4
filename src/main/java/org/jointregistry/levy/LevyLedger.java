package org.jointregistry.levy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ExactDecimal;

/**
 * The ledger of one levy rule, held by a writer until its transaction ends.
 *
 * @param rule the rule
 * @param program its program
 * @param beneficiaries codes of the nations that share the levy
 * @param unshared by currency, what is paid and not shared; below zero where more is
 * shared
 */
record LevyLedger(NodeRef rule, NodeRef program, List<String> beneficiaries, Map<String, BigDecimal> unshared) {

	private static final String RULE = """
			MATCH (rule:LevyRule {key: $rule})-[:LEVIED_FOR]->(program:Program)
			RETURN program.key AS program, [(rule)<-[:BENEFITS_FROM]-(nation) | nation.key] AS beneficiaries
			""";

	/** Entries that were reversed do not count. */
	private static final String STANDING = """
			MATCH (:LevyRule {key: $rule})<-[:UNDER_RULE]-(entry:LevyPayment)
			WHERE entry.kind IN ['PAID', 'SHARED'] AND NOT EXISTS { (entry)<-[:REVERSES_LEVY]-() }
			WITH entry.currency AS currency, entry.amount AS amount,
			  CASE entry.kind WHEN 'PAID' THEN 1 ELSE -1 END AS sign
			RETURN currency, [sum(sign * (amount / %1$d / %2$d)), sum(sign * (amount / %1$d %% %2$d)),
			  sum(sign * (amount %% %1$d))] AS unshared
			""".formatted(ExactDecimal.UNIT, ExactDecimal.MANY);

	/**
	 * Waits for other writers of a rule's ledger, and reads it as they left it.
	 * @param writing the mutation
	 * @param rule the rule
	 * @return its ledger
	 */
	static LevyLedger hold(Writing writing, NodeRef rule) {
		writing.lock(List.of("levy/" + rule.key()));
		Map<String, BigDecimal> unshared = new HashMap<>();
		Map<String, Object> parameters = Map.of("rule", rule.key());
		writing.transaction()
			.run(STANDING, parameters)
			.forEachRemaining((row) -> unshared.put(row.get("currency").asString(),
					ExactDecimal.fromSums(row.get("unshared").asList())));
		Record found = writing.transaction().run(RULE, parameters).single();
		return new LevyLedger(rule, new NodeRef("Program", found.get("program").asString()),
				found.get("beneficiaries").asList(Value::asString), unshared);
	}

	/**
	 * What may be shared.
	 * @param currency a currency
	 * @return what is paid in it and not shared; below zero where more is shared
	 */
	BigDecimal unshared(String currency) {
		return this.unshared.getOrDefault(currency, BigDecimal.ZERO);
	}

}
