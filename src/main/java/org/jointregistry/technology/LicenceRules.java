package org.jointregistry.technology;

import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A licence is applied for, and decided once by the issuing nation; what is decided stays
 * as it was decided, and an issued licence may be revoked. Whoever writes sees where the
 * licence stands, so that a refusal tells nothing.
 */
@Component
class LicenceRules implements Rule {

	private static final String APPLY = "exportLicenceApply";

	private static final String REVISE = "exportLicenceRevise";

	private static final String ISSUE = "exportLicenceIssue";

	private static final String REFUSE = "exportLicenceRefuse";

	private static final String REVOKE = "exportLicenceRevoke";

	private static final String STATE = "state";

	private static final String APPLIED = "APPLIED";

	private static final String ISSUED = "ISSUED";

	private static final String LICENCE = "exportLicence";

	@Override
	public Set<String> mutations() {
		return Set.of(APPLY, REVISE, ISSUE, REFUSE, REVOKE);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			Object state = writing.current(entry).get(STATE);
			switch (writing.name()) {
				case APPLY -> entry.set(STATE, APPLIED);
				case REVOKE -> {
					writing.refuseIf(!ISSUED.equals(state), entry, Refusals.LICENCE_NOT_ISSUED, LICENCE);
					entry.set(STATE, "REVOKED");
				}
				default -> {
					writing.refuseIf(!APPLIED.equals(state), entry, Refusals.LICENCE_DECIDED, LICENCE);
					decide(writing.name(), entry);
				}
			}
		}
	}

	private static void decide(String mutation, Entry entry) {
		if (!mutation.equals(REVISE)) {
			entry.set(STATE, mutation.equals(ISSUE) ? ISSUED : "REFUSED");
		}
	}

	/** Reasons to refuse a licence or a change of one. */
	private enum Refusals implements RefusalCode {

		LICENCE_DECIDED("The licence is decided already, and stays as it was decided"),
		LICENCE_NOT_ISSUED("The licence is not issued, and so is not revoked");

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
