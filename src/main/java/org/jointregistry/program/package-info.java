/**
 * Programs, those who take part in them, and their life: what must hold of
 * participations, memberships and parties to agreements, of the stages that programs go
 * through, and of their milestones, work packages and risks, beyond what the schema says.
 * They are written by the {@code recording} module and read by the {@code read} module;
 * which programs are alike is computed from what the viewer sees.
 */
@ApplicationModule(displayName = "Program",
		allowedDependencies = { "access", "costsharing", "read", "recording", "shared" })
@NullMarked
package org.jointregistry.program;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
