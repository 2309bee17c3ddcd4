/**
 * Disputes: what parties of a program do not agree on, how far it went, and how long it
 * took.
 * <p>
 * Nations raise and answer, the program's manager says what stage a dispute came to and
 * how it ended. A stage only rises, and a dispute that is resolved stays so. Amounts are
 * exact, greater than 0, in whole units of an ISO 4217 currency. The mutations are
 * declared in {@code schema/dispute.graphqls} and done by the {@code recording} module;
 * reads do not come here.
 */
@ApplicationModule(displayName = "Dispute", allowedDependencies = { "recording", "shared" })
@NullMarked
package org.jointregistry.dispute;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
