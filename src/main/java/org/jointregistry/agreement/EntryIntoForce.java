package org.jointregistry.agreement;

/**
 * What brings an agreement into force; {@code EntryIntoForce} in the schema.
 */
enum EntryIntoForce {

	/** The last of its parties ratifies. */
	ALL_PARTIES,
	/** So many of its parties ratify. */
	NUMBER_OF_PARTIES,
	/** The last of the parties that it waits for ratifies. */
	NAMED_PARTIES,
	/** A day comes, and two parties have signed. */
	ON_DATE,
	/** The last of its parties ratifies; who signed applies it until then. */
	PROVISIONAL,
	/** The last of its parties signs. */
	ON_SIGNATURE;

	/**
	 * Whether a nation consents to be bound by its signature.
	 * @return false where it does by its ratification
	 */
	boolean bySignature() {
		return this == ON_DATE || this == ON_SIGNATURE;
	}

}
