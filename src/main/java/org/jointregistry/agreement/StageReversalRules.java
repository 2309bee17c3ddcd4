package org.jointregistry.agreement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * Of the stages of an agreement that stand, the last is taken back. The registrar does
 * it, and sees all that a refusal tells of.
 */
@Component
class StageReversalRules implements Rule {

	private static final String STEP = "step";

	private static final String AGREEMENT = """
			MATCH (:AgreementStep {key: $key})-[:STEP_OF]->(agreement:Agreement)
			RETURN agreement.key AS key
			""";

	@Override
	public Set<String> mutations() {
		return Set.of("agreementStageReverse");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return writing.entries().stream().map((entry) -> AgreementOnRecord.lock(agreement(writing, entry))).toList();
	}

	private static String agreement(Writing writing, Entry entry) {
		return writing.transaction()
			.run(AGREEMENT, Map.of("key", entry.getNamed(STEP).key()))
			.single()
			.get("key")
			.asString();
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			AgreementOnRecord agreement = AgreementOnRecord.read(writing, agreement(writing, entry));
			agreement.steps()
				.stream()
				.filter((step) -> step.key().equals(entry.getNamed(STEP).key()))
				.findFirst()
				.ifPresentOrElse((step) -> reverse(writing, entry, agreement, step),
						() -> writing.refuse(entry, AgreementRefusal.ALREADY_REVERSED, STEP));
		}
	}

	private static void reverse(Writing writing, Entry entry, AgreementOnRecord agreement, Step step) {
		List<Step> steps = agreement.steps();
		boolean signed = step.stage() == Stage.SIGNATURE && agreement.text("signed") != null;
		writing.refuseIf(!steps.getLast().equals(step) || signed, entry, AgreementRefusal.LATER_STEPS_STAND, STEP);
		Reversals.ofStage(entry, agreement, step);
		Stage before = agreement.stageBefore(step);
		Entry revision = Life.revision(writing, agreement);
		revision.set("stage", (before != null) ? before.name() : null);
		if (step.stage() == Stage.TERMINATION || step.stage() == Stage.IN_FORCE) {
			boolean inForce = before != null && before.compareTo(Stage.IN_FORCE) >= 0;
			revision.set("status", inForce ? "IN_FORCE" : (agreement.text("signed") != null) ? "SIGNED" : "NEGOTIATED");
		}
		if (step.stage() == Stage.TERMINATION) {
			revision.set("ended", null);
			Life.follow(writing, entry, agreement, agreement.parts());
		}
	}

}
