package org.jointregistry.telemetry;

import java.util.List;
import java.util.Map;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import org.jointregistry.document.TrustedDocuments;
import org.jointregistry.shared.Digest;
import org.jointregistry.shared.ErrorCode;

/**
 * Observes each operation, from when it comes in until its answer is whole: what kind it
 * is, how it ended, and, of documents that the registry was told to trust, its name.
 * Other names have no bound and are not told in metrics.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperationWatch extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

	private final ObservationRegistry observations;

	private final TrustedDocuments documents;

	private final KeyedHash keyed;

	private final ViewerInLog viewers;

	OperationWatch(ObservationRegistry observations, TrustedDocuments documents, KeyedHash keyed, ViewerInLog viewers) {
		this.observations = observations;
		this.documents = documents;
		this.keyed = keyed;
		this.viewers = viewers;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return Mono.defer(() -> {
			AskedOperation asked = new AskedOperation();
			Map<String, String> logged = this.viewers.entries(request);
			Observation observation = Observation.start(AskedOperation.NAME, () -> asked, this.observations);
			request.configureExecutionInput(
					(input, builder) -> builder.graphQLContext(Map.of(AskedOperation.class, asked)).build());
			return chain.next(request)
				.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, observation)
					.put(Slf4jThreadLocalAccessor.KEY, logged))
				.doOnNext((answer) -> label(observation, asked, answer))
				.doFinally((end) -> stop(observation, logged));
		});
	}

	/** What is logged of it at its end bears what is logged of its request. */
	private static void stop(Observation observation, Map<String, String> logged) {
		Map<String, String> before = MDC.getCopyOfContextMap();
		MDC.setContextMap(logged);
		try {
			observation.stop();
		}
		finally {
			MDC.setContextMap((before != null) ? before : Map.of());
		}
	}

	private void label(Observation observation, AskedOperation asked, WebGraphQlResponse answer) {
		String document = answer.getExecutionInput().getQuery();
		boolean trusted = this.documents.isTrusted(document);
		asked.names(trusted ? Digest.of(document) : this.keyed.of(document));
		observation.lowCardinalityKeyValue("type", asked.type())
			.lowCardinalityKeyValue("outcome", outcome(answer.getErrors()))
			.lowCardinalityKeyValue("operation", trusted ? asked.name() : "other")
			.highCardinalityKeyValue("operation.name", asked.name())
			.highCardinalityKeyValue("document", asked.hash());
	}

	/** The code of the first error: codes are few, and messages may hold values. */
	private static String outcome(List<ResponseError> errors) {
		if (errors.isEmpty()) {
			return "OK";
		}
		return (errors.getFirst().getExtensions().get("code") instanceof String code) ? code
				: ErrorCode.INTERNAL.name();
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		AskedOperation asked = parameters.getExecutionContext().getGraphQLContext().get(AskedOperation.class);
		if (asked != null) {
			asked.begins(parameters.getExecutionContext().getOperationDefinition());
		}
		return null;
	}

}
