/**
 * What every answer has in common: request ids, the form and the codes of errors, and the
 * scalars of the schema.
 * <p>
 * Every error leaves with {@code extensions.code} (one of
 * {@link org.jointregistry.shared.ErrorCode}) and {@code extensions.requestId}, and
 * without anything of the inside: no class name, no stack, no statement. What fields
 * mean, and who may see them, is not decided here.
 */
@ApplicationModule(displayName = "API", allowedDependencies = { "shared" })
@NullMarked
package org.jointregistry.api;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
