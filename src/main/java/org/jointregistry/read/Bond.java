package org.jointregistry.read;

/**
 * What a relation means for who sees the record that has it.
 */
public enum Bond {

	/** The record is anchored in what it leads to (sentences 4, 8 and 9). */
	ANCHOR,

	/** The record names what it leads to as a party (sentences 7 and 9). */
	PARTY

}
