package org.jointregistry.read;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.jointregistry.shared.AbortedOperation;
import org.jointregistry.shared.ErrorCode;

/**
 * Refuses an operation that asks for too much, before anything runs, and tells in
 * {@code extensions.cost} what each one costs. The cost follows from the document and its
 * variables alone: it tells nothing of what the registry holds.
 */
@Component
@Order(0)
class Cost extends SimplePerformantInstrumentation {

	private static final String EXTENSION = "cost";

	private final GraphModel model;

	private final long limit;

	Cost(GraphModel model, ReadSettings settings) {
		this.model = model;
		this.limit = settings.cost();
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		ExecutionContext operation = parameters.getExecutionContext();
		long asked = of(operation);
		OperationCost.tell(operation.getGraphQLContext(), asked);
		if (asked > this.limit) {
			throw AbortedOperation.because(ErrorCode.TOO_COSTLY,
					"The operation asks for more than a cost of %d: ask for smaller pages, fewer relations or conditions"
						.formatted(this.limit));
		}
		return null;
	}

	private long of(ExecutionContext operation) {
		try {
			return new Pricing(this.model, operation.getGraphQLSchema(), this.limit)
				.cost(operation.getNormalizedQueryTree().get().getTopLevelFields());
		}
		catch (AbortExecutionException ex) {
			return this.limit + 1;
		}
		catch (GraphQLException ex) {
			throw AbortedOperation.because(ErrorCode.BAD_INPUT, ex.getMessage());
		}
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		GraphQLContext request = parameters.getGraphQLContext();
		return CompletableFuture
			.completedFuture(request.hasKey(OperationCost.class) ? told(result, OperationCost.of(request)) : result);
	}

	private ExecutionResult told(ExecutionResult result, long asked) {
		return result
			.transform((builder) -> builder.addExtension(EXTENSION, Map.of("requested", asked, "limit", this.limit)));
	}

}
