package org.jointregistry.http;

import java.util.List;

import org.jointregistry.api.RefusedRequest;
import org.jointregistry.shared.ErrorCode;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;

/**
 * Has answers come in the way in which they were asked for: a stream of events where one
 * answer was asked for is refused, and one answer where a stream was asked for is a
 * stream of one, with its errors as they are.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StreamedAnswers implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (request instanceof WebSocketGraphQlRequest) {
			return chain.next(request);
		}
		boolean streamed = AnswerForm.isStream(request.getHeaders());
		return chain.next(request).map((response) -> asAsked(request, response, streamed));
	}

	private static WebGraphQlResponse asAsked(WebGraphQlRequest request, WebGraphQlResponse response,
			boolean streamed) {
		boolean stream = response.getData() instanceof Publisher;
		if (stream == streamed) {
			return response;
		}
		return stream
				? RefusedRequest.answer(request, ErrorCode.BAD_INPUT,
						"Subscribe over WebSocket, or with Accept: text/event-stream")
				: response
					.transform((builder) -> builder.data(Flux.just(response.getExecutionResult())).errors(List.of()));
	}

}
