/**
 * What every mutation has in common: one transaction, and a command that has one effect
 * however often it is sent.
 * <p>
 * {@link org.jointregistry.recording.Writes} runs a mutation's work and runs it again
 * where the database asks for that; {@link org.jointregistry.recording.Commands} keeps,
 * in the same transaction, which answer a client's command had. What a mutation does, and
 * who may ask for it, is not decided here.
 */
@ApplicationModule(displayName = "Recording", allowedDependencies = { "graph", "shared" })
@NullMarked
package org.jointregistry.recording;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
