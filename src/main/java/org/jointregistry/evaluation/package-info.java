/**
 * Evaluation: what was measured or found of programs, agreements, communities and hubs by
 * four indicators.
 * <p>
 * Evaluations are declared in {@code schema/evaluation.graphqls} and written by the
 * {@code recording} module; the rules here say what one must hold. Values of different
 * measures and units are never compared or added.
 */
@ApplicationModule(displayName = "Evaluation", allowedDependencies = "recording")
@NullMarked
package org.jointregistry.evaluation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
