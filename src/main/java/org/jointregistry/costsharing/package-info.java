/**
 * Cost sharing: who bears which part of a program's cost, and what of it was pledged,
 * called, paid and delivered.
 * <p>
 * A {@link org.jointregistry.costsharing.Contribution} is an entry of an append-only
 * ledger: it is recorded whole, with its audit entry, and never changed or deleted.
 * Amounts are exact, greater than 0, in whole units of an ISO 4217 currency; those of
 * different currencies are never added.
 * <p>
 * Writes enter through {@link org.jointregistry.costsharing.ContributionRecording}.
 * Insights are computed from what the viewer sees, by statements that
 * {@link org.jointregistry.read.Weaving} guards; plain reads do not come here.
 */
@ApplicationModule(displayName = "Cost sharing",
		allowedDependencies = { "access", "audit", "read", "recording", "shared" })
@NullMarked
package org.jointregistry.costsharing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
