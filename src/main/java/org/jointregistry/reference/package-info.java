/**
 * The reference of the schema and of error codes, as pages beside GraphiQL: every type
 * with its fields, arguments and values, as the schema describes them, and who may make
 * which mutation. Where introspection is off there are no such pages.
 */
@ApplicationModule(displayName = "Reference", allowedDependencies = { "http", "shared" })
@NullMarked
package org.jointregistry.reference;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
