package org.jointregistry.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLSchema;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import org.jointregistry.shared.ErrorCode;

/**
 * Tells where the wrong value stands in a variable that cannot be read, in the extension
 * {@code inputPath}. GraphQL itself names the variable, and a variable may hold a
 * thousand entries.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WrongVariables implements WebGraphQlInterceptor {

	private final GraphQlSource source;

	WrongVariables(GraphQlSource source) {
		this.source = source;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return chain.next(request).map((response) -> {
			List<GraphQLError> errors = response.getExecutionResult().getErrors();
			return errors.stream().anyMatch(WrongVariables::isUnreadable)
					? response.transform((builder) -> builder.errors(told(errors, response.getExecutionInput())))
					: response;
		});
	}

	private static boolean isUnreadable(GraphQLError error) {
		return error instanceof CoercingParseValueException || error instanceof NonNullableValueCoercedAsNullException
				|| error instanceof InputMapDefinesTooManyFieldsException;
	}

	private List<GraphQLError> told(List<GraphQLError> errors, ExecutionInput input) {
		List<String> path = findPath(input);
		return errors.stream().map((error) -> isUnreadable(error) ? told(error, path) : error).toList();
	}

	private static GraphQLError told(GraphQLError error, @Nullable List<String> path) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put("code", ErrorCode.BAD_INPUT.name());
		if (path != null) {
			extensions.put("inputPath", path);
		}
		return GraphQLError.newError()
			.message("%s", PlainWords.of(error.getMessage()))
			.locations(Objects.requireNonNullElse(error.getLocations(), List.of()))
			.extensions(extensions)
			.build();
	}

	private @Nullable List<String> findPath(ExecutionInput input) {
		GraphQLSchema schema = this.source.schema();
		for (VariableDefinition variable : variables(input)) {
			String name = variable.getName();
			Object value = input.getRawVariables().get(name);
			List<String> path = new WrongValue(schema).find(variable.getType(), value, List.of(name));
			if (path != null && (value != null || variable.getDefaultValue() == null)) {
				return path;
			}
		}
		return null;
	}

	private static List<VariableDefinition> variables(ExecutionInput input) {
		try {
			return Parser.parse(input.getQuery())
				.getDefinitionsOfType(OperationDefinition.class)
				.stream()
				.filter((operation) -> input.getOperationName() == null || input.getOperationName().isEmpty()
						|| input.getOperationName().equals(operation.getName()))
				.flatMap((operation) -> operation.getVariableDefinitions().stream())
				.toList();
		}
		catch (InvalidSyntaxException ex) {
			return List.of();
		}
	}

}
