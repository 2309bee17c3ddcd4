package org.jointregistry.http;

import java.util.Map;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition;
import org.jointregistry.shared.AbortedOperation;
import org.jointregistry.shared.ErrorCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Refuses a mutation that is asked by GET, before it is executed: browsers, proxies and
 * crawlers follow a URL as often as they like.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class GetsOnlyRead extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (request.getAttributes().containsKey(GraphqlRoutes.ATTRIBUTE)) {
			request.configureExecutionInput(
					(input, builder) -> builder.graphQLContext(Map.of(GraphqlRoutes.ATTRIBUTE, true)).build());
		}
		return chain.next(request);
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		ExecutionContext operation = parameters.getExecutionContext();
		if (operation.getOperationDefinition().getOperation() == OperationDefinition.Operation.MUTATION
				&& operation.getGraphQLContext().hasKey(GraphqlRoutes.ATTRIBUTE)) {
			throw AbortedOperation.because(ErrorCode.METHOD_NOT_ALLOWED);
		}
		return null;
	}

}
