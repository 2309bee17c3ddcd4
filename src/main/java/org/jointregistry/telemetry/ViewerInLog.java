package org.jointregistry.telemetry;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import org.jointregistry.access.Viewer;

/**
 * Has each line that is logged for a request tell viewers apart, without naming them: the
 * beginning of a keyed hash of the token's subject.
 */
@Component
@Order(0)
class ViewerInLog extends OncePerRequestFilter {

	/** Name of the entry in the logging context. */
	static final String NAME = "viewer";

	private final KeyedHash hash;

	ViewerInLog(KeyedHash hash) {
		this.hash = hash;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof Viewer viewer)) {
			chain.doFilter(request, response);
			return;
		}
		MDC.put(NAME, alias(viewer.subject()));
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(NAME);
		}
	}

	/**
	 * What stands in each line that is logged for an operation.
	 * @param request an operation; of one over a WebSocket, whose thread no request came
	 * on, the connection says who asks
	 * @return entries of the logging context
	 */
	Map<String, String> entries(WebGraphQlRequest request) {
		if (!(request instanceof WebSocketGraphQlRequest message)) {
			return Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
		}
		return message.getSessionInfo()
			.getAttributes()
			.values()
			.stream()
			.filter(Authentication.class::isInstance)
			.map((authentication) -> ((Authentication) authentication).getPrincipal())
			.filter(Viewer.class::isInstance)
			.map((viewer) -> Map.of(NAME, alias(((Viewer) viewer).subject())))
			.findFirst()
			.orElse(Map.of());
	}

	/**
	 * What stands for a viewer in logs.
	 * @param subject of the access token
	 * @return its keyed hash
	 */
	String alias(String subject) {
		return this.hash.of(subject);
	}

}
