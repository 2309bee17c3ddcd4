/**
 * Interoperability: the standards that let programs and nations work together, and the
 * exercises that test them.
 * <p>
 * Insights are computed from what the viewer sees, by statements that
 * {@link org.jointregistry.read.Weaving} guards; plain reads do not come here.
 */
@ApplicationModule(displayName = "Interoperability", allowedDependencies = { "access", "read", "shared" })
@NullMarked
package org.jointregistry.interoperability;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
