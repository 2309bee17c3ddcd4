package org.jointregistry.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;

import org.springframework.core.annotation.Order;
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

	private static final String ALGORITHM = "HmacSHA256";

	private static final int KEY_BYTES = 32;

	private static final int DIGITS = 12;

	private final SecretKeySpec key;

	ViewerInLog(TelemetrySettings settings) {
		String configured = settings.viewerKey();
		this.key = new SecretKeySpec((configured != null) ? Base64.getDecoder().decode(configured) : made(), ALGORITHM);
	}

	private static byte[] made() {
		byte[] bytes = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(bytes);
		return bytes;
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
	 * What stands for a viewer in logs.
	 * @param subject of the access token
	 * @return twelve hexadecimal digits, the same for the same subject under one key
	 */
	String alias(String subject) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			byte[] hash = mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash).substring(0, DIGITS);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HMAC-SHA-256", ex);
		}
	}

}
