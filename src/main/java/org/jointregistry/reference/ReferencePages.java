package org.jointregistry.reference;

import java.net.URI;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the reference at {@code /reference/}, where the schema may be asked for.
 */
@Configuration(proxyBeanMethods = false)
class ReferencePages {

	private static final URI FIRST = URI.create("/reference/index.html");

	@Bean
	RouterFunction<ServerResponse> referenceRoutes(GraphQlSource source,
			@Value("${registry.document.introspection:true}") boolean served) {
		SchemaReference reference = new SchemaReference(source.schema());
		return RouterFunctions.nest((request) -> served,
				RouterFunctions.route()
					.GET("/reference", (request) -> ServerResponse.temporaryRedirect(FIRST).build())
					.GET("/reference/", (request) -> ServerResponse.temporaryRedirect(FIRST).build())
					.route(RequestPredicates.GET("/reference/{page}.html")
						.and((request) -> find(request, reference).isPresent()),
							(request) -> ServerResponse.ok()
								.contentType(MediaType.TEXT_HTML)
								.body(find(request, reference).orElseThrow()))
					.build());
	}

	private static Optional<String> find(ServerRequest request, SchemaReference reference) {
		return reference.find(request.pathVariable("page"));
	}

}
