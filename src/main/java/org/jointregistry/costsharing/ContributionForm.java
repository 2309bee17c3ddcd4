package org.jointregistry.costsharing;

/**
 * In money or in kind.
 */
enum ContributionForm {

	/** Money. */
	CASH,

	/** People, facilities, equipment or services. */
	IN_KIND

}
