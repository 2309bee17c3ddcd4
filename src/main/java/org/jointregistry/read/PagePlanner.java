package org.jointregistry.read;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Plans pages: the arguments {@code first}, {@code after}, {@code last} and
 * {@code before}, as the Relay specification has them.
 */
final class PagePlanner {

	/** Elements on a page where the client does not say. */
	static final int DEFAULT = 50;

	/** Elements on a page at most. */
	static final int MOST = 500;

	private final Parameters parameters;

	PagePlanner(Parameters parameters) {
		this.parameters = parameters;
	}

	/**
	 * The page that the arguments ask for.
	 * @param arguments of the connection
	 * @param cursors reads the cursors of this connection
	 * @return the page and its size
	 * @throws RegistryException if the arguments do not go together or a cursor is not of
	 * this connection
	 */
	Plan.Page page(Map<String, Object> arguments, CursorBinding cursors) {
		boolean backwards = arguments.get("last") != null;
		if (backwards && arguments.get("first") != null) {
			throw new RegistryException(ErrorCode.BAD_INPUT, "A page is asked for by first or by last, not by both");
		}
		String limit = this.parameters.add(size(arguments) + 1);
		return new Plan.Page(backwards, limit, values(arguments.get("after"), cursors),
				values(arguments.get("before"), cursors));
	}

	/**
	 * The size of the page that the arguments ask for.
	 * @param arguments of the connection
	 * @return from 1 to {@link #MOST}
	 * @throws RegistryException if the size is out of bounds
	 */
	static int size(Map<String, Object> arguments) {
		int size = asked(arguments);
		if (size < 1 || size > MOST) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"A page has from 1 to %d elements; %d were asked for".formatted(MOST, size));
		}
		return size;
	}

	/**
	 * The size that the arguments name, be it in bounds or not.
	 * @param arguments of the connection
	 * @return {@link #DEFAULT} where they name none
	 */
	static int asked(Map<String, Object> arguments) {
		Object last = arguments.get("last");
		Object asked = (last != null) ? last : arguments.getOrDefault("first", null);
		return (asked != null) ? (Integer) asked : DEFAULT;
	}

	private @Nullable List<String> values(@Nullable Object cursor, CursorBinding cursors) {
		return (cursor != null) ? cursors.read((String) cursor).stream().map(this.parameters::add).toList() : null;
	}

}
