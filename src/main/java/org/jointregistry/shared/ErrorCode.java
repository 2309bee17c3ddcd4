package org.jointregistry.shared;

/**
 * The codes of errors, as clients find them in {@code extensions.code}.
 */
public enum ErrorCode {

	/** The request carries no access token, or one that is not valid. */
	UNAUTHENTICATED,

	/** The viewer sees the record but may not do this with it, or has no known role. */
	FORBIDDEN,

	/** The record does not exist for the viewer. */
	NOT_FOUND,

	/** An argument or an input is wrong; the message says which and why. */
	BAD_INPUT,

	/** A cursor is not of this field with these arguments for this viewer. */
	BAD_CURSOR,

	/** The request is no well-formed GraphQL. */
	GRAPHQL_PARSE_FAILED,

	/** The request does not fit the schema. */
	GRAPHQL_VALIDATION_FAILED,

	/**
	 * The operation asks for more than an operation may cost, and nothing was run; or its
	 * answer takes more of the database's memory than one may.
	 */
	TOO_COSTLY,

	/** The record was changed since it was read. */
	CONFLICT,

	/** Too many requests are being answered; safe to try again later. */
	OVERLOADED,

	/** The database cannot be reached; safe to try again later. */
	UNAVAILABLE,

	/** The answer took longer than it may. */
	TIMEOUT,

	/**
	 * Something went wrong that is not the client's fault; the request id tells which.
	 */
	INTERNAL

}
