/**
 * Industry: which organization does which part of the work on programs, under which
 * contracts, what it owes in return for them, and what it is part of and owned by.
 * <p>
 * What the work was planned to cost, what contracts were placed for and what was paid are
 * three amounts, in whole units of one ISO 4217 currency; what an organization says that
 * it delivered counts when a manager of the program has confirmed it. Work shares,
 * contracts and organizations are written by the {@code recording} module and read by the
 * {@code read} module; the rules here say what must hold of them beyond what the schema
 * says.
 */
@ApplicationModule(displayName = "Industry", allowedDependencies = { "access", "program", "recording", "shared" })
@NullMarked
package org.jointregistry.industry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
