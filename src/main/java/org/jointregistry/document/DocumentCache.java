package org.jointregistry.document;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.jointregistry.shared.ErrorCode;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Keeps documents that were parsed and found valid, so that a front end's operations are
 * read once. Documents with errors are not kept.
 */
@Component
class DocumentCache implements PreparsedDocumentProvider, GraphQlSourceBuilderCustomizer, MeterBinder {

	/** In characters of all documents together. */
	private static final int CAPACITY = 4_000_000;

	/**
	 * Most errors of one document that are told: enough to mend it, and no list of what
	 * was sent.
	 */
	private static final int ERRORS = 5;

	private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
		.maximumWeight(CAPACITY)
		.weigher((String text, PreparsedDocumentEntry document) -> text.length())
		.recordStats()
		.build();

	@Override
	public void bindTo(MeterRegistry meters) {
		CaffeineCacheMetrics.monitor(meters, this.documents, "documents");
	}

	@Override
	public void customize(GraphQlSource.SchemaResourceBuilder builder) {
		builder.configureGraphQl((engine) -> engine.preparsedDocumentProvider(this));
	}

	@Override
	public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parse) {
		PreparsedDocumentEntry known = this.documents.getIfPresent(input.getQuery());
		return CompletableFuture.completedFuture((known != null) ? known : parsed(input, parse));
	}

	private PreparsedDocumentEntry parsed(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parse) {
		PreparsedDocumentEntry document = parse.apply(input);
		if (document.hasErrors()) {
			return new PreparsedDocumentEntry(document.getErrors().stream().limit(ERRORS).toList());
		}
		if (Repetition.isFound(document.getDocument())) {
			return new PreparsedDocumentEntry(GraphQLError.newError()
				.message("A selection may have a field %d times at most", Repetition.MOST)
				.extensions(Map.of("code", ErrorCode.TOO_COSTLY.name()))
				.build());
		}
		this.documents.put(input.getQuery(), document);
		return document;
	}

}
