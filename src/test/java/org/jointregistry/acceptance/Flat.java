package org.jointregistry.acceptance;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * Makes lines of an answer: for each way down through its lists, the values met on it in
 * the order in which they were asked for.
 */
final class Flat {

	private Flat() {
	}

	/**
	 * The lines of an answer.
	 * @param data of the answer
	 * @return values joined by a bar; none for an empty list
	 */
	static List<String> lines(JsonNode data) {
		return of(data).toList();
	}

	private static Stream<String> of(JsonNode node) {
		if (node.isArray()) {
			return StreamSupport.stream(node.spliterator(), false).flatMap(Flat::of);
		}
		if (!node.isObject()) {
			return Stream.of("|" + node.asString("null"));
		}
		List<String> lines = List.of("");
		for (JsonNode value : node.values()) {
			List<String> ends = of(value).toList();
			lines = lines.stream().flatMap((line) -> ends.stream().map((end) -> line + end)).toList();
		}
		return lines.stream();
	}

}
