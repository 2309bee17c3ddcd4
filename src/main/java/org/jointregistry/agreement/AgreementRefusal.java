package org.jointregistry.agreement;

import org.jointregistry.recording.RefusalCode;

/**
 * Reasons to refuse a step of an agreement's life, or what it says, with the words for
 * people.
 */
enum AgreementRefusal implements RefusalCode {

	/** It is over. */
	AGREEMENT_ENDED("The agreement has ended, or was given up"),
	/** The obligation is fulfilled already. */
	ALREADY_FULFILLED("The obligation is fulfilled already"),
	/** A second ratification. */
	ALREADY_RATIFIED("The nation ratified the agreement already"),
	/** The step does not stand. */
	ALREADY_REVERSED("The step was taken back already"),
	/** A second signature. */
	ALREADY_SIGNED("The nation signed the agreement already"),
	/** A second withdrawal. */
	ALREADY_WITHDRAWN("The nation's part in the agreement has an end already"),
	/** An end before the beginning. */
	BEFORE_FORCE("It would end before it came into force"),
	/** Ratified before signed. */
	BEFORE_SIGNATURE("The nation signed later than that"),
	/** A stage before one that was there earlier. */
	BEFORE_STAGE("The agreement reached an earlier stage, or was signed, later than that"),
	/** The clause is of another agreement. */
	CLAUSE_OF_ANOTHER("The clause is of another agreement"),
	/** Owed to nobody. */
	CREDITOR_REQUIRED("An obligation is owed to a party or to a program"),
	/** Owed by nobody. */
	DEBTOR_REQUIRED("An obligation is owed by somebody"),
	/** Typed in what is computed. */
	FOLLOWS_FROM_STEPS("The agreement is taken through its life here: this follows from stages, signatures and"
			+ " ratifications"),
	/** What followed is to go first. */
	LATER_STEPS_STAND("What followed stands: take that back first"),
	/** No such step. */
	NOTHING_TO_REVERSE("The nation has no such step that stands"),
	/** Nothing that binds, or nothing to ratify. */
	NOT_A_PARTY("The nation has no part in the agreement that binds it, or none to ratify"),
	/** What it takes is not done. */
	NOT_IN_FORCE("What its entry into force takes is not done, or its day is still to come"),
	/** Too early or too late to sign. */
	NOT_OPEN_FOR_SIGNATURE("The agreement is not open for signature"),
	/** Nobody signed. */
	NOT_SIGNED("The agreement is not signed"),
	/** Without a rule there is no life to follow. */
	NOT_TAKEN_THROUGH_LIFE("Say first what brings the agreement into force: entryIntoForce"),
	/** Nobody to sign. */
	PARTIES_REQUIRED("The agreement needs two nations, and one that it waits for where it says so"),
	/** Another stage comes first. */
	STAGE_NOT_NEXT("This stage does not follow the one that the agreement has reached"),
	/** A rule without its number or day. */
	TERMS_INCOMPLETE("NUMBER_OF_PARTIES needs partiesNeeded, and ON_DATE needs forceDate"),
	/** A number or a day that the rule does not ask for. */
	TERMS_MISPLACED("Only NUMBER_OF_PARTIES has partiesNeeded, and only ON_DATE has forceDate"),
	/** What was signed stands. */
	TERMS_SIGNED("What brings the agreement into force stands once somebody signed or it is in force"),
	/** The threat is answered by the agreement. */
	TIED_ALREADY("The agreement answers the threat already");

	private final String message;

	AgreementRefusal(String message) {
		this.message = message;
	}

	@Override
	public String message() {
		return this.message;
	}

}
