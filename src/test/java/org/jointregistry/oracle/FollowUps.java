package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Requests that go on from an answer: the next page and the one before, at the root and
 * below, and the same with cursors of other lists and with forged ones.
 */
final class FollowUps {

	private final Request request;

	private final List<FoundCursors.Found> cursors;

	private final Random random;

	private FollowUps(Request request, List<FoundCursors.Found> cursors, Random random) {
		this.request = request;
		this.cursors = cursors;
		this.random = random;
	}

	/**
	 * Some requests that follow from an answer.
	 * @param request what was asked
	 * @param data of the answer
	 * @param random decides
	 * @param count how many, where the answer has a cursor
	 * @return requests like the first one, each with another page somewhere
	 */
	static List<Request> of(Request request, JsonNode data, Random random, int count) {
		List<FoundCursors.Found> cursors = FoundCursors.in(request, data);
		FollowUps followUps = new FollowUps(request, cursors, random);
		List<Request> all = new ArrayList<>();
		while (!cursors.isEmpty() && all.size() < count) {
			all.add(followUps.next());
		}
		return all;
	}

	private Request next() {
		FoundCursors.Found found = one(this.cursors);
		return Connections.changed(this.request, (connection) -> isList(connection, found.of())
				? connection.with(page(connection, found.text())) : connection);
	}

	/** Whether two connections are the same but for what was changed within. */
	private static boolean isList(Request.Connection one, Request.Connection other) {
		return one.page().equals(other.page()) && KnownCursors.At.list(one).equals(KnownCursors.At.list(other));
	}

	private Request.Page page(Request.Connection of, String cursor) {
		return switch (this.random.nextInt(9)) {
			case 0, 1, 2 -> new Request.Page(2, cursor, null, null);
			case 3, 4, 5 -> new Request.Page(null, null, 2, cursor);
			case 6 -> new Request.Page(null, cursor, null, another(of));
			case 7 -> new Request.Page(2, one(this.cursors).text(), null, null);
			default -> new Request.Page(2, cursor.substring(1) + cursor.charAt(0), null, null);
		};
	}

	private @Nullable String another(Request.Connection of) {
		List<String> others = this.cursors.stream()
			.filter((found) -> isList(found.of(), of))
			.map(FoundCursors.Found::text)
			.toList();
		return others.isEmpty() ? null : one(others);
	}

	private <T> T one(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
