/**
 * Cost sharing: who bears which part of a program's cost, and what of it was pledged,
 * called, paid and delivered.
 * <p>
 * Amounts of different currencies are never added. Insights are computed from what the
 * viewer sees, by statements that {@link org.jointregistry.read.Weaving} guards; plain
 * reads do not come here.
 */
@ApplicationModule(displayName = "Cost sharing", allowedDependencies = { "access", "read", "shared" })
@NullMarked
package org.jointregistry.costsharing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
