package org.jointregistry.http;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jointregistry.api.Refusals;
import org.jointregistry.shared.ErrorCode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no request of more than a mebibyte, whether it tells its length or not; but for
 * files that are imported, which have a limit of their own.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

	static final int BYTES = 1024 * 1024;

	private final Refusals refusals;

	BodyLimit(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().startsWith(request.getContextPath() + "/import/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > BYTES) {
			this.refusals.write(request, response, HttpStatus.CONTENT_TOO_LARGE, ErrorCode.BAD_INPUT,
					"The request is too large");
			return;
		}
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public ServletInputStream getInputStream() throws IOException {
				return new LimitedInput(super.getInputStream(), BYTES);
			}

		}, response);
	}

}
