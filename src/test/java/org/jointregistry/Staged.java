package org.jointregistry;

/**
 * Invented records that tests of the registry share.
 */
public interface Staged {

	/** Takes away what earlier tests left, and sets the records anew. */
	void set();

	/** Takes away the records and what was made with them. */
	void clear();

}
