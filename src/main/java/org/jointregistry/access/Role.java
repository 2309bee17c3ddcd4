package org.jointregistry.access;

/**
 * The roles that an access token may give.
 */
public enum Role {

	/** Sees what the own nation may see. */
	NATIONAL_VIEWER,

	/** Sees the same, and acts for the own nation. */
	NATIONAL_DELEGATE,

	/** Sees and records what belongs to the programs managed. */
	PROGRAM_MANAGER,

	/**
	 * Sees what names the own organization, and what its programs share with industry.
	 */
	INDUSTRY,

	/** Sees every record; keeps reference data, programs and agreements. */
	REGISTRAR,

	/** Sees every record and the audit trail; changes nothing. */
	AUDITOR

}
