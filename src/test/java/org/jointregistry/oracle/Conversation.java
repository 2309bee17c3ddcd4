package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jointregistry.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Requests of several viewers to one graph: those that follow from earlier answers
 * included, such as the next page, another's cursor and a forged one, questions whose
 * answers are computed, and what the schema is.
 */
final class Conversation {

	private static final DocumentWriter.Document SCHEMA = new DocumentWriter.Document("""
			{ __typename
			  __schema { queryType { name } types { name kind fields { name args { name defaultValue } } } }
			  __type(name: "Record") { possibleTypes { name } description }
			}
			""", Map.of());

	/** Asks for more of the schema than is answered. */
	private static final DocumentWriter.Document TOO_MUCH = new DocumentWriter.Document(
			"{ __schema { queryType { fields { name } } types { fields { name } } } }", Map.of());

	private final GeneratedRegistry registry;

	private final List<Said> said = new ArrayList<>();

	Conversation(GeneratedRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Asks about the graph that is loaded, and goes on from the answers.
	 * @param askers the viewers
	 * @param graph whose ids and keys are asked for
	 * @param random decides
	 * @param count how many requests each viewer starts with
	 * @return everything that was said
	 */
	List<Said> about(List<Asker> askers, RawGraph graph, Random random, int count) {
		for (int number = 0; number < askers.size(); number++) {
			Asker asker = askers.get(number);
			Asker other = askers.get((number + 1) % askers.size());
			for (int request = 0; request < count; request++) {
				Request asked = RequestGenerator.request(this.registry.sdl(), graph, random);
				Answer answer = say(asker, DocumentWriter.write(asked), asked);
				FollowUps.of(asked, answer.data(), random, 2).forEach((next) -> {
					say(asker, DocumentWriter.write(next), next);
					say(other, DocumentWriter.write(next), next);
				});
			}
			InsightGenerator.some(this.registry.sdl(), graph, random).forEach((question) -> say(asker, question, null));
			say(asker, SCHEMA, null);
			say(asker, TOO_MUCH, null);
		}
		return this.said;
	}

	private Answer say(Asker asker, DocumentWriter.Document document, @Nullable Request request) {
		Answer answer = this.registry.ask(asker, document);
		this.said.add(new Said(asker, document, request, GeneratedRegistry.whole(answer)));
		return answer;
	}

	/**
	 * A request and its answer.
	 *
	 * @param asker who asked
	 * @param document what
	 * @param request what, before it was written; null for what is only known as it is
	 * written
	 * @param answer status, headers and body
	 */
	record Said(Asker asker, DocumentWriter.Document document, @Nullable Request request, String answer) {

		/** Whether the answer is computed from what the viewer sees. */
		boolean isInsight() {
			return this.request == null && this.document != SCHEMA && this.document != TOO_MUCH;
		}

	}

}
