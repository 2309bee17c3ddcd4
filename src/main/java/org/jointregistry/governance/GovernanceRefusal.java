package org.jointregistry.governance;

import org.jointregistry.recording.RefusalCode;

/**
 * Reasons to refuse a body, a seat, a decision or a vote, with the words for people.
 */
enum GovernanceRefusal implements RefusalCode {

	/** The nation voted. */
	ALREADY_VOTED("The nation voted on the decision already; a vote stands"),
	/** Another program's body would decide. */
	BODY_OF_ANOTHER_PROGRAM("The body is another program's: name the program's own, or one that is no program's"),
	/** The nation has no vote. */
	NO_SEAT("The decision awaits no vote of the nation, which has no seat on its body"),
	/** Decided or taken back. */
	NOT_OPEN("The decision is no longer open"),
	/** Nothing says what was decided. */
	OUTCOME_REQUIRED("No body with seats and a known rule votes on the decision: say what was decided"),
	/** The input says what the votes do not. */
	RULE_NOT_MET("The votes and the body's rule say otherwise"),
	/** No threshold where there must be one, or one where there is none. */
	THRESHOLD_REQUIRED("QUALIFIED_MAJORITY needs a threshold, and no other rule has one"),
	/** How a body decides would change while it does. */
	VOTE_IS_OPEN("A decision of the body awaits votes: close or withdraw that first"),
	/** Those who voted would have voted on something else. */
	VOTES_ARE_CAST("There are votes on the decision as it is: withdraw it and propose another");

	private final String message;

	GovernanceRefusal(String message) {
		this.message = message;
	}

	@Override
	public String message() {
		return this.message;
	}

}
