package org.jointregistry.technology;

import java.util.Map;
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

	private static final String DECIDED = "decided";

	private static final String LICENCE = "exportLicence";

	@Override
	public Set<String> mutations() {
		return Set.of(APPLY, REVISE, ISSUE, REFUSE, REVOKE);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			switch (writing.name()) {
				case APPLY -> entry.set(STATE, APPLIED);
				case REVISE -> requireApplied(writing, entry);
				case REVOKE -> revoke(writing, entry);
				default -> decide(writing, entry);
			}
		}
	}

	private static void requireApplied(Writing writing, Entry entry) {
		writing.refuseIf(!APPLIED.equals(writing.current(entry).get(STATE)), entry, Refusals.LICENCE_DECIDED, LICENCE);
	}

	private static void decide(Writing writing, Entry entry) {
		requireApplied(writing, entry);
		entry.set(STATE, writing.name().equals(ISSUE) ? ISSUED : "REFUSED");
	}

	/** The day of the issue is not that of the revocation, which is another decision. */
	private static void revoke(Writing writing, Entry entry) {
		Map<String, Object> issued = writing.current(entry);
		writing.refuseIf(!ISSUED.equals(issued.get(STATE)), entry, Refusals.LICENCE_NOT_ISSUED, LICENCE);
		DecisionDay.requireAfter(writing, entry, issued.get(DECIDED));
		entry.set(STATE, "REVOKED");
		if (!entry.says(DECIDED)) {
			entry.set(DECIDED, null);
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
