package org.jointregistry.limit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jointregistry.access.Viewer;
import org.jointregistry.read.OperationCost;
import org.jointregistry.shared.AbortedOperation;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.LoggedFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;

/**
 * Charges each operation to its client's allowance, before it is executed, and refuses
 * what the allowance does not cover. What an operation costs follows from its document
 * and variables alone, and so does what is left.
 */
@Controller
@Order(1)
class RateLimiting extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(RateLimiting.class);

	private static final long COST_OF_A_POINT = 1000;

	private final Allowances allowances;

	private final Clock clock = Clock.systemUTC();

	RateLimiting(Allowances allowances) {
		this.allowances = allowances;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		Charge charge = new Charge();
		request
			.configureExecutionInput((input, builder) -> builder.graphQLContext(Map.of(Charge.NAME, charge)).build());
		return chain.next(request).doOnNext((response) -> {
			if (charge.secondsToWait() > 0) {
				response.getResponseHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(charge.secondsToWait()));
			}
		});
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		charge(parameters.getExecutionContext().getGraphQLContext());
		return null;
	}

	/**
	 * Charges the operation of a request, where that is not done yet.
	 * @param request context of a request whose cost is known
	 * @throws AbortExecutionException if the allowance does not cover it
	 */
	void charge(GraphQLContext request) {
		Viewer viewer = request.get("viewer");
		Charge charge = request.get(Charge.NAME);
		if (viewer != null && charge != null && !charge.isTaken()) {
			take(charge, viewer.subject(), OperationCost.of(request));
		}
	}

	/**
	 * What a cost takes of an allowance.
	 * @param cost of an operation or a page of a file
	 * @return points, one at least
	 */
	static int points(long cost) {
		return Math.max(1, Math.toIntExact(Math.ceilDiv(cost, COST_OF_A_POINT)));
	}

	private void take(Charge charge, String client, long cost) {
		int points = points(cost);
		if (points > this.allowances.points()) {
			throw AbortedOperation.because(ErrorCode.TOO_COSTLY);
		}
		try {
			charge.note(points, this.allowances.take(client, points));
		}
		catch (RuntimeException ex) {
			logger.error("An allowance could not be asked", new LoggedFailure(ex));
			throw AbortedOperation.because(ErrorCode.UNAVAILABLE);
		}
		if (!charge.isTaken()) {
			throw AbortedOperation.because(ErrorCode.RATE_LIMITED);
		}
	}

	/**
	 * What is left of the allowance after this operation.
	 * @param charge what the operation took
	 * @return points and times
	 */
	@QueryMapping
	RateLimit rateLimit(@ContextValue(Charge.NAME) Charge charge) {
		return charge.toRateLimit(this.allowances.points(), OffsetDateTime.now(this.clock));
	}

}
