package org.jointregistry.api;

import java.util.Map;

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
 * Says how to ask to those who ask in another way than by POST and in JSON. Spring's own
 * answers have no body.
 */
@Configuration(proxyBeanMethods = false)
class UnservedRequests {

	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> refusingRoutes() {
		return RouterFunctions.route()
			.GET("/graphql", UnservedRequests::method)
			.POST("/graphql", RequestPredicates.contentType(MediaType.APPLICATION_JSON).negate(),
					UnservedRequests::mediaType)
			.build();
	}

	private static ServerResponse method(ServerRequest request) {
		return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
			.allow(HttpMethod.POST)
			.body(refusal(request, "This method is not served; ask by POST"));
	}

	private static ServerResponse mediaType(ServerRequest request) {
		return ServerResponse.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.body(refusal(request, "Ask with Content-Type: application/json"));
	}

	private static Map<String, Object> refusal(ServerRequest request, String message) {
		return Refusals.body(request.servletRequest(), ErrorCode.BAD_INPUT, message);
	}

}
