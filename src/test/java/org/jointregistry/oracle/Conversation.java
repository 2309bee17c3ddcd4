package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jointregistry.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Requests of several viewers to one graph, those included that follow from earlier
 * answers: the next page, another's cursor, a forged one.
 */
final class Conversation {

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
			Asker other = askers.get((number + 1) % askers.size());
			for (int request = 0; request < count; request++) {
				Request asked = RequestGenerator.request(this.registry.sdl(), graph, random);
				goOn(askers.get(number), other, asked, say(askers.get(number), asked));
			}
		}
		return this.said;
	}

	private Answer say(Asker asker, Request request) {
		Answer answer = this.registry.ask(asker, request);
		this.said.add(new Said(asker, request, GeneratedRegistry.whole(answer)));
		return answer;
	}

	private void goOn(Asker asker, Asker other, Request request, Answer answer) {
		for (Request.Root root : request.roots()) {
			if (root instanceof Request.All all) {
				JsonNode connection = answer.data().path(all.alias());
				for (String name : List.of("startCursor", "endCursor")) {
					JsonNode cursor = connection.findPath(name);
					if (cursor.isString()) {
						goOn(asker, other, all, cursor.stringValue());
					}
				}
			}
		}
	}

	private void goOn(Asker asker, Asker other, Request.All all, String cursor) {
		say(asker, with(all, new Request.Page(2, cursor, null, null)));
		say(asker, with(all, new Request.Page(null, null, 2, cursor)));
		say(other, with(all, new Request.Page(2, cursor, null, null)));
		String forged = cursor.substring(1) + cursor.charAt(0);
		say(asker, with(all, new Request.Page(2, forged, null, null)));
	}

	private static Request with(Request.All all, Request.Page page) {
		return new Request(List.of(new Request.All(all.alias(), all.field(), all.connection().with(page))));
	}

	/**
	 * A request and its answer.
	 *
	 * @param asker who asked
	 * @param request what
	 * @param answer status, headers and body
	 */
	record Said(Asker asker, Request request, String answer) {

	}

}
