package org.jointregistry.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.GraphQLError;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.LoggedFailure;
import org.jointregistry.shared.RegistryException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/**
 * Makes errors of what handlers throw. What the registry did not throw on purpose is
 * logged under the request id, and the client is told no more than its code.
 */
@Component
@Order(0)
public class Failures extends DataFetcherExceptionResolverAdapter {

	private static final Logger logger = LoggerFactory.getLogger(Failures.class);

	/**
	 * Parts of the codes of transactions that the database ended before they were done.
	 */
	private static final List<String> ENDED = List.of("TimedOut", "Timeout", "Transaction.Terminated",
			"Transaction.LockClientStopped");

	Failures() {
		// What is logged bears the request's id and viewer, on whichever thread it failed
		setThreadLocalContextAware(true);
	}

	@Override
	protected @Nullable GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment field) {
		if (thrown instanceof OneOfNullValueException || thrown instanceof OneOfTooManyKeysException) {
			return error(field, thrown.getMessage(), Map.of("code", ErrorCode.BAD_INPUT.name()));
		}
		Told told = told(thrown);
		if (!told.meant()) {
			logger.error("Request {} failed at {}.{}",
					RequestIds.of(field.getGraphQlContext().get(RequestIds.ATTRIBUTE)),
					GraphQLTypeUtil.simplePrint(field.getParentType()), field.getFieldDefinition().getName(),
					new LoggedFailure(thrown));
		}
		return error(field, told.message(), told.extensions());
	}

	/**
	 * What a client is told of something that was thrown.
	 * @param thrown by a handler
	 * @return the message and its code
	 */
	public static Told told(Throwable thrown) {
		RegistryException refusal = find(thrown, RegistryException.class);
		if (refusal != null) {
			return new Told(String.valueOf(refusal.getMessage()), extensions(refusal), true);
		}
		ErrorCode code = codeOf(thrown);
		return new Told(code.words(), Map.of("code", code.name()), false);
	}

	private static GraphQLError error(DataFetchingEnvironment field, @Nullable String message,
			Map<String, Object> extensions) {
		return GraphQLError.newError()
			.message("%s", (message != null) ? message : "")
			.path(field.getExecutionStepInfo().getPath())
			.location(field.getField().getSourceLocation())
			.extensions(extensions)
			.build();
	}

	private static Map<String, Object> extensions(RegistryException refusal) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put("code", refusal.code().name());
		Integer sentence = refusal.sentence();
		if (sentence != null) {
			extensions.put("policySentence", sentence);
		}
		if (!refusal.inputPath().isEmpty()) {
			extensions.put("inputPath", refusal.inputPath());
		}
		return extensions;
	}

	private static ErrorCode codeOf(Throwable thrown) {
		if (find(thrown, BindException.class) != null) {
			return ErrorCode.BAD_INPUT;
		}
		if (find(thrown, AccessDeniedException.class) != null) {
			return ErrorCode.FORBIDDEN;
		}
		Neo4jException database = find(thrown, Neo4jException.class);
		return (database != null) ? codeOf(database) : ErrorCode.INTERNAL;
	}

	private static ErrorCode codeOf(Neo4jException thrown) {
		String code = (thrown.code() != null) ? thrown.code() : "";
		if (ENDED.stream().anyMatch(code::contains)) {
			return ErrorCode.TIMEOUT;
		}
		return switch (thrown) {
			case ServiceUnavailableException _, SessionExpiredException _, TransientException _ ->
				ErrorCode.UNAVAILABLE;
			default -> ErrorCode.INTERNAL;
		};
	}

	private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

	/**
	 * What a client is told.
	 *
	 * @param message for people
	 * @param extensions for programs
	 * @param meant whether it was thrown on purpose
	 */
	public record Told(String message, Map<String, Object> extensions, boolean meant) {

	}

}
