package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Cursors that earlier answers gave, and the places in a list that they stand for.
 */
final class KnownCursors {

	private final Map<String, At> known = new HashMap<>();

	private final Map<At, String> texts = new HashMap<>();

	/**
	 * Takes note of a cursor.
	 * @param at the place that it must stand for
	 * @param text the opaque text
	 * @return whether no other place has the text and the place no other text
	 */
	boolean note(At at, String text) {
		At before = this.known.putIfAbsent(text, at);
		String other = this.texts.putIfAbsent(at, text);
		return (before == null || before.equals(at)) && (other == null || other.equals(text));
	}

	List<@Nullable Object> get(Request.Connection asked, String text) {
		At at = this.known.get(text);
		if (at == null || !at.list().equals(At.list(asked))) {
			throw new IllegalStateException("No cursor of this list");
		}
		return at.place();
	}

	/**
	 * A cursor that was noted for a list.
	 * @param asked the list
	 * @return its cursors
	 */
	List<String> of(Request.Connection asked) {
		return this.known.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().list().equals(At.list(asked)))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

	/**
	 * A place in a list.
	 *
	 * @param list the field with its filter and order
	 * @param place the values by which the element is ordered
	 */
	record At(List<@Nullable Object> list, List<@Nullable Object> place) {

		static At of(Request.Connection asked, List<@Nullable Object> place) {
			return new At(list(asked), place);
		}

		static List<@Nullable Object> list(Request.Connection asked) {
			List<@Nullable Object> list = new ArrayList<>();
			list.add(asked.coordinates());
			list.add(asked.where());
			list.add(asked.orderBy());
			return list;
		}

	}

}
