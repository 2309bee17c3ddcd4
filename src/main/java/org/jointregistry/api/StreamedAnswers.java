package org.jointregistry.api;

import java.util.List;
import java.util.Map;

import graphql.ExecutionResult;
import graphql.GraphQLError;
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
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.MediaType;
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
		List<MediaType> accepted = request.getHeaders().getAccept();
		boolean streamed = !accepted.isEmpty() && accepted.stream().allMatch(MediaType.TEXT_EVENT_STREAM::includes);
		return chain.next(request).map((response) -> asAsked(request, response, streamed));
	}

	private static WebGraphQlResponse asAsked(WebGraphQlRequest request, WebGraphQlResponse response,
			boolean streamed) {
		boolean stream = response.getData() instanceof Publisher;
		if (stream == streamed) {
			return response;
		}
		return stream ? refusal(request) : response
			.transform((builder) -> builder.data(Flux.just(response.getExecutionResult())).errors(List.of()));
	}

	private static WebGraphQlResponse refusal(WebGraphQlRequest request) {
		GraphQLError error = GraphQLError.newError()
			.message("Subscribe over WebSocket, or with Accept: text/event-stream")
			.extensions(Map.of("code", ErrorCode.BAD_INPUT.name(), "requestId",
					RequestIds.of(request.getAttributes().get(RequestIds.ATTRIBUTE))))
			.build();
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(),
				ExecutionResult.newExecutionResult().addError(error).build()));
	}

}
