package org.jointregistry.identity;

import java.util.Map;

import org.jointregistry.access.Viewer;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Hands the viewer to the handlers of GraphQL, under the name {@code viewer}. Without a
 * viewer the name is not there, and a handler that asks for it is not called.
 */
@Component
@Order(-1)
class ViewerInContext implements WebGraphQlInterceptor {

	/** The name of the viewer in the context of a request. */
	static final String NAME = "viewer";

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) {
			request.configureExecutionInput((input, builder) -> builder.graphQLContext(Map.of(NAME, viewer)).build());
		}
		return chain.next(request);
	}

}
