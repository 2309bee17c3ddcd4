package org.jointregistry.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.graphql.MediaTypes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * The forms in which answers leave.
 */
final class AnswerForm {

	/** Where several are as welcome, JSON, since that is what such clients mean. */
	private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON,
			MediaTypes.APPLICATION_GRAPHQL_RESPONSE, MediaType.TEXT_EVENT_STREAM);

	private AnswerForm() {
	}

	/**
	 * The form of an answer: of those that the client accepts, the one that it wants
	 * most.
	 * @param request the request's headers
	 * @return the form, which is JSON where the client does not say; empty where it
	 * accepts none that there is
	 */
	static Optional<MediaType> find(HttpHeaders request) {
		List<MediaType> wanted = new ArrayList<>(request.getAccept());
		if (wanted.isEmpty()) {
			return Optional.of(MediaType.APPLICATION_JSON);
		}
		List<MediaType> refused = wanted.stream().filter((type) -> type.getQualityValue() == 0).toList();
		wanted.removeAll(refused);
		MimeTypeUtils.sortBySpecificity(wanted);
		return wanted.stream()
			.flatMap((type) -> FORMS.stream().filter(type::includes))
			.filter((form) -> refused.stream().noneMatch((type) -> type.includes(form)))
			.findFirst();
	}

	/**
	 * Whether a request is answered by a stream of events.
	 * @param request the request's headers
	 * @return false for a request with a single answer
	 */
	static boolean isStream(HttpHeaders request) {
		return find(request).filter(MediaType.TEXT_EVENT_STREAM::equals).isPresent();
	}

}
