package org.jointregistry.read;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import org.jointregistry.graph.Standstill;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.LoggedFailure;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Answers each query from one state of the registry. A query whose statements a commit
 * came between is answered anew; where that happens again and again, writers are held off
 * while it is.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class OneSnapshot implements WebGraphQlInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(OneSnapshot.class);

	private static final int TRIES = 3;

	private final BookmarkManager bookmarks;

	private final Standstill standstill;

	private final Duration longest;

	OneSnapshot(Driver driver, Standstill standstill, ReadSettings settings) {
		this.bookmarks = driver.executableQueryBookmarkManager();
		this.standstill = standstill;
		this.longest = settings.timeout();
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		Snapshot snapshot = new Snapshot();
		request.configureExecutionInput(
				(input, builder) -> builder.graphQLContext(Map.of(Snapshot.class, snapshot)).build());
		return whole(snapshot, () -> chain.next(request)).onErrorResume(Neo4jException.class,
				(ex) -> Mono.just(busy(request, ex)));
	}

	/**
	 * An answer from one state of the registry.
	 * @param snapshot tells whether it is
	 * @param answer answers, anew each time
	 * @param <T> the answer's type
	 * @return the first answer that is
	 */
	<T> Mono<T> whole(Snapshot snapshot, Supplier<Mono<T>> answer) {
		return Mono.defer(() -> attempt(snapshot, answer, TRIES));
	}

	private <T> Mono<T> attempt(Snapshot snapshot, Supplier<Mono<T>> answer, int tries) {
		snapshot.begin(this.bookmarks::getBookmarks);
		return answer.get().flatMap((given) -> {
			if (!snapshot.isTorn()) {
				return Mono.just(given);
			}
			return (tries > 1) ? attempt(snapshot, answer, tries - 1) : undisturbed(answer);
		});
	}

	private <T> Mono<T> undisturbed(Supplier<Mono<T>> answer) {
		logger.debug("Writers are held off");
		return Mono.using(() -> this.standstill.begin(this.longest),
				(held) -> answer.get().doOnNext((given) -> held.confirm()), Standstill.Held::close);
	}

	private static WebGraphQlResponse busy(WebGraphQlRequest request, Neo4jException thrown) {
		logger.warn("A query could not be answered from one state of the registry", new LoggedFailure(thrown));
		GraphQLError error = GraphQLError.newError()
			.message(ErrorCode.OVERLOADED.words())
			.extensions(Map.of("code", ErrorCode.OVERLOADED.name()))
			.build();
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(),
				ExecutionResult.newExecutionResult().addError(error).build()));
	}

}
