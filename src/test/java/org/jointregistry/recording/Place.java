package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.language.InputValueDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A field of a mutation's input.
 *
 * @param path names of fields from the input down, and places in lists
 * @param field as the schema declares it
 * @param targets for a global id, the types of the records that it may name and their
 * labels
 */
record Place(List<String> path, InputValueDefinition field, Map<String, String> targets) {

	/**
	 * What an input has here.
	 * @param input any input of the mutation
	 * @return null where it has nothing
	 */
	@Nullable Object in(Map<String, Object> input) {
		@Nullable Object found = input;
		for (String step : this.path) {
			found = switch (found) {
				case Map<?, ?> object -> object.get(step);
				case List<?> list -> list.get(Integer.parseInt(step));
				case null, default -> null;
			};
		}
		return found;
	}

	/**
	 * Another field of the same object.
	 * @param name its name
	 * @return where it stands
	 */
	Place beside(String name) {
		List<String> other = new ArrayList<>(this.path.subList(0, this.path.size() - 1));
		other.add(name);
		return new Place(other, this.field, Map.of());
	}

	/**
	 * The same input with another value here.
	 * @param input any input of the mutation
	 * @param value the value; may be null
	 * @return a new input
	 */
	Map<String, @Nullable Object> with(Map<String, ?> input, @Nullable Object value) {
		return changed(input, 0, value, false);
	}

	/**
	 * The same input without this field.
	 * @param input any input of the mutation
	 * @return a new input
	 */
	Map<String, @Nullable Object> without(Map<String, ?> input) {
		return changed(input, 0, null, true);
	}

	private Map<String, @Nullable Object> changed(Map<?, ?> input, int depth, @Nullable Object value, boolean away) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>();
		input.forEach((name, each) -> changed.put(String.valueOf(name), each));
		String step = this.path.get(depth);
		if (depth == this.path.size() - 1) {
			changed.put(step, value);
			if (away) {
				changed.remove(step);
			}
			return changed;
		}
		List<@Nullable Object> list = new ArrayList<>();
		if (changed.get(step) instanceof List<?> elements) {
			list.addAll(elements);
		}
		int place = Integer.parseInt(this.path.get(depth + 1));
		if (list.get(place) instanceof Map<?, ?> element) {
			list.set(place, changed(element, depth + 2, value, away));
		}
		changed.put(step, list);
		return changed;
	}

	@Override
	public String toString() {
		return String.join(" ", this.path);
	}

}
