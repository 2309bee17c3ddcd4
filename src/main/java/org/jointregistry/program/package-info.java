/**
 * Programs and those who take part in them: what must hold of participations, memberships
 * and parties to agreements beyond what the schema says. They are written by the
 * {@code recording} module and read by the {@code read} module.
 */
@ApplicationModule(displayName = "Program", allowedDependencies = { "recording" })
@NullMarked
package org.jointregistry.program;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
