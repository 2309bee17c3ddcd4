package org.jointregistry.http;

import java.util.HashMap;
import java.util.Map;

import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.web.server.ServerWebInputException;

/**
 * A GraphQL request as a client writes it. A document may be named by {@code documentId}
 * instead of sent; that is the same as naming it in {@code extensions.persistedQuery}.
 */
class SentRequest extends SerializableGraphQlRequest {

	private @Nullable String documentId;

	void setDocumentId(@Nullable String documentId) {
		this.documentId = documentId;
	}

	@Override
	public Map<String, Object> getExtensions() {
		Map<String, Object> sent = super.getExtensions();
		if (this.documentId == null) {
			return sent;
		}
		Map<String, Object> extensions = new HashMap<>((sent != null) ? sent : Map.of());
		extensions.put("persistedQuery", Map.of("sha256Hash", this.documentId));
		return extensions;
	}

	@Override
	public String getDocument() {
		String sent = getQuery();
		if (sent != null) {
			return sent;
		}
		if (getExtensions() != null && getExtensions().get("persistedQuery") != null) {
			return PersistedQuerySupport.PERSISTED_QUERY_MARKER;
		}
		throw new ServerWebInputException("No document");
	}

	/**
	 * Has what Spring reads as a request read as this.
	 */
	@JsonDeserialize(as = SentRequest.class)
	interface AsSent {

	}

}
