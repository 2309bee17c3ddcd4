package org.jointregistry.costsharing;

/**
 * Kinds of contributions that are recorded directly.
 */
enum ContributionKind {

	/** Promised. */
	PLEDGED,

	/** Asked for by the program under a pledge. */
	CALLED,

	/** Paid in money. */
	PAID,

	/** Delivered in kind. */
	DELIVERED;

	/**
	 * Whether a contribution of the kind may have a form.
	 * @param form in money or in kind
	 * @return false for what is paid in kind or delivered in money
	 */
	boolean agreesWith(ContributionForm form) {
		return switch (this) {
			case PLEDGED, CALLED -> true;
			case PAID -> form == ContributionForm.CASH;
			case DELIVERED -> form == ContributionForm.IN_KIND;
		};
	}

	/**
	 * Whether a nation must take part in the program today. A nation that left still
	 * settles what it owes, but promises nothing anew.
	 * @return true for pledges
	 */
	boolean needsPartnerToday() {
		return switch (this) {
			case PLEDGED -> true;
			case CALLED, PAID, DELIVERED -> false;
		};
	}

}
