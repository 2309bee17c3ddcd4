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
 * program (sentence 18), who decides it as it was asked, and asks for nothing.
 */
@Component
class TransferRules implements Rule {

	private static final String REVISE = "transferRevise";

	private static final String DECIDE = "transferDecide";

	private static final String REQUEST = "transferRequest";

	private static final String TRANSFER = "transfer";

	private static final String STATUS = "status";

	private static final String REQUESTED = "REQUESTED";

	@Override
	public Set<String> mutations() {
		return Set.of("transferAdd", REVISE, DECIDE, REQUEST);
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
			boolean requested = REQUESTED.equals(writing.current(entry).get(STATUS));
			writing.refuseIf(writing.name().equals(REVISE) && requested, entry, Refusals.NOT_DECIDED, TRANSFER);
			writing.refuseIf(writing.name().equals(DECIDE) && !requested, entry, Refusals.NOT_REQUESTED, TRANSFER);
		}
	}

	/** Reasons to refuse a transfer. */
	private enum Refusals implements RefusalCode {

		NOT_DECIDED("The transfer is asked for, and is decided before it is changed"),
		NOT_REQUESTED("The transfer does not wait for a decision"),
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
