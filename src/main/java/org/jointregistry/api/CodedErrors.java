package org.jointregistry.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.schema.CoercingParseValueException;
import org.jointregistry.shared.ErrorCode;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every error bears a code and the request id, also those that GraphQL
 * itself makes of a document or its variables, and that they stand in one order.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CodedErrors implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		String requestId = RequestIds.of(request.getAttributes().get(RequestIds.ATTRIBUTE));
		request.configureExecutionInput(
				(input, builder) -> builder.graphQLContext(Map.of(RequestIds.ATTRIBUTE, requestId)).build());
		return chain.next(request).map((response) -> coded(response, requestId));
	}

	private static WebGraphQlResponse coded(WebGraphQlResponse response, String requestId) {
		if (response.getData() instanceof Publisher<?> events) {
			return response.transform((builder) -> builder.data(coded(events, requestId)));
		}
		List<GraphQLError> errors = response.getExecutionResult().getErrors();
		return errors.isEmpty() ? response : response.transform((builder) -> builder.errors(coded(errors, requestId)));
	}

	/**
	 * The events of a subscription, each an answer of its own, and the error that ends
	 * it.
	 */
	private static Flux<ExecutionResult> coded(Publisher<?> events, String requestId) {
		return Flux.from(events)
			.cast(ExecutionResult.class)
			.map((event) -> event.getErrors().isEmpty() ? event
					: event.transform((builder) -> builder.errors(coded(event.getErrors(), requestId))))
			.onErrorMap(SubscriptionPublisherException.class,
					(end) -> new SubscriptionPublisherException(coded(end.getErrors(), requestId), end));
	}

	private static List<GraphQLError> coded(List<GraphQLError> errors, String requestId) {
		return errors.stream().sorted(new DocumentOrder()).map((error) -> coded(error, requestId)).toList();
	}

	private static GraphQLError coded(GraphQLError error, String requestId) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		if (error.getExtensions() != null) {
			extensions.putAll(error.getExtensions());
		}
		Object known = extensions.putIfAbsent("code", codeOf(error).name());
		extensions.put("requestId", requestId);
		GraphQLError.Builder<?> coded = GraphQLError.newError()
			.message("%s", (known != null) ? error.getMessage() : messageOf(error))
			.errorType(ErrorClassification.errorClassification(String.valueOf(extensions.get("code"))))
			.extensions(extensions);
		if (error.getLocations() != null) {
			coded.locations(error.getLocations());
		}
		if (error.getPath() != null) {
			coded.path(error.getPath());
		}
		return coded.build();
	}

	private static ErrorCode codeOf(GraphQLError error) {
		if (error instanceof CoercingParseValueException || error instanceof NonNullableValueCoercedAsNullException
				|| error instanceof InputMapDefinesTooManyFieldsException) {
			return ErrorCode.BAD_INPUT;
		}
		if (error instanceof BadFaithIntrospectionError) {
			return ErrorCode.TOO_COSTLY;
		}
		return switch (error.getErrorType()) {
			case ErrorType.InvalidSyntax -> ErrorCode.GRAPHQL_PARSE_FAILED;
			case ErrorType.ValidationError, ErrorType.OperationNotSupported -> ErrorCode.GRAPHQL_VALIDATION_FAILED;
			case ErrorType.ExecutionAborted -> ErrorCode.TIMEOUT;
			case org.springframework.graphql.execution.ErrorType.UNAUTHORIZED -> ErrorCode.UNAUTHENTICATED;
			case org.springframework.graphql.execution.ErrorType.FORBIDDEN -> ErrorCode.FORBIDDEN;
			case org.springframework.graphql.execution.ErrorType.NOT_FOUND -> ErrorCode.NOT_FOUND;
			case org.springframework.graphql.execution.ErrorType.BAD_REQUEST -> ErrorCode.BAD_INPUT;
			case null, default -> ErrorCode.INTERNAL;
		};
	}

	private static String messageOf(GraphQLError error) {
		ErrorCode code = codeOf(error);
		return switch (code) {
			case GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_INPUT -> PlainWords.of(error.getMessage());
			default -> code.words();
		};
	}

}
