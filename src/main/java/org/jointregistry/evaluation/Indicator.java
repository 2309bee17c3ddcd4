package org.jointregistry.evaluation;

/**
 * By what cooperation is evaluated, {@code EvaluationIndicator} of the schema.
 */
enum Indicator {

	/** What it costs and how long it takes. */
	OPERATIONAL_EFFICIENCY,

	/** Whether partners want the same and act on it. */
	STRATEGIC_ALIGNMENT,

	/** What forces can do that they could not before. */
	CAPABILITY_ENHANCEMENT,

	/** Whether it answers threats. */
	THREAT_RESPONSE

}
