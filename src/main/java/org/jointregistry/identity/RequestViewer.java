package org.jointregistry.identity;

import java.time.Instant;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.function.ServerRequest;

import org.jointregistry.access.Viewer;

/**
 * The viewer of a request that is none of GraphQL.
 */
public final class RequestViewer {

	private RequestViewer() {
	}

	/**
	 * Who asks.
	 * @param request a request to a path that needs a viewer
	 * @return the viewer that the access token names
	 * @throws IllegalStateException if the path is open to requests without one
	 */
	public static Viewer of(ServerRequest request) {
		return request.principal()
			.filter(Authentication.class::isInstance)
			.map((principal) -> ((Authentication) principal).getPrincipal())
			.filter(Viewer.class::isInstance)
			.map(Viewer.class::cast)
			.orElseThrow(() -> new IllegalStateException("No viewer, no answer"));
	}

	/**
	 * How long the viewer may be answered.
	 * @param request a request to a path that needs a viewer
	 * @return the end of the access token
	 * @throws IllegalStateException if the path is open to requests without one
	 */
	public static Instant until(ServerRequest request) {
		return request.principal()
			.filter(JwtAuthenticationToken.class::isInstance)
			.map((principal) -> ((JwtAuthenticationToken) principal).getToken().getExpiresAt())
			.orElseThrow(() -> new IllegalStateException("No viewer, no answer"));
	}

}
