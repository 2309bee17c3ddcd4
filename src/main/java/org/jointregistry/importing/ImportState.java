package org.jointregistry.importing;

/**
 * How far a file has come.
 */
public enum ImportState {

	/** It is being loaded, or was interrupted: sent again, it goes on. */
	RUNNING,

	/** All of it is loaded that can be. */
	DONE,

	/** Nothing of it is loaded, because a row could not be. */
	REFUSED

}
