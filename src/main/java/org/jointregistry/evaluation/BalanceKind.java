package org.jointregistry.evaluation;

/**
 * What nations may have of a program, as {@code schema/partner-balance.graphqls}
 * describes it.
 */
enum BalanceKind {

	/** The agreed share of the cost. */
	AGREED_COST,
	/** What was paid and delivered. */
	GIVEN,
	/** The agreed share of the work. */
	AGREED_WORK,
	/** Work that was planned. */
	WORK_PLANNED,
	/** Work that contracts were placed for. */
	WORK_CONTRACTED,
	/** Work that was paid for. */
	WORK_PAID,
	/** Seats on a body. */
	VOTES,
	/** Rights in what was made in the program. */
	FOREGROUND_RIGHTS,
	/** Rights in what was brought in. */
	BACKGROUND_RIGHTS,
	/** Innovation hubs. */
	HUBS,
	/** Test sites. */
	TEST_SITES,
	/** Exercises. */
	EXERCISES,
	/** Bodies. */
	BODIES

}
