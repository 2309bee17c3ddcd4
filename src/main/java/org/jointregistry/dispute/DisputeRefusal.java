package org.jointregistry.dispute;

import org.jointregistry.recording.RefusalCode;

/**
 * Reasons to refuse what is recorded of a dispute, with the words for people.
 */
enum DisputeRefusal implements RefusalCode {

	/** It ended. */
	ALREADY_RESOLVED("The dispute is resolved, and is not opened again: raise another"),
	/** The nation names itself among the others. */
	NAMES_ITSELF("The nation that raises the dispute is no other party"),
	/** The nation was never in the program. */
	NOT_A_PARTNER("The nation neither takes nor took part in the program"),
	/** The nation is not in dispute. */
	NOT_IN_DISPUTE("The nation is no party to the dispute"),
	/** It would end before it was raised. */
	PERIOD_REVERSED("It would be resolved before it was raised"),
	/** It would go to where it is, or back. */
	STAGE_ONLY_RISES("A stage only rises: the dispute is at this one or a higher one"),
	/** Nobody to be in dispute with. */
	TOO_FEW("A dispute has at least one other party");

	private final String message;

	DisputeRefusal(String message) {
		this.message = message;
	}

	@Override
	public String message() {
		return this.message;
	}

}
