/**
 * Who asks: the access token of an HTTP request becomes a
 * {@link org.jointregistry.access.Viewer}, or the request is refused before anything is
 * read.
 * <p>
 * The token is a JWT in the Authorization header, or in the first message of a WebSocket;
 * nothing else that a client sends says who it is. Handlers of GraphQL take the viewer as
 * {@code @ContextValue Viewer viewer}. An auditor may have a query answered as the
 * registry answers another viewer; who asks is the auditor all the same.
 * <p>
 * What the viewer may see is not decided here.
 */
@ApplicationModule(displayName = "Identity", allowedDependencies = { "access", "api", "shared" })
@NullMarked
package org.jointregistry.identity;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
