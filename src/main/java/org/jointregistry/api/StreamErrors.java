package org.jointregistry.api;

import java.util.List;

import graphql.GraphQLError;
import org.jointregistry.shared.LoggedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;

/**
 * Makes errors of what ends a subscription, in the form that other errors have.
 */
@Component
class StreamErrors implements SubscriptionExceptionResolver {

	private static final Logger logger = LoggerFactory.getLogger(StreamErrors.class);

	@Override
	public Mono<List<GraphQLError>> resolveException(Throwable thrown) {
		Failures.Told told = Failures.told(thrown);
		if (!told.meant()) {
			logger.error("A subscription failed", new LoggedFailure(thrown));
		}
		return Mono
			.just(List.of(GraphQLError.newError().message("%s", told.message()).extensions(told.extensions()).build()));
	}

}
