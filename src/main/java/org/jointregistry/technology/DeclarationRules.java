package org.jointregistry.technology;

import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.access.Marking;
import org.jointregistry.access.Sight;
import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * Who works on a program today declares and asks (sentences 9 and 18), and what waits is
 * shown to nobody but the parties that it names and the managers of the program: one of
 * them says with the decision who else sees it. An organization sees its own work shares
 * (sentence 7), so that a refusal tells it nothing.
 */
@Component
class DeclarationRules implements Rule {

	private static final String PROGRAM = "program";

	@Override
	public Set<String> mutations() {
		return Set.of("ipRightDeclare", "transferRequest");
	}

	@Override
	public void judge(Writing writing) {
		Sight sight = new Sight(writing.transaction(), writing.viewer());
		for (Entry entry : writing.entries()) {
			writing.refuseIf(!sight.worksOn(entry.getNamed(PROGRAM).key()), entry, Refusals.NO_WORK_SHARE, PROGRAM);
			entry.set("marking", Marking.ORIGINATOR.name());
		}
	}

	/** Reasons to refuse what industry declares or asks for. */
	private enum Refusals implements RefusalCode {

		NO_WORK_SHARE("The organization has no share of the program's work today");

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
