/**
 * GraphQL over HTTP: how a request comes in, by POST, by GET or as a stream, and with
 * which status and headers its answer leaves; and the pages of GraphiQL.
 * <p>
 * What a request may ask for, and who asks, is not decided here.
 */
@ApplicationModule(displayName = "HTTP", allowedDependencies = { "api", "shared" })
@NullMarked
package org.jointregistry.http;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
