package org.jointregistry.evaluation;

/**
 * What the registry reckons of a program, {@code ReckonedMeasureKind} of the schema.
 */
enum Measure {

	/** Of the milestones that were due, how many were reached by their baseline. */
	MILESTONES_KEPT(Indicator.OPERATIONAL_EFFICIENCY, "PERCENT"),

	/** Days from a request for consent to the last decision. */
	CONSENT_DAYS(Indicator.OPERATIONAL_EFFICIENCY, "DAYS"),

	/** What was paid and delivered of what was pledged. */
	CONTRIBUTIONS_DELIVERED(Indicator.STRATEGIC_ALIGNMENT, "PERCENT"),

	/** Standards that it has. */
	STANDARDS_GAINED(Indicator.CAPABILITY_ENHANCEMENT, "NUMBER"),

	/** Threats that its exercises addressed. */
	THREATS_EXERCISED(Indicator.THREAT_RESPONSE, "NUMBER");

	private final Indicator indicator;

	private final String unit;

	Measure(Indicator indicator, String unit) {
		this.indicator = indicator;
		this.unit = unit;
	}

	Indicator indicator() {
		return this.indicator;
	}

	/**
	 * What its values count.
	 * @return a {@code ReckonedMeasureUnit} of the schema
	 */
	String unit() {
		return this.unit;
	}

	/**
	 * Whether less is better.
	 * @return true for what takes time
	 */
	boolean isBestLow() {
		return this == CONSENT_DAYS;
	}

}
