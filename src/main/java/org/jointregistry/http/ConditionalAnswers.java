package org.jointregistry.http;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Gives answers to GET a tag of their bytes, and answers 304 to who has them already.
 */
@Component
class ConditionalAnswers extends ShallowEtagHeaderFilter {

	ConditionalAnswers() {
		setWriteWeakETag(true);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		return !HttpMethod.GET.matches(request.getMethod()) || !"/graphql".equals(request.getRequestURI())
				|| (accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE));
	}

}
