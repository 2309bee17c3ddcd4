/**
 * Agreements and their life: from the first draft over signatures and ratifications to
 * entry into force, and to their end; and what they oblige their parties to.
 * <p>
 * The mutations are declared in {@code schema/agreement-*.graphqls} and
 * {@code schema/obligation.graphqls} and done by the {@code recording} module. The rules
 * here say which step may follow which. {@link org.jointregistry.agreement.Terms} alone
 * says when an agreement enters into force and since when it binds whom, and
 * {@link org.jointregistry.agreement.Life} writes that with the step from which it
 * follows. Writers of one agreement's life wait for each other. Dates are partial; one
 * known only to the year or the month counts from its first day.
 */
@ApplicationModule(displayName = "Agreements", allowedDependencies = { "access", "program", "recording" })
@NullMarked
package org.jointregistry.agreement;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
