/**
 * Recording: every change of the registry.
 * <p>
 * The schema declares a mutation with {@code @write} and {@code @permits}, and its input
 * with bounds. {@code MutationReader} reads that; {@code Recorder} does one mutation in
 * one transaction: {@code Permissions}, the bounds, the rules of the modules, then
 * {@code RecordStore} writes the records and their releases, the audit trail gets its
 * entries and {@code Commands} keeps the answer under the client's idempotency key. The
 * payload comes back through the read engine.
 * <p>
 * What holds of a domain's records beyond that is a
 * {@link org.jointregistry.recording.Rule} of its module. Nothing here knows a type of
 * the domain by name, but for the nations and programs that roles are over, and for
 * {@link org.jointregistry.recording.Releases}, which knows where records of each type
 * are anchored.
 */
@ApplicationModule(displayName = "Recording", allowedDependencies = { "access", "audit", "graph", "read", "shared" })
@NullMarked
package org.jointregistry.recording;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
