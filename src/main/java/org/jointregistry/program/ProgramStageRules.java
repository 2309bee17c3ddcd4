package org.jointregistry.program;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.neo4j.driver.Record;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A program goes through the stages of a scheme in their order, and not past a gate that
 * held it back. Its manager, who writes that, sees all stages that it is or was at.
 */
@Component
class ProgramStageRules implements Rule {

	private static final String ENTER = "programStageEnter";

	private static final String PROGRAM = "program";

	private static final String STAGE = "stage";

	private static final String ENTERED = "entered";

	private static final String GATE_RESULT = "gateResult";

	private static final String GATE_DECIDED = "gateDecided";

	private static final String ENTERING = """
			MATCH (stage:LifecycleStage {key: $key})
			RETURN stage.scheme AS scheme, stage.sequence AS sequence, stage.subject AS subject
			""";

	private static final String AT = """
			MATCH (:Program {key: $program})-[:AT_STAGE {key: $key}]->(stage:LifecycleStage)
			RETURN stage.scheme AS scheme, stage.sequence AS sequence, stage.gate AS gate
			""";

	@Override
	public Set<String> mutations() {
		return Set.of(ENTER, "programStageRevise");
	}

	@Override
	public Collection<String> locks(Writing writing) {
		return writing.entries().stream().map((entry) -> "stages/" + entry.getNamed(PROGRAM).key()).toList();
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (writing.name().equals(ENTER)) {
				enter(writing, entry);
			}
			else {
				revise(writing, entry);
			}
		}
	}

	private static void enter(Writing writing, Entry entry) {
		Record stage = writing.transaction().run(ENTERING, Map.of("key", entry.getNamed(STAGE).key())).single();
		long sequence = stage.get("sequence").asLong();
		List<StageOnRecord> reached = StageOnRecord.reached(writing, entry.getNamed(PROGRAM).key(),
				stage.get("scheme").asString());
		writing.refuseIf(!"PROGRAM".equals(stage.get("subject").asString()), entry, Refusals.NOT_OF_PROGRAMS, STAGE);
		if (reached.isEmpty()) {
			return;
		}
		StageOnRecord last = reached.getLast();
		if (sequence <= last.sequence()) {
			writing.refuse(entry, Refusals.STAGE_NOT_AHEAD, STAGE);
			return;
		}
		writing.refuseIf(StageOnRecord.holdsBack(last.gateResult()), entry, Refusals.GATE_NOT_PASSED, STAGE);
		requireOrder(writing, entry, reached, sequence);
	}

	private static void revise(Writing writing, Entry entry) {
		String program = entry.getNamed(PROGRAM).key();
		Record stage = writing.transaction().run(AT, Map.of(PROGRAM, program, "key", entry.key())).single();
		long sequence = stage.get("sequence").asLong();
		List<StageOnRecord> others = StageOnRecord.reached(writing, program, stage.get("scheme").asString())
			.stream()
			.filter((other) -> !other.key().equals(entry.key()))
			.toList();
		String result = entry.text(GATE_RESULT);
		writing.refuseIf(result != null && stage.get("gate").isNull(), entry, Refusals.NO_GATE, GATE_RESULT);
		writing.refuseIf(
				StageOnRecord.holdsBack(result) && others.stream().anyMatch((other) -> other.sequence() > sequence),
				entry, Refusals.GATE_NOT_PASSED, GATE_RESULT);
		writing.refuseIf((entry.says(GATE_RESULT) || entry.says(GATE_DECIDED))
				&& writing.afterwards(entry, GATE_DECIDED) != null && writing.afterwards(entry, GATE_RESULT) == null,
				entry, Refusals.VALUE_REQUIRED, GATE_RESULT);
		requireOrder(writing, entry, others, sequence);
	}

	private static void requireOrder(Writing writing, Entry entry, List<StageOnRecord> others, long sequence) {
		String date = entry.text(ENTERED);
		writing.refuseIf(others.stream().anyMatch((other) -> other.isOutOfOrderWith(sequence, date)), entry,
				Refusals.STAGES_OUT_OF_ORDER, ENTERED);
	}

	/** Reasons to refuse a program's stage. */
	private enum Refusals implements RefusalCode {

		GATE_NOT_PASSED("The gate of an earlier stage was deferred or not passed"),
		NO_GATE("The scheme names no gate for the stage"),
		NOT_OF_PROGRAMS("Programs do not go through the stages of this scheme"),
		STAGE_NOT_AHEAD("The program has reached this stage of the scheme already, or a later one"),
		STAGES_OUT_OF_ORDER("It would be entered before an earlier stage of the scheme, or after a later one"),
		VALUE_REQUIRED("The day of a decision needs what was decided");

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
