package org.jointregistry.bookmark;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import org.jointregistry.api.Failures;
import org.jointregistry.api.RefusedRequest;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.LoggedFailure;

/**
 * Gives a bookmark with the answer to each mutation, and answers a request that brings
 * one only from what was written up to it. Once one request has waited for a bookmark,
 * every later statement of the replica is answered from as much.
 */
@Component
@Order(2)
class Bookmarks extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {

	/** Name of the header, of requests and of answers. */
	static final String HEADER = "Registry-Bookmark";

	private static final Logger logger = LoggerFactory.getLogger(Bookmarks.class);

	/** So many of the database's bookmarks go into one of ours. */
	private static final int MOST = 8;

	/**
	 * Requests that wait for a bookmark at once: none that waits in vain holds all others
	 * up.
	 */
	private static final int WAITING = 8;

	private static final String WRITES = Bookmarks.class.getName();

	private final Driver driver;

	private final BookmarkManager known;

	private final SealedBookmarks sealed;

	private final Semaphore waiting = new Semaphore(WAITING);

	Bookmarks(Driver driver, SealedBookmarks sealed) {
		this.driver = driver;
		this.known = driver.executableQueryBookmarkManager();
		this.sealed = sealed;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		String brought = request.getHeaders().getFirst(HEADER);
		WebGraphQlResponse refused = (brought != null) ? refused(request, brought) : null;
		if (refused != null) {
			return Mono.just(refused);
		}
		AtomicBoolean writes = new AtomicBoolean();
		request.configureExecutionInput((input, builder) -> builder.graphQLContext(Map.of(WRITES, writes)).build());
		return chain.next(request).doOnNext((answer) -> {
			if (writes.get()) {
				written().ifPresent((bookmark) -> answer.getResponseHeaders().set(HEADER, bookmark));
			}
		});
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		AtomicBoolean writes = parameters.getExecutionContext().getGraphQLContext().get(WRITES);
		if (writes != null) {
			writes.set(parameters.getExecutionContext().getOperationDefinition().getOperation() == Operation.MUTATION);
		}
		return null;
	}

	/**
	 * Waits for a bookmark.
	 * @return why the request is refused; null where it is not
	 */
	private @Nullable WebGraphQlResponse refused(WebGraphQlRequest request, String brought) {
		Optional<Set<Bookmark>> opened = this.sealed.open(brought);
		if (opened.isEmpty()) {
			return RefusedRequest.answer(request, ErrorCode.BAD_INPUT,
					"The bookmark in the header " + HEADER + " is none of this registry; ask without it");
		}
		if (!this.waiting.tryAcquire()) {
			return RefusedRequest.answer(request, ErrorCode.OVERLOADED, ErrorCode.OVERLOADED.words());
		}
		try {
			await(opened.get());
			return null;
		}
		catch (Neo4jException ex) {
			return late(request, ex);
		}
		finally {
			this.waiting.release();
		}
	}

	private void await(Set<Bookmark> bookmarks) {
		SessionConfig reading = SessionConfig.builder()
			.withDefaultAccessMode(AccessMode.READ)
			.withBookmarkManager(this.known)
			.withBookmarks(bookmarks)
			.build();
		try (Session session = this.driver.session(reading); Transaction transaction = session.beginTransaction()) {
			transaction.run("RETURN 1").consume();
			transaction.commit();
		}
	}

	private static WebGraphQlResponse late(WebGraphQlRequest request, Neo4jException thrown) {
		logger.warn("A bookmark was not reached", new LoggedFailure(thrown));
		if (String.valueOf(thrown.code()).endsWith("BookmarkTimeout")) {
			return RefusedRequest.answer(request, ErrorCode.UNAVAILABLE,
					"What was written up to the bookmark is not to be had yet; try again in a few seconds, or ask without it");
		}
		Failures.Told told = Failures.told(thrown);
		return RefusedRequest.answer(request, ErrorCode.valueOf(String.valueOf(told.extensions().get("code"))),
				told.message());
	}

	/**
	 * A bookmark of all that this replica wrote.
	 * @return empty where there is none to be had; a mutation is answered all the same
	 */
	private Optional<String> written() {
		try {
			Set<Bookmark> bookmarks = this.known.getBookmarks();
			if (bookmarks.size() > MOST) {
				await(Set.of());
				bookmarks = this.known.getBookmarks();
			}
			return bookmarks.isEmpty() ? Optional.empty() : Optional.of(this.sealed.seal(bookmarks));
		}
		catch (Neo4jException ex) {
			logger.warn("There is no bookmark to give", new LoggedFailure(ex));
			return Optional.empty();
		}
	}

}
