package org.jointregistry.shared;

/**
 * The codes of errors, as clients find them in {@code extensions.code}.
 */
public enum ErrorCode {

	/** The request carries no access token, or one that is not valid. */
	UNAUTHENTICATED("An access token is needed"),

	/** The viewer sees the record but may not do this with it, or has no known role. */
	FORBIDDEN("This is not permitted"),

	/** The record does not exist for the viewer. */
	NOT_FOUND("There is no such record, or you may not see it"),

	/** An argument or an input is wrong; the message says which and why. */
	BAD_INPUT("An argument cannot be read"),

	/** A cursor is not of this field with these arguments for this viewer. */
	BAD_CURSOR("An argument cannot be read"),

	/** The request is no well-formed GraphQL. */
	GRAPHQL_PARSE_FAILED("The document cannot be read"),

	/** The request does not fit the schema. */
	GRAPHQL_VALIDATION_FAILED("The document cannot be read"),

	/**
	 * The document is not one of those that the registry was told to trust, and it
	 * answers no others.
	 */
	DOCUMENT_NOT_TRUSTED("The registry answers trusted documents only, and this is none"),

	/** No document is known by the hash that was sent instead of one. */
	PERSISTED_QUERY_NOT_FOUND("PersistedQueryNotFound"),

	/** The registry knows no documents by their hashes; send the document itself. */
	PERSISTED_QUERY_NOT_SUPPORTED("PersistedQueryNotSupported"),

	/** A GET asks for what only a POST may do. */
	METHOD_NOT_ALLOWED("Only queries and subscriptions are asked by GET; send a mutation by POST"),

	/** The viewer has asked for more than its allowance; safe to try again later. */
	RATE_LIMITED("The allowance is used up; try again later"),

	/**
	 * The operation asks for more than an operation may cost, and nothing was run; or its
	 * answer takes more of the database's memory than one may.
	 */
	TOO_COSTLY("The operation asks for too much; ask for less"),

	/** The record was changed since it was read. */
	CONFLICT("Another change came first; try again"),

	/** Too many requests are being answered; safe to try again later. */
	OVERLOADED("The registry is busy; try again in a few seconds"),

	/** The database cannot be reached; safe to try again later. */
	UNAVAILABLE("The database cannot be reached; try again in a few seconds"),

	/** The answer took longer than it may. */
	TIMEOUT("The answer took too long; ask for less"),

	/**
	 * Something went wrong that is not the client's fault; the request id tells which.
	 */
	INTERNAL("The registry could not answer; its log tells why, under the request id");

	private final String words;

	ErrorCode(String words) {
		this.words = words;
	}

	/**
	 * What a client is told where the code is all that it may know.
	 * @return a sentence; for codes of persisted queries the word that clients look for
	 */
	public String words() {
		return this.words;
	}

}
