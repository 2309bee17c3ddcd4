package org.jointregistry.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.shared.AskedDirective;
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

	private static final int SENTENCE = 10;

	@Override
	public ExecutionContext instrumentExecutionContext(ExecutionContext operation,
			InstrumentationExecutionParameters parameters, InstrumentationState state) {
		AskedDirective.find("asSeenBy", operation).ifPresent((asked) -> {
			Viewer viewer = operation.getGraphQLContext().get(ViewerInContext.NAME);
			operation.getGraphQLContext().put(ViewerInContext.NAME, supposed(viewer, asked));
		});
		return operation;
	}

	private static Viewer supposed(@Nullable Viewer auditor, AskedDirective asked) {
		if (auditor == null || !auditor.is(Role.AUDITOR)) {
			throw asked.refusal("Only an auditor asks as another viewer",
					Map.of("code", ErrorCode.FORBIDDEN.name(), "policySentence", SENTENCE));
		}
		Map<String, Object> claims = new HashMap<>(asked.arguments());
		claims.put("sub", auditor.subject());
		return ViewerClaims.findViewer(claims)
			.filter((viewer) -> viewer.programs().isEmpty()
					|| viewer.programs().equals(Set.copyOf((Collection<?>) claims.get("programs"))))
			.map(Viewer::asSupposed)
			.orElseThrow(() -> asked.refusal(
					"There is no such viewer: a role is needed, and with it the nation, the organization or the programs "
							+ "that it needs, in the form that they have in access tokens",
					Map.of("code", ErrorCode.BAD_INPUT.name())));
	}

}
