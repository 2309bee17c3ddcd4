package org.jointregistry.read;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.schema.GraphQLObjectType;

/**
 * Executes queries as graphql-java does, but for the parts of answers that the engine has
 * read as a whole: these are put together in one go, since there is nothing left to fetch
 * for any of their fields.
 */
final class AnswerStrategy extends AsyncExecutionStrategy {

	AnswerStrategy(DataFetcherExceptionHandler failures) {
		super(failures);
	}

	@Override
	protected Object completeValueForObject(ExecutionContext operation, ExecutionStrategyParameters parameters,
			GraphQLObjectType type, Object result) {
		if (result instanceof Answer answer) {
			Object whole = new Assembly(operation, this.fieldCollector).whole(type, parameters.getField(), answer);
			if (whole != null) {
				return whole;
			}
		}
		return super.completeValueForObject(operation, parameters, type, result);
	}

}
