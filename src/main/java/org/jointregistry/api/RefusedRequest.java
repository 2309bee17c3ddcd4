package org.jointregistry.api;

import java.util.Map;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import org.jointregistry.shared.ErrorCode;

import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;

/**
 * The answer to a GraphQL request that is refused before it is executed.
 */
public final class RefusedRequest {

	private RefusedRequest() {
	}

	/**
	 * An answer of one error, without data.
	 * @param request what is refused
	 * @param code what went wrong, for programs
	 * @param message what went wrong, for people
	 * @return the answer
	 */
	public static WebGraphQlResponse answer(WebGraphQlRequest request, ErrorCode code, String message) {
		GraphQLError error = GraphQLError.newError()
			.message("%s", message)
			.extensions(Map.of("code", code.name(), "requestId",
					RequestIds.of(request.getAttributes().get(RequestIds.ATTRIBUTE))))
			.build();
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(),
				ExecutionResult.newExecutionResult().addError(error).build()));
	}

}
