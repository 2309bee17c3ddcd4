package org.jointregistry.http;

import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Answers a request with one answer, in the form that the client accepts.
 */
@Component
class GraphqlAnswers extends GraphQlHttpHandler {

	private final AnswerStatus statuses;

	GraphqlAnswers(WebGraphQlHandler graphql, HttpSettings settings) {
		super(graphql);
		this.statuses = new AnswerStatus(settings.preciseStatus());
	}

	@Override
	protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> answer) {
		MediaType form = AnswerForm.find(request.headers().asHttpHeaders()).orElse(MediaType.APPLICATION_JSON);
		boolean byGet = request.attribute(GraphqlRoutes.ATTRIBUTE).isPresent();
		return ServerResponse.async(answer.map((given) -> response(given, form, byGet)).toFuture());
	}

	private ServerResponse response(WebGraphQlResponse answer, MediaType form, boolean byGet) {
		HttpStatusCode status = this.statuses.of(answer, form.equals(MediaTypes.APPLICATION_GRAPHQL_RESPONSE));
		ServerResponse.BodyBuilder response = ServerResponse.status(status)
			.headers((headers) -> headers.putAll(answer.getResponseHeaders()))
			.contentType(form);
		if (byGet) {
			response.cacheControl(CacheControl.noCache().cachePrivate())
				.varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT);
		}
		if (status == HttpStatus.METHOD_NOT_ALLOWED) {
			response.allow(HttpMethod.POST);
		}
		return response.body(answer.toMap());
	}

}
