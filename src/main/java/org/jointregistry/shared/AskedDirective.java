package org.jointregistry.shared;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.language.Directive;
import graphql.schema.GraphQLSchema;

/**
 * A directive that a client set on an operation, to have all of it answered otherwise.
 */
public final class AskedDirective {

	private final Directive directive;

	private final ExecutionContext operation;

	private AskedDirective(Directive directive, ExecutionContext operation) {
		this.directive = directive;
		this.operation = operation;
	}

	/**
	 * A directive of an operation.
	 * @param name the directive's name
	 * @param operation the operation, before anything of it is run
	 * @return empty where the operation does not have it
	 */
	public static Optional<AskedDirective> find(String name, ExecutionContext operation) {
		return operation.getOperationDefinition()
			.getDirectives(name)
			.stream()
			.findFirst()
			.map((directive) -> new AskedDirective(directive, operation));
	}

	/**
	 * Its arguments, with the values of variables.
	 * @return as the scalars parsed them, by name
	 * @throws AbortExecutionException with {@code BAD_INPUT} if one is wrong
	 */
	public Map<String, Object> arguments() {
		GraphQLSchema schema = this.operation.getGraphQLSchema();
		try {
			return ValuesResolver.getArgumentValues(schema.getCodeRegistry(),
					schema.getDirective(this.directive.getName()).getArguments(), this.directive.getArguments(),
					this.operation.getCoercedVariables(), this.operation.getGraphQLContext(),
					this.operation.getLocale());
		}
		catch (GraphQLException ex) {
			throw refusal(Objects.requireNonNullElse(ex.getMessage(), ""), Map.of("code", ErrorCode.BAD_INPUT.name()));
		}
	}

	/**
	 * Refuses the operation before anything of it is run.
	 * @param message for people
	 * @param extensions for programs
	 * @return what to throw
	 */
	public AbortExecutionException refusal(String message, Map<String, Object> extensions) {
		return new AbortExecutionException(List.of(GraphQLError.newError()
			.message("%s", message)
			.location(this.directive.getSourceLocation())
			.extensions(extensions)
			.build()));
	}

}
