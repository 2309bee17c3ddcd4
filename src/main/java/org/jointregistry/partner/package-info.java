/**
 * Partners: nations and the communities that they belong to, which are reference data as
 * standards are. They are written by the {@code recording} module and read by the
 * {@code read} module; the rules here say what must hold of them beyond what the schema
 * says.
 */
@ApplicationModule(displayName = "Partner", allowedDependencies = { "recording", "shared" })
@NullMarked
package org.jointregistry.partner;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
