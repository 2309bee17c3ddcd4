/**
 * Levies: what is levied on the use of what a program paid for, and for whom.
 * <p>
 * A rule says what is levied and which nations share it. What is due, paid and shared
 * under it are entries of an append-only ledger. The mutations are declared in
 * {@code schema/levy.graphqls} and done by the {@code recording} module; the rules here
 * say what a levy must hold, and that no more is shared than is paid without saying so.
 * Writers of one rule's ledger wait for each other. Amounts are exact, greater than 0, in
 * whole units of an ISO 4217 currency; those of different currencies are never added.
 */
@ApplicationModule(displayName = "Levies", allowedDependencies = { "recording", "shared" })
@NullMarked
package org.jointregistry.levy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
