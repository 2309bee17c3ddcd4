package org.jointregistry.identity;

import org.springframework.security.core.Authentication;
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

}
