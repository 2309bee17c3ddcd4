package org.jointregistry.synthetic;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import tools.jackson.databind.JsonNode;

/**
 * What the GraphQL library of Neo4j is asked, so that it does the same as the registry.
 */
sealed interface LibraryWork {

	/**
	 * Work that it does.
	 *
	 * @param document in GraphQL
	 * @param tokens of the audiences of who asks; empty for who sees all
	 * @param told makes of an answer's data what the registry tells, by names such as
	 * {@code key} and {@code paid}: what its clients do themselves, which is not timed
	 */
	record Document(String document, List<String> tokens, UnaryOperator<JsonNode> told) implements LibraryWork {

		/** Who sees all asks, and is told what the registry tells. */
		Document(String document) {
			this(document, List.of(), UnaryOperator.identity());
		}

		GraphqlSession session(Library library) {
			return this.tokens.isEmpty() ? library.all() : library.seeing(this.tokens);
		}

		/**
		 * Asks once.
		 * @param session of this document
		 * @return the answer, without errors
		 */
		Answer ask(GraphqlSession session) {
			Answer answer = session.query(this.document);
			if (answer.status() != 200 || answer.text().startsWith("{\"errors\"")) {
				throw new IllegalStateException("The library: " + answer.text());
			}
			return answer;
		}

		Tally tally(Answer answer) {
			return Tally.ofParts(this.told.apply(answer.data()));
		}

	}

	/**
	 * Work that it cannot do.
	 *
	 * @param reason in a sentence
	 */
	record None(String reason) implements LibraryWork {

	}

}
