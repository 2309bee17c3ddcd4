/**
 * Innovation: what hubs ask innovators to solve, who takes that on together, and where
 * they test.
 * <p>
 * The mutations are declared in {@code schema/innovation.graphqls} and done by the
 * {@code recording} module; reads are compiled from the same file and do not come here.
 * Hubs themselves are organizations.
 */
@ApplicationModule(displayName = "Innovation", allowedDependencies = "recording")
@NullMarked
package org.jointregistry.innovation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
