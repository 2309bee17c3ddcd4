package org.jointregistry.shared;

/**
 * The codes of errors, as clients find them in {@code extensions.code}: the one list,
 * which the reference of the schema shows.
 */
public enum ErrorCode {

	UNAUTHENTICATED("An access token is needed", "The request carries no access token, or one that is not valid.",
			"Get a token from your issuer, and send it in the header `Authorization: Bearer`."),

	FORBIDDEN("This is not permitted", "The viewer sees the record but may not do this with it, or has no known role.",
			"Ask with a token that has the role; `policySentence` says which sentence of the access "
					+ "policy it is."),

	NOT_FOUND("There is no such record, or you may not see it", "The record does not exist for the viewer.",
			"Check the id. Whether a record is absent or hidden is never told."),

	BAD_INPUT("An argument cannot be read", "An argument or an input is wrong; the message says which and why.",
			"Mend the value; of a variable, `inputPath` says where in it."),

	BAD_CURSOR("An argument cannot be read", "A cursor is not of this field with these arguments for this viewer.",
			"Page from the start, with cursors of the same question."),

	GRAPHQL_PARSE_FAILED("The document cannot be read", "The request is no well-formed GraphQL.",
			"Mend the document where `locations` points."),

	GRAPHQL_VALIDATION_FAILED("The document cannot be read", "The request does not fit the schema.",
			"Check the document against this reference."),

	DOCUMENT_NOT_TRUSTED("The registry answers trusted documents only, and this is none",
			"The document is not one of those that the registry was told to trust, and it answers no others.",
			"Have the document put into a manifest of the registry."),

	PERSISTED_QUERY_NOT_FOUND("PersistedQueryNotFound",
			"No document is known by the hash that was sent instead of one.", "Send the document itself."),

	PERSISTED_QUERY_NOT_SUPPORTED("PersistedQueryNotSupported", "The registry knows no documents by their hashes.",
			"Send the document itself."),

	METHOD_NOT_ALLOWED("Only queries and subscriptions are asked by GET; send a mutation by POST",
			"A GET asks for what only a POST may do, or the method is neither.", "Ask by POST."),

	RATE_LIMITED("The allowance is used up; try again later", "The viewer has asked for more than its allowance.",
			"Wait as long as the header `Retry-After` says, and try again."),

	TOO_COSTLY("The operation asks for too much; ask for less",
			"The operation asks for more than an operation may cost, and nothing was run; or its answer"
					+ " takes more of the database's memory than one may.",
			"Ask for fewer elements or fewer levels; `extensions.cost` says what an operation costs."),

	CONFLICT("Another change came first; try again", "The record was changed since it was read.",
			"Read the record again, and decide anew."),

	OVERLOADED("The registry is busy; try again in a few seconds", "Too many requests are being answered.",
			"Wait as long as the header `Retry-After` says, and try again."),

	UNAVAILABLE("The database cannot be reached; try again in a few seconds", "The database cannot be reached.",
			"Try again in a few seconds; a mutation with the same idempotency key is done once."),

	TIMEOUT("The answer took too long; ask for less", "The answer took longer than it may.", "Ask for less."),

	INTERNAL("The registry could not answer; its log tells why, under the request id",
			"Something went wrong that is not the client's fault.", "Report the request id to who runs the registry.");

	private final String words;

	private final String meaning;

	private final String remedy;

	ErrorCode(String words, String meaning, String remedy) {
		this.words = words;
		this.meaning = meaning;
		this.remedy = remedy;
	}

	/**
	 * What a client is told where the code is all that it may know.
	 * @return a sentence; for codes of persisted queries the word that clients look for
	 */
	public String words() {
		return this.words;
	}

	/**
	 * When there is such an error.
	 * @return sentences for people who write clients
	 */
	public String meaning() {
		return this.meaning;
	}

	/**
	 * What to do about it.
	 * @return sentences for people who write clients, with names between backticks
	 */
	public String remedy() {
		return this.remedy;
	}

}
