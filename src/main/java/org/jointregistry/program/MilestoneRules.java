package org.jointregistry.program;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;
import org.jointregistry.shared.ExactDecimal;

/**
 * A milestone says itself whether it was kept. Each of its baselines is an entry for
 * good, and none is set when it is reached.
 */
@Component
class MilestoneRules implements Rule {

	private static final String ADD = "milestoneAdd";

	private static final String REBASELINE = "milestoneRebaseline";

	private static final String BASELINE = "baseline";

	private static final String ACTUAL = "actual";

	@Override
	public Set<String> mutations() {
		return Set.of(ADD, "milestoneRevise", REBASELINE);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			if (writing.name().equals(ADD)) {
				List<NodeRef> programs = List.of(entry.getNamed("program"));
				ProgramPart.WORK_PACKAGE.requireOf(writing, entry, programs, "workPackage");
				if (entry.value(BASELINE) != null) {
					setBaseline(writing, entry, programs, null);
				}
			}
			else if (writing.name().equals(REBASELINE)) {
				writing.refuseIf(writing.current(entry).get(ACTUAL) != null, entry, Refusals.MILESTONE_REACHED,
						"milestone");
				setBaseline(writing, entry, ProgramPart.MILESTONE.programs(writing, entry.key()), entry.text("reason"));
			}
			stand(writing, entry);
		}
	}

	private static void setBaseline(Writing writing, Entry entry, List<NodeRef> programs, @Nullable String reason) {
		Entry baseline = writing.follow("MilestoneBaseline", "MB");
		baseline.set("date", Objects.requireNonNull(entry.text(BASELINE)));
		baseline.set("setOn", writing.today());
		baseline.set("reason", reason);
		baseline.showAs((name) -> writing.afterwards(entry, name));
		baseline.link("milestone", List.of(new NodeRef("Milestone", entry.key())));
		baseline.link("program", programs);
	}

	private static void stand(Writing writing, Entry entry) {
		Punctuality punctuality = new Punctuality(date(writing, entry, BASELINE), date(writing, entry, "forecast"),
				date(writing, entry, ACTUAL));
		entry.set("standing", punctuality.standing().orElse(null));
		entry.set("daysLate", punctuality.daysLate().map(ExactDecimal::toStored).orElse(null));
	}

	private static @Nullable String date(Writing writing, Entry entry, String field) {
		return (String) writing.afterwards(entry, field);
	}

	/** Reasons to refuse a milestone. */
	private enum Refusals implements RefusalCode {

		MILESTONE_REACHED("The milestone is reached, and its baseline stands");

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
