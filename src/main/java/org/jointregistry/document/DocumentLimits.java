package org.jointregistry.document;

import java.util.Map;

import graphql.parser.ParserOptions;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Bounds what is parsed at all. A document of 100,000 characters or 5,000 tokens is many
 * times the longest that a person or a front end writes.
 */
@Component
@Order(1)
class DocumentLimits implements WebGraphQlInterceptor {

	private static final int CHARACTERS = 100_000;

	private static final int TOKENS = 5_000;

	private static final int WHITESPACE_TOKENS = 50_000;

	static final ParserOptions OPTIONS = ParserOptions.getDefaultOperationParserOptions()
		.transform((
				options) -> options.maxCharacters(CHARACTERS).maxTokens(TOKENS).maxWhitespaceTokens(WHITESPACE_TOKENS));

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		request.configureExecutionInput(
				(input, builder) -> builder.graphQLContext(Map.of(ParserOptions.class, OPTIONS)).build());
		return chain.next(request);
	}

}
