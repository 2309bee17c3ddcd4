package org.jointregistry.recording;

/**
 * What a mutation does to records.
 */
enum WriteAct {

	/** Makes new ones. */
	ADD,
	/** Changes one, at the version that its author saw. */
	REVISE,
	/** Ties one to another by a relationship with facts. */
	TIE,
	/** Changes the facts of a relationship, at the version that its author saw. */
	REVISE_TIE

}
