/**
 * Interoperability: the standards that let programs and nations work together, and the
 * exercises that test them.
 * <p>
 * Both are written by the {@code recording} module; the rules here say what must hold of
 * them beyond what the schema says. Insights are computed from what the viewer sees, by
 * statements that {@link org.jointregistry.read.Weaving} guards; plain reads do not come
 * here.
 */
@ApplicationModule(displayName = "Interoperability", allowedDependencies = { "access", "read", "recording", "shared" })
@NullMarked
package org.jointregistry.interoperability;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
