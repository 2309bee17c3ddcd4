package org.jointregistry.identity;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jointregistry.api.Refusals;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.LoggedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Refuses requests without a viewer: 401 where there is no valid token, 403 where a valid
 * token names no viewer. Why a token is not valid is logged and never told.
 */
@Component
class TokenRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final Logger logger = LoggerFactory.getLogger(TokenRefusals.class);

	private static final String VIEWERS = "The access token gives no known role, or lacks the claim that its role needs";

	private static final String OPERATORS = "The access token lacks the scope " + OperatorScope.NAME
			+ ", or gives a role that does not see all";

	private final Refusals refusals;

	TokenRefusals(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		if (cause instanceof AuthenticationServiceException) {
			logger.warn("Access tokens cannot be checked", new LoggedFailure(cause));
			this.refusals.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.UNAVAILABLE,
					"Access tokens cannot be checked at the moment");
			return;
		}
		logger.debug("Refused: {}", cause.getMessage());
		boolean presented = cause instanceof OAuth2AuthenticationException;
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, presented ? "Bearer error=\"invalid_token\"" : "Bearer");
		this.refusals.write(request, response, HttpStatus.UNAUTHORIZED, ErrorCode.UNAUTHENTICATED,
				presented ? "The access token is not valid" : "An access token is needed: Authorization: Bearer ...");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
		this.refusals.write(request, response, HttpStatus.FORBIDDEN, ErrorCode.FORBIDDEN,
				request.getRequestURI().startsWith("/actuator") ? OPERATORS : VIEWERS);
	}

}
