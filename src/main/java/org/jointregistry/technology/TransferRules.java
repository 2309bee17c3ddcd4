package org.jointregistry.technology;

import java.util.Set;

import org.springframework.stereotype.Component;

import org.jointregistry.recording.Entry;
import org.jointregistry.recording.NodeRef;
import org.jointregistry.recording.RefusalCode;
import org.jointregistry.recording.Rule;
import org.jointregistry.recording.Writing;

/**
 * A transfer is between two parties. What industry asks for waits for a manager of the
 * program (sentence 18), who says where it stands and asks for nothing.
 */
@Component
class TransferRules implements Rule {

	private static final String REQUEST = "transferRequest";

	private static final String STATUS = "status";

	private static final String REQUESTED = "REQUESTED";

	@Override
	public Set<String> mutations() {
		return Set.of("transferAdd", "transferRevise", REQUEST);
	}

	@Override
	public void judge(Writing writing) {
		for (Entry entry : writing.entries()) {
			NodeRef to = entry.findNamed("to").orElse(null);
			writing.refuseIf(to != null && to.equals(entry.getNamed("from")), entry, Refusals.SAME_PARTY, "to");
			if (writing.name().equals(REQUEST)) {
				entry.set(STATUS, REQUESTED);
			}
			writing.refuseIf(REQUESTED.equals(entry.text(STATUS)), entry, Refusals.STATUS_IS_NO_DECISION, STATUS);
		}
	}

	/** Reasons to refuse a transfer. */
	private enum Refusals implements RefusalCode {

		SAME_PARTY("A transfer is from one party to another"),
		STATUS_IS_NO_DECISION("REQUESTED is what industry asks for, and no decision");

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
