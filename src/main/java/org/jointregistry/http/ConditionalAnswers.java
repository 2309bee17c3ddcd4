package org.jointregistry.http;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServletServerHttpRequest;
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
		return !HttpMethod.GET.matches(request.getMethod()) || !"/graphql".equals(request.getServletPath())
				|| AnswerForm.isStream(new ServletServerHttpRequest(request).getHeaders());
	}

}
