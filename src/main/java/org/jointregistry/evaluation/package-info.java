/**
 * Evaluation: what was measured or found of programs, agreements, communities and hubs by
 * four indicators.
 * <p>
 * Evaluations are declared in {@code schema/evaluation.graphqls} and written by the
 * {@code recording} module; the rules here say what one must hold. Values of different
 * measures and units are never compared or added. Beside them stands what the registry
 * reckons from records of the program; what nothing is known of is null, and not 0.
 * <p>
 * Insights are computed from what the viewer sees, by statements that
 * {@link org.jointregistry.read.Weaving} guards; plain reads do not come here.
 */
@ApplicationModule(displayName = "Evaluation",
		allowedDependencies = { "costsharing", "interoperability", "read", "recording", "shared" })
@NullMarked
package org.jointregistry.evaluation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
