/**
 * The audit trail: who changed what, when and by which mutation.
 * <p>
 * Every mutation adds its entry through {@link org.jointregistry.audit.AuditTrail}, in
 * the transaction that makes the change: there is no change without an entry and no entry
 * without a change. Entries are only ever added.
 * <p>
 * Each gate of {@link org.jointregistry.graph.Gate} has a chain, for a writer is alone in
 * it until its transaction ends: an entry has the next number of its chain and the hash
 * of the entry before, and the chain's head is kept beside. An entry that is altered,
 * taken out or put in is found by {@code auditVerify}. Other reads do not come here: the
 * {@code read} module compiles them from {@code schema/audit.graphqls}, for auditors
 * alone.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = { "access", "graph", "shared" })
@NullMarked
package org.jointregistry.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
