package org.jointregistry.api;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each HTTP request an id, before anything else looks at it: the client's own where
 * that is harmless, else a new one. The answer bears it, errors name it, and it stands
 * with every line that is logged meanwhile.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestIds extends OncePerRequestFilter {

	static final String HEADER = "X-Request-Id";

	/** Name of the request attribute, and of the entry in the logging context. */
	public static final String ATTRIBUTE = "requestId";

	private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = idFor(request.getHeader(HEADER));
		request.setAttribute(ATTRIBUTE, id);
		response.setHeader(HEADER, id);
		MDC.put(ATTRIBUTE, id);
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(ATTRIBUTE);
		}
	}

	private static String idFor(@Nullable String asked) {
		return (asked != null && HARMLESS.matcher(asked).matches()) ? asked : UUID.randomUUID().toString();
	}

	/**
	 * The id of a request.
	 * @param attribute value of the request attribute {@link #ATTRIBUTE}
	 * @return the id, or "unknown" outside of an HTTP request
	 */
	public static String of(@Nullable Object attribute) {
		return (attribute instanceof String id) ? id : "unknown";
	}

}
