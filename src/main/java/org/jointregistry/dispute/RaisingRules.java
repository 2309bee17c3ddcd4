package org.jointregistry.dispute;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A nation raises disputes in programs that it takes or took part in, with at least one
 * other party, and is a party itself.
 */
@Component
class RaisingRules implements Rule {

	private static final String NATION = "nation";

	private static final String OTHERS = "others";

	private static final String PARTICIPATIONS = """
			RETURN EXISTS { (:Nation {key: $nation})-[:PARTICIPATES_IN]->(:Program {key: $program}) } AS found
			""";

	@Override
	public Set<String> mutations() {
		return Set.of("disputeRaise");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			NodeRef nation = entry.getNamed(NATION);
			List<NodeRef> others = entry.listNamed(OTHERS);
			writing.refuseIf(!hasPart(writing, nation, entry.getNamed("program")), entry, DisputeRefusal.NOT_A_PARTNER,
					NATION);
			writing.refuseIf(others.isEmpty(), entry, DisputeRefusal.TOO_FEW, OTHERS);
			writing.refuseIf(others.contains(nation), entry, DisputeRefusal.NAMES_ITSELF, OTHERS,
					String.valueOf(others.indexOf(nation)));
			entry.link("parties", List.of(nation));
			entry.set("originator", nation.key());
			entry.set("stage", "CONSULTATION");
			entry.set("status", "UNRESOLVED");
			if (!entry.says("raised")) {
				entry.set("raised", writing.today());
			}
		}
	}

	private static boolean hasPart(Writing writing, NodeRef nation, NodeRef program) {
		return writing.finds(PARTICIPATIONS, Map.of("nation", nation.key(), "program", program.key()));
	}

}
