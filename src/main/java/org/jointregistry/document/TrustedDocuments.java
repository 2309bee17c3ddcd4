package org.jointregistry.document;

import java.util.Map;
import java.util.Set;

import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import org.jointregistry.api.RefusedRequest;
import org.jointregistry.shared.ErrorCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * Has clients name a document by its hash, and, where the registry is told so, answers no
 * documents but those that it knows. A known document may also be sent whole.
 */
@Component
@Order(-2)
public class TrustedDocuments implements WebGraphQlInterceptor {

	private static final String ALGORITHM = "sha256:";

	private final Map<String, String> documents;

	private final Set<String> trusted;

	private final boolean trustedOnly;

	TrustedDocuments(DocumentSettings settings, JsonMapper json) {
		this.documents = new Manifests(json).read(settings.manifests());
		this.trusted = Set.copyOf(this.documents.values());
		this.trustedOnly = settings.trustedOnly();
	}

	/**
	 * Whether a document is one that the registry was told to trust.
	 * @param document in GraphQL
	 * @return false for all but those of the manifests
	 */
	public boolean isTrusted(String document) {
		return this.trusted.contains(document);
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (request.getDocument().equals(PersistedQuerySupport.PERSISTED_QUERY_MARKER)) {
			return named(request, chain);
		}
		if (this.trustedOnly && !isTrusted(request.getDocument())) {
			return refused(request, ErrorCode.DOCUMENT_NOT_TRUSTED);
		}
		return chain.next(request);
	}

	private Mono<WebGraphQlResponse> named(WebGraphQlRequest request, Chain chain) {
		if (this.documents.isEmpty()) {
			return refused(request, ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED);
		}
		String document = find(request.getExtensions().get("persistedQuery"));
		if (document == null) {
			return refused(request, ErrorCode.PERSISTED_QUERY_NOT_FOUND);
		}
		request.configureExecutionInput((input, builder) -> builder.query(document).build());
		return chain.next(request);
	}

	private @Nullable String find(@Nullable Object name) {
		if (!(name instanceof Map<?, ?> named) || !(named.get("sha256Hash") instanceof String hash)) {
			return null;
		}
		String known = this.documents.get(hash);
		return (known == null && hash.startsWith(ALGORITHM)) ? this.documents.get(hash.substring(ALGORITHM.length()))
				: known;
	}

	private static Mono<WebGraphQlResponse> refused(WebGraphQlRequest request, ErrorCode code) {
		return Mono.just(RefusedRequest.answer(request, code, code.words()));
	}

}
