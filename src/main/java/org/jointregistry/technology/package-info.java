/**
 * Technology: rights in it, its transfers, and the ways that it may flow.
 * <p>
 * IP rights are edges from their holder to the technology. Insights are computed from
 * what the viewer sees, by statements that {@link org.jointregistry.read.Weaving} guards;
 * plain reads do not come here.
 */
@ApplicationModule(displayName = "Technology", allowedDependencies = { "read", "shared" })
@NullMarked
package org.jointregistry.technology;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
