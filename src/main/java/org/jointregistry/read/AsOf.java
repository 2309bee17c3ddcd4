package org.jointregistry.read;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Directive;
import graphql.schema.GraphQLSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.jointregistry.shared.ErrorCode;

/**
 * Has a query with {@code @asOf} answered of the registry as it was recorded at a time,
 * to the viewer of today (sentence 14).
 */
@Component
class AsOf extends SimplePerformantInstrumentation {

	private static final String DIRECTIVE = "asOf";

	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext operation,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		List<Directive> asked = operation.getOperationDefinition().getDirectives(DIRECTIVE);
		if (!asked.isEmpty()) {
			OffsetDateTime time = time(asked.getFirst(), operation);
			if (time == null || time.isAfter(OffsetDateTime.now(Clock.systemUTC()))) {
				throw refusal(asked.getFirst(), "What will be recorded is not known yet");
			}
			operation.getGraphQLContext().put(AsOf.class, time);
		}
		return operation;
	}

	private static @Nullable OffsetDateTime time(Directive asked, ExecutionContext operation) {
		GraphQLSchema schema = operation.getGraphQLSchema();
		try {
			Map<String, Object> arguments = ValuesResolver.getArgumentValues(schema.getCodeRegistry(),
					schema.getDirective(DIRECTIVE).getArguments(), asked.getArguments(),
					operation.getCoercedVariables(), operation.getGraphQLContext(), operation.getLocale());
			return (OffsetDateTime) arguments.get("at");
		}
		catch (GraphQLException ex) {
			throw refusal(asked, Objects.requireNonNullElse(ex.getMessage(), ""));
		}
	}

	private static AbortExecutionException refusal(Directive asked, String message) {
		return new AbortExecutionException(List.of(GraphQLError.newError()
			.message("%s", message)
			.location(asked.getSourceLocation())
			.extensions(Map.of("code", ErrorCode.BAD_INPUT.name()))
			.build()));
	}

}
