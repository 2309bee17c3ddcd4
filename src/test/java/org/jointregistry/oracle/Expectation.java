package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the answer to a request must be.
 *
 * @param data JSON as maps and lists, with {@link KnownCursors.At} where a cursor stands;
 * null where what was wrong leaves nothing
 * @param errors in the order of the fields
 */
record Expectation(@Nullable Map<String, @Nullable Object> data, List<Failure> errors) {

	/**
	 * The answer that a viewer must have.
	 * @param request what is asked
	 * @param seen what the viewer sees
	 * @param sdl the schema
	 * @param cursors that the viewer was given
	 * @return data and errors
	 */
	static Expectation of(Request request, RawGraph seen, Sdl sdl, KnownCursors cursors) {
		Evaluator evaluator = new Evaluator(sdl, seen, cursors);
		Map<String, @Nullable Object> data = new LinkedHashMap<>();
		data.put("__typename", "Query");
		List<Failure> errors = new ArrayList<>();
		boolean nothing = false;
		for (Request.Root root : request.roots()) {
			Set<String> faults = Faults.of(root, sdl, cursors);
			Object answer = faults.isEmpty() ? evaluator.answer(root) : null;
			if (!faults.isEmpty()) {
				errors.add(new Failure(List.of(root.alias()), faults));
				nothing |= root instanceof Request.Several;
			}
			else if (!(root instanceof Request.RootLeftOut)) {
				errors.addAll(absent(root.alias(), answer));
			}
			if (!(root instanceof Request.RootLeftOut)) {
				data.put(root.alias(), answer);
			}
		}
		return new Expectation(nothing ? null : data, errors);
	}

	private static List<Failure> absent(String alias, @Nullable Object answer) {
		Set<String> code = Set.of("NOT_FOUND");
		List<Failure> absent = new ArrayList<>();
		if (answer == null) {
			absent.add(new Failure(List.of(alias), code));
		}
		if (answer instanceof List<?> several) {
			for (int index = 0; index < several.size(); index++) {
				if (several.get(index) == null) {
					absent.add(new Failure(List.of(alias, index), code));
				}
			}
		}
		return absent;
	}

	/**
	 * An error.
	 *
	 * @param path where
	 * @param codes of which it has one
	 */
	record Failure(List<Object> path, Set<String> codes) {

	}

}
