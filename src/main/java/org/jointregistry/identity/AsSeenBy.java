package org.jointregistry.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.shared.ErrorCode;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Has a query with {@code @asSeenBy} answered as the registry answers the viewer that it
 * supposes. The auditor's alone (sentence 10): an auditor sees every record, so that
 * whatever viewer is supposed sees no more than who asks.
 */
@Component
class AsSeenBy extends SimplePerformantInstrumentation {

	private static final String DIRECTIVE = "asSeenBy";

	private static final int SENTENCE = 10;

	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext operation,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		List<Directive> asked = operation.getOperationDefinition().getDirectives(DIRECTIVE);
		if (!asked.isEmpty()) {
			Viewer viewer = operation.getGraphQLContext().get(ViewerInContext.NAME);
			Viewer supposed = supposed(viewer, asked.getFirst(), operation);
			operation.getGraphQLContext().put(ViewerInContext.NAME, supposed);
		}
		return operation;
	}

	private static Viewer supposed(@Nullable Viewer auditor, Directive asked, ExecutionContext operation) {
		if (auditor == null || !auditor.is(Role.AUDITOR)) {
			throw refusal(asked, "Only an auditor asks as another viewer",
					Map.of("code", ErrorCode.FORBIDDEN.name(), "policySentence", SENTENCE));
		}
		Map<String, Object> claims = new HashMap<>(arguments(asked, operation));
		claims.put("sub", auditor.subject());
		return ViewerClaims.findViewer(claims)
			.filter((viewer) -> viewer.programs().isEmpty()
					|| viewer.programs().equals(Set.copyOf((Collection<?>) claims.get("programs"))))
			.map(Viewer::asSupposed)
			.orElseThrow(() -> refusal(asked,
					"There is no such viewer: a role is needed, and with it the nation, the organization or the programs "
							+ "that it needs, in the form that they have in access tokens",
					Map.of("code", ErrorCode.BAD_INPUT.name())));
	}

	/** The arguments, with the values of variables. */
	private static Map<String, Object> arguments(Directive asked, ExecutionContext operation) {
		GraphQLSchema schema = operation.getGraphQLSchema();
		try {
			return ValuesResolver.getArgumentValues(schema.getCodeRegistry(),
					schema.getDirective(DIRECTIVE).getArguments(), asked.getArguments(),
					operation.getCoercedVariables(), operation.getGraphQLContext(), operation.getLocale());
		}
		catch (GraphQLException ex) {
			throw refusal(asked, Objects.requireNonNullElse(ex.getMessage(), ""),
					Map.of("code", ErrorCode.BAD_INPUT.name()));
		}
	}

	private static AbortExecutionException refusal(Directive asked, String message, Map<String, Object> extensions) {
		return new AbortExecutionException(List.of(GraphQLError.newError()
			.message("%s", message)
			.location(asked.getSourceLocation())
			.extensions(extensions)
			.build()));
	}

}
