package org.jointregistry.read;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;

import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;

import org.springframework.stereotype.Component;

import org.jointregistry.shared.AskedDirective;
import org.jointregistry.shared.ErrorCode;

/**
 * Has a query with {@code @asOf} answered of the registry as it was recorded at a time,
 * to the viewer of today (sentence 14).
 */
@Component
class AsOf extends SimplePerformantInstrumentation {

	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext operation,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		AskedDirective.find("asOf", operation)
			.ifPresent((asked) -> operation.getGraphQLContext().put(AsOf.class, time(asked)));
		return operation;
	}

	private static OffsetDateTime time(AskedDirective asked) {
		if (asked.arguments().get("at") instanceof OffsetDateTime time
				&& !time.isAfter(OffsetDateTime.now(Clock.systemUTC()))) {
			return time;
		}
		throw asked.refusal("What will be recorded is not known yet", Map.of("code", ErrorCode.BAD_INPUT.name()));
	}

}
