package org.jointregistry.dispute;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.Period;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ExactDecimal;
import org.jointregistry.shared.PartialDates;

/**
 * Parties answer a dispute, and managers take it to higher stages, until it is resolved
 * once and for good.
 */
@Component
class CourseRules implements Rule {

	private static final String DISPUTE = "dispute";

	private static final String RESOLVED = "resolved";

	private static final Set<String> OPEN = Set.of("UNRESOLVED", "UNRESOLVED_AT_SOURCE_DATE");

	/** The stages, the lowest first. */
	private static final List<String> STAGES = List.of("CONSULTATION", "COMMITTEE", "GOVERNMENT", "ARBITRATION",
			"COURT");

	private static final String FIND = """
			MATCH (dispute:Dispute {key: $key})
			RETURN dispute.status AS status, dispute.stage AS stage, dispute.raised AS raised,
			  [(dispute)-[:DISPUTED_BETWEEN]->(party:Nation) | party.key] AS nations
			""";

	@Override
	public Set<String> mutations() {
		return Set.of("disputeAnswer", "disputeEscalate", "disputeResolve");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			NodeRef dispute = entry.getNamed(DISPUTE);
			writing.hold(List.of(dispute));
			Record now = writing.transaction().run(FIND, Map.of("key", dispute.key())).single();
			writing.refuseIf(!OPEN.contains(now.get("status").asString()), entry, DisputeRefusal.ALREADY_RESOLVED,
					DISPUTE);
			switch (writing.name()) {
				case "disputeAnswer" -> answer(writing, entry, now);
				case "disputeEscalate" -> escalate(writing, entry, now);
				default -> resolve(writing, entry, now);
			}
		}
	}

	private static void answer(Writing writing, Entry entry, Record now) {
		NodeRef nation = entry.getNamed("nation");
		writing.refuseIf(!now.get("nations").asList(Value::asString).contains(nation.key()), entry,
				DisputeRefusal.NOT_IN_DISPUTE, "nation");
		entry.set("date", writing.today());
	}

	private static void escalate(Writing writing, Entry entry, Record now) {
		int stage = STAGES.indexOf(Objects.requireNonNull(entry.text("stage")));
		writing.refuseIf(stage <= STAGES.indexOf(now.get("stage").asString()), entry, DisputeRefusal.STAGE_ONLY_RISES,
				"stage");
	}

	private static void resolve(Writing writing, Entry entry, Record now) {
		String raised = now.get("raised").asString(null);
		String resolved = Objects.requireNonNull(entry.text(RESOLVED));
		writing.refuseIf(new Period(raised, resolved).isReversed(), entry, DisputeRefusal.PERIOD_REVERSED, RESOLVED);
		PartialDates.findDays(raised, resolved)
			.ifPresent((days) -> entry.set("daysToResolution", ExactDecimal.toStored(BigDecimal.valueOf(days))));
	}

}
