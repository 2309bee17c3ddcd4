package org.jointregistry.access;

/**
 * To whom a record is shown (policy, sentences 2 to 5).
 */
public enum Marking {

	/** Every viewer. */
	PUBLIC,

	/** Members of the communities that the record is released to. */
	COMMUNITY,

	/** Nations that take part in its programs or are party to its agreements. */
	PARTNERS,

	/** The nation that it came from. */
	ORIGINATOR

}
