/**
 * The audit trail: who changed what, when and by which mutation.
 * <p>
 * Every mutation adds its entry through {@link org.jointregistry.audit.AuditTrail}, in
 * the transaction that makes the change: there is no change without an entry and no entry
 * without a change. Entries are only ever added. Reads do not come here: the {@code read}
 * module compiles them from {@code schema/audit.graphqls}, for auditors alone.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = { "access", "shared" })
@NullMarked
package org.jointregistry.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
