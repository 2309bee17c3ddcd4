/**
 * How much is answered: how many requests at once, and how much one client may ask for in
 * a minute. What a single operation may cost is the read engine's to say.
 */
@ApplicationModule(displayName = "Limit", allowedDependencies = { "access", "api", "read", "shared" })
@NullMarked
package org.jointregistry.limit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
