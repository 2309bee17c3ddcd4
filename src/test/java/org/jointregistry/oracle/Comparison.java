package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;

/**
 * Compares an answer's JSON with what the evaluator says, and takes note of cursors.
 */
final class Comparison {

	private final KnownCursors cursors;

	private final List<String> differences = new ArrayList<>();

	private Comparison(KnownCursors cursors) {
		this.cursors = cursors;
	}

	/**
	 * Where the two differ.
	 * @param expected maps, lists and values
	 * @param actual the JSON
	 * @param cursors known so far; those of the answer are added
	 * @return one line for each difference
	 */
	static List<String> differences(Object expected, JsonNode actual, KnownCursors cursors) {
		Comparison comparison = new Comparison(cursors);
		comparison.compare("", expected, actual);
		return comparison.differences;
	}

	/**
	 * Where an answer differs from what it must be, errors included.
	 * @param expected data and errors
	 * @param actual the whole answer
	 * @param cursors known so far; those of the answer are added
	 * @return one line for each difference
	 */
	static List<String> differences(Expectation expected, Answer actual, KnownCursors cursors) {
		List<String> differences = (expected.data() != null) ? differences(expected.data(), actual.data(), cursors)
				: new ArrayList<>();
		List<JsonNode> errors = new ArrayList<>();
		actual.errors().forEach(errors::add);
		for (Expectation.Failure failure : expected.errors()) {
			if (!errors.removeIf((error) -> isSame(failure, error))) {
				differences.add("errors: expected " + failure);
			}
		}
		errors.forEach((error) -> differences.add("errors: was " + shortened(error)));
		return differences;
	}

	private static boolean isSame(Expectation.Failure failure, JsonNode error) {
		List<String> path = new ArrayList<>();
		error.path("path").forEach((step) -> path.add(step.asString()));
		return failure.codes().contains(error.at("/extensions/code").asString())
				&& path.equals(failure.path().stream().map(String::valueOf).toList());
	}

	private void compare(String path, @Nullable Object expected, JsonNode actual) {
		boolean same = switch (expected) {
			case null -> actual.isNull();
			case Map<?, ?> map -> object(path, map, actual);
			case Collection<?> list -> array(path, new ArrayList<@Nullable Object>(list), actual);
			case KnownCursors.At at -> actual.isString() && this.cursors.note(at, actual.stringValue());
			case Integer number -> actual.isInt() && actual.intValue() == number;
			case Boolean truth -> actual.isBoolean() && actual.booleanValue() == truth;
			default -> actual.isString() && actual.stringValue().equals(expected);
		};
		if (!same) {
			this.differences.add("%s: expected %s, was %s".formatted(path, shortened(expected), shortened(actual)));
		}
	}

	private static String shortened(@Nullable Object value) {
		String text = String.valueOf(value);
		return (text.length() > 300) ? text.substring(0, 300) + "..." : text;
	}

	private boolean object(String path, Map<?, ?> expected, JsonNode actual) {
		if (!actual.isObject() || actual.size() != expected.size()) {
			return false;
		}
		expected.forEach((name, value) -> compare(path + "/" + name, value, actual.path((String) name)));
		return true;
	}

	private boolean array(String path, List<?> expected, JsonNode actual) {
		if (!actual.isArray() || actual.size() != expected.size()) {
			return false;
		}
		for (int index = 0; index < expected.size(); index++) {
			compare(path + "/" + index, expected.get(index), actual.get(index));
		}
		return true;
	}

}
