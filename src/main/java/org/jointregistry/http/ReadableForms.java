package org.jointregistry.http;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jointregistry.api.Refusals;
import org.jointregistry.shared.ErrorCode;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose headers name forms that are none. Whatever comes after this may
 * read them.
 */
@Component
@Order(0)
class ReadableForms extends OncePerRequestFilter {

	/** More are not put in order. */
	private static final int MOST = 50;

	private final Refusals refusals;

	ReadableForms(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isReadable(request, HttpHeaders.CONTENT_TYPE)) {
			refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		}
		else if (!isReadable(request, HttpHeaders.ACCEPT)) {
			refuse(request, response, HttpStatus.NOT_ACCEPTABLE);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
			throws IOException {
		this.refusals.write(request, response, status, ErrorCode.BAD_INPUT, Refusals.words(status));
	}

	private static boolean isReadable(HttpServletRequest request, String header) {
		try {
			List<MediaType> forms = MediaType.parseMediaTypes(Collections.list(request.getHeaders(header)));
			return forms.size() <= MOST;
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
