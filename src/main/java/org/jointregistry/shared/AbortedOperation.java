package org.jointregistry.shared;

import java.util.List;
import java.util.Map;

import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an operation as a whole, before anything of it is run.
 */
public final class AbortedOperation {

	private AbortedOperation() {
	}

	/**
	 * A refusal in the words of its code.
	 * @param code what went wrong
	 * @return what to throw
	 */
	public static AbortExecutionException because(ErrorCode code) {
		return because(code, code.words());
	}

	/**
	 * A refusal in words of its own.
	 * @param code what went wrong, for programs
	 * @param message what went wrong, for people; null where nothing is known
	 * @return what to throw
	 */
	public static AbortExecutionException because(ErrorCode code, @Nullable String message) {
		return new AbortExecutionException(List.of(GraphQLError.newError()
			.message("%s", (message != null) ? message : "")
			.extensions(Map.of("code", code.name()))
			.build()));
	}

}
