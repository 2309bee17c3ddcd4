/**
 * What whoever runs the registry sees of it: metrics, traces and logs.
 * <p>
 * They tell of operations by name and hash, and of statements by hash: never a value, a
 * figure, a token or a name of who asks. What has no bound, such as the names that
 * clients give their operations, is in traces and in the log of slow operations alone and
 * labels no metric. Who asks for metrics is judged in {@code identity}.
 */
@ApplicationModule(displayName = "Telemetry", allowedDependencies = { "access", "document", "graph", "shared" })
@NullMarked
package org.jointregistry.telemetry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
