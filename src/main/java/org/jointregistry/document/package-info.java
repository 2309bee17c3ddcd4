/**
 * Documents of GraphQL: how long one may be, those that were read before, those that are
 * trusted and known by their hash, and what introspection shows of the schema.
 */
@ApplicationModule(displayName = "Document", allowedDependencies = { "access", "api", "shared" })
@NullMarked
package org.jointregistry.document;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
