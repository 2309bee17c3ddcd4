package org.jointregistry.document;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.idl.RuntimeWiring;
import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

/**
 * What introspection shows of the schema: the mutations that one of the viewer's roles
 * may be permitted to make, and the types that these, the queries and the subscriptions
 * need. The setting turns introspection off altogether.
 */
@Component
@Order(1)
class ShownSchema implements RuntimeWiringConfigurer, WebGraphQlInterceptor {

	private final boolean open;

	private final Map<Set<Role>, RoleSchema> schemas = new ConcurrentHashMap<>();

	ShownSchema(DocumentSettings settings) {
		this.open = settings.introspection();
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		if (!this.open) {
			request.configureExecutionInput((input,
					builder) -> builder.graphQLContext(Map.of(Introspection.INTROSPECTION_DISABLED, true)).build());
		}
		return chain.next(request);
	}

	@Override
	public void configure(RuntimeWiring.Builder wiring) {
		GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();
		code.dataFetcher(FieldCoordinates.coordinates("__Schema", "types"),
				(DataFetcher<?>) (field) -> of(field).types());
		code.dataFetcher(FieldCoordinates.coordinates("__Schema", "directives"),
				(DataFetcher<?>) (field) -> of(field).directives());
		code.dataFetcher(FieldCoordinates.coordinates("__Schema", "mutationType"),
				(DataFetcher<?>) (field) -> of(field).mutationType());
		code.dataFetcher(FieldCoordinates.coordinates("__Type", "fields"),
				(DataFetcher<?>) (field) -> of(field).fields(field.getSource(), withDeprecated(field)));
		code.dataFetcher(FieldCoordinates.coordinates("__Type", "possibleTypes"),
				(DataFetcher<?>) (field) -> of(field).possibleTypes(field.getSource()));
		code.dataFetcher(FieldCoordinates.systemCoordinates("__type"),
				(DataFetcher<?>) (field) -> of(field).type(Objects.requireNonNull(field.<String>getArgument("name"))));
		wiring.codeRegistry(code);
	}

	private static boolean withDeprecated(DataFetchingEnvironment field) {
		return field.getArgumentOrDefault("includeDeprecated", false);
	}

	private RoleSchema of(DataFetchingEnvironment field) {
		Viewer viewer = field.getGraphQlContext().get("viewer");
		return this.schemas.computeIfAbsent((viewer != null) ? viewer.roles() : Set.of(),
				(roles) -> new RoleSchema(field.getGraphQLSchema(), roles));
	}

}
