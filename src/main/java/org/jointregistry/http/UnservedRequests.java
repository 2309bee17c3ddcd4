package org.jointregistry.http;

import java.util.List;
import java.util.Map;

import org.jointregistry.api.Refusals;
import org.jointregistry.shared.ErrorCode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Says how to ask to those who ask otherwise. Spring's own answers have no body.
 */
@Configuration(proxyBeanMethods = false)
class UnservedRequests {

	private static final String PATH = "/graphql";

	private static final List<HttpMethod> SERVED = List.of(HttpMethod.GET, HttpMethod.POST);

	@Bean
	@Order(-2)
	RouterFunction<ServerResponse> refusingRoutes() {
		return RouterFunctions.route()
			.route(RequestPredicates.path(PATH).and((request) -> !SERVED.contains(request.method())),
					UnservedRequests::method)
			.route(RequestPredicates.path(PATH)
				.and((request) -> AnswerForm.find(request.headers().asHttpHeaders()).isEmpty()), UnservedRequests::form)
			.POST(PATH, RequestPredicates.contentType(MediaType.APPLICATION_JSON).negate(), UnservedRequests::mediaType)
			.build();
	}

	private static ServerResponse method(ServerRequest request) {
		return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
			.allow(SERVED.toArray(HttpMethod[]::new))
			.body(refusal(request, ErrorCode.METHOD_NOT_ALLOWED, HttpStatus.METHOD_NOT_ALLOWED));
	}

	private static ServerResponse form(ServerRequest request) {
		return ServerResponse.status(HttpStatus.NOT_ACCEPTABLE)
			.contentType(MediaType.APPLICATION_JSON)
			.body(refusal(request, ErrorCode.BAD_INPUT, HttpStatus.NOT_ACCEPTABLE));
	}

	private static ServerResponse mediaType(ServerRequest request) {
		return ServerResponse.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.body(refusal(request, ErrorCode.BAD_INPUT, HttpStatus.UNSUPPORTED_MEDIA_TYPE));
	}

	private static Map<String, Object> refusal(ServerRequest request, ErrorCode code, HttpStatus status) {
		return Refusals.body(request.servletRequest(), code, Refusals.words(status));
	}

}
