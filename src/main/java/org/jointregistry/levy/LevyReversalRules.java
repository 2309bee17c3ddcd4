package org.jointregistry.levy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ExactDecimal;

/**
 * A reversal takes back one entry that stands; a payment only while it is not shared. It
 * says the same of what, whose and under which rule, and is shown to the same.
 */
@Component
class LevyReversalRules implements Rule {

	private static final String NAMED = "levyPayment";

	private static final List<String> CARRIED = List.of("amount", "currency", "date", "marking", "figuresMarking",
			"releasableTo", "industryReleasable", "originator", "fictional");

	private static final String RULE = """
			MATCH (:LevyPayment {key: $key})-[:UNDER_RULE]->(rule:LevyRule)
			RETURN rule.key AS key
			""";

	private static final String FIND = """
			MATCH (entry:LevyPayment {key: $key})
			RETURN properties(entry) AS facts, EXISTS { (entry)<-[:REVERSES_LEVY]-() } AS reversed,
			  [(entry)-[:LEVIED_FROM]->(party) | [labels(party)[0], party.key]] AS payer,
			  [(entry)-[:SHARED_WITH]->(party) | [labels(party)[0], party.key]] AS beneficiary
			""";

	@Override
	public Set<String> mutations() {
		return Set.of("levyPaymentReverse");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			Map<String, Object> key = Map.of("key", entry.getNamed(NAMED).key());
			String rule = writing.transaction().run(RULE, key).single().get("key").asString();
			LevyLedger ledger = LevyLedger.hold(writing, new NodeRef("LevyRule", rule));
			writing.hold(List.of(entry.getNamed(NAMED)));
			judge(writing, entry, writing.transaction().run(FIND, key).single(), ledger);
		}
	}

	private static void judge(Writing writing, Entry entry, Record named, LevyLedger ledger) {
		Map<String, Object> facts = named.get("facts").asMap();
		boolean reversed = named.get("reversed").asBoolean();
		writing.refuseIf("REVERSED".equals(facts.get("kind")), entry, LevyRefusal.NOT_REVERSIBLE, NAMED);
		writing.refuseIf(reversed, entry, LevyRefusal.ALREADY_REVERSED, NAMED);
		writing.refuseIf("PAID".equals(facts.get("kind")) && !reversed && isShared(named.get("facts"), ledger), entry,
				LevyRefusal.LEVY_IS_SHARED, NAMED);
		CARRIED.forEach((fact) -> entry.set(fact, facts.get(fact)));
		entry.set("kind", "REVERSED");
		entry.link("rule", List.of(ledger.rule()));
		entry.link("program", List.of(ledger.program()));
		entry.link("payer", parties(named, "payer"));
		entry.link("beneficiary", parties(named, "beneficiary"));
	}

	/** Where more is shared than is paid anyway, a payment may be taken back. */
	private static boolean isShared(Value payment, LevyLedger ledger) {
		BigDecimal unshared = ledger.unshared(payment.get("currency").asString());
		return unshared.signum() >= 0
				&& unshared.compareTo(ExactDecimal.fromStored(payment.get("amount").asLong())) < 0;
	}

	private static List<NodeRef> parties(Record named, String field) {
		return named.get(field).asList((party) -> new NodeRef(party.get(0).asString(), party.get(1).asString()));
	}

}
