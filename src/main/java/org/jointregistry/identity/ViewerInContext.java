package org.jointregistry.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.jointregistry.access.Viewer;
import org.jointregistry.api.RefusedRequest;
import org.jointregistry.shared.ErrorCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Hands the viewer to the handlers of GraphQL, under the name {@code viewer}, and the end
 * of the access token under {@code viewerUntil}. Without a viewer the names are not
 * there, and a handler that asks for one is not called.
 * <p>
 * A WebSocket is opened with the token in the header of its handshake or, since browsers
 * can set none, in the payload of {@code connection_init}; without a viewer it is closed.
 * It stays open when the token ends, and then answers nothing.
 */
@Component
@Order(-1)
class ViewerInContext implements WebSocketGraphQlInterceptor {

	/** The name of the viewer in the context of a request. */
	static final String NAME = "viewer";

	private static final String UNTIL = "viewerUntil";

	private static final String PAYLOAD = "Authorization";

	private static final String BEARER = "Bearer ";

	private final JwtAuthenticationProvider tokens;

	ViewerInContext(JwtDecoder tokens) {
		this.tokens = SecurityRules.viewers(tokens);
	}

	@Override
	public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo session, Map<String, Object> payload) {
		Mono<Authentication> authentication = (payload.get(PAYLOAD) instanceof String header)
				? Mono.fromCallable(() -> authenticated(header)) : session.getPrincipal().cast(Authentication.class);
		return authentication.filter((viewer) -> viewer.getPrincipal() instanceof Viewer)
			.switchIfEmpty(Mono.error(() -> new AccessDeniedException("No viewer")))
			.doOnNext((viewer) -> session.getAttributes().put(NAME, viewer))
			.then(Mono.empty());
	}

	private @Nullable Authentication authenticated(String header) {
		return header.startsWith(BEARER)
				? this.tokens.authenticate(new BearerTokenAuthenticationToken(header.substring(BEARER.length())))
				: null;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		Object authentication = (request instanceof WebSocketGraphQlRequest message)
				? message.getSessionInfo().getAttributes().get(NAME)
				: SecurityContextHolder.getContext().getAuthentication();
		if (authentication instanceof JwtAuthenticationToken token && token.getPrincipal() instanceof Viewer viewer
				&& token.getToken().getExpiresAt() instanceof Instant until) {
			if (request instanceof WebSocketGraphQlRequest && until.isBefore(Instant.now(Clock.systemUTC()))) {
				return Mono
					.just(RefusedRequest.answer(request, ErrorCode.UNAUTHENTICATED, "The access token has ended"));
			}
			request.configureExecutionInput(
					(input, builder) -> builder.graphQLContext(Map.of(NAME, viewer, UNTIL, until)).build());
		}
		return chain.next(request);
	}

}
