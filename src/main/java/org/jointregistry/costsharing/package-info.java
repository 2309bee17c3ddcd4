/**
 * Cost sharing: who bears which part of a program's cost, and what of it was pledged,
 * called, paid and delivered.
 * <p>
 * Contributions are entries of an append-only ledger. The mutations are declared in
 * {@code schema/cost-sharing.graphqls} and done by the {@code recording} module; the
 * rules here say what an entry must hold, what may be paid, reversed and verified, and by
 * whom. Writers that judge by the entries of one party to one program wait for each
 * other. Amounts are exact, greater than 0, in whole units of an ISO 4217 currency; those
 * of different currencies are never added, but in a {@link StatedTotal} that names its
 * rates. An entry above a {@link Ceiling} is recorded with a finding.
 * <p>
 * Insights are computed from what the viewer sees, by statements that
 * {@link org.jointregistry.read.Weaving} guards; plain reads do not come here.
 */
@ApplicationModule(displayName = "Cost sharing", allowedDependencies = { "access", "read", "recording", "shared" })
@NullMarked
package org.jointregistry.costsharing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
