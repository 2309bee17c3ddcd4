package org.jointregistry.program;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A risk is scored as its likelihood and impact say, is looked at until it is closed, and
 * is mitigated by something.
 */
@Component
class RiskRules implements Rule {

	private static final String ADD = "riskAdd";

	private static final String RAISED = "raised";

	private static final String STATE = "state";

	private static final String CLOSED = "CLOSED";

	private static final String MITIGATION = "mitigation";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "riskRevise");
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			boolean add = writing.name().equals(ADD);
			List<NodeRef> programs = add ? List.of(entry.getNamed("program"))
					: ProgramPart.RISK.programs(writing, entry.key());
			ProgramPart.MILESTONE.requireOf(writing, entry, programs, "milestones");
			ProgramPart.WORK_PACKAGE.requireOf(writing, entry, programs, "workPackages");
			if (!add) {
				writing.refuseIf(CLOSED.equals(writing.current(entry).get(STATE)), entry, Refusals.RISK_CLOSED, "risk");
				entry.set("reviewed", writing.today());
			}
			else if (entry.text(RAISED) == null) {
				entry.set(RAISED, writing.today());
			}
			judge(writing, entry);
		}
	}

	private static void judge(Writing writing, Entry entry) {
		Object state = writing.afterwards(entry, STATE);
		writing.refuseIf("MITIGATING".equals(state) && writing.afterwards(entry, MITIGATION) == null, entry,
				Refusals.MITIGATION_REQUIRED, MITIGATION);
		if (CLOSED.equals(state)) {
			entry.set("closed", writing.today());
		}
		RiskMatrix
			.findScore((String) writing.afterwards(entry, "likelihood"), (String) writing.afterwards(entry, "impact"))
			.ifPresent((score) -> entry.set("score", score));
	}

	/** Reasons to refuse a risk. */
	private enum Refusals implements RefusalCode {

		MITIGATION_REQUIRED("A risk is mitigated by something, which is to be said"),
		RISK_CLOSED("The risk is closed: what comes up again is another one");

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
