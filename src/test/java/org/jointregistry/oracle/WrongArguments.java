package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Makes one thing of a connection wrong.
 */
final class WrongArguments {

	private static final int TOO_MANY = 9;

	private final ValueGenerator values;

	private final FilterGenerator filters;

	WrongArguments(ValueGenerator values, FilterGenerator filters) {
		this.values = values;
		this.filters = filters;
	}

	Request.Connection of(Request.Connection right) {
		return switch (this.values.upTo(5)) {
			case 0, 1 -> right.with(page());
			case 2 -> right.orderBy(Collections.nCopies(TOO_MANY, this.filters.order(right.target(), right.facts())));
			default -> right.where(withNull(
					(right.where() != null) ? right.where() : this.filters.where(right.target(), right.facts(), 2)));
		};
	}

	private Request.Page page() {
		return this.values.one(List.of(new Request.Page(0, null, null, null), new Request.Page(-1, null, null, null),
				new Request.Page(501, null, null, null), new Request.Page(Integer.MAX_VALUE, null, null, null),
				new Request.Page(null, null, 0, null), new Request.Page(null, null, 501, null),
				new Request.Page(2, null, 2, null), new Request.Page(2, "", null, null),
				new Request.Page(null, null, 2, "AAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
				new Request.Page(2, "\u05D0\uD83D\uDE00", null, null)));
	}

	/** The filter with a null in place of one of its conditions, at any depth. */
	private Map<String, Object> withNull(Map<String, Object> where) {
		Map<String, @Nullable Object> wrong = new LinkedHashMap<>(where);
		if (where.isEmpty()) {
			wrong.put("id", null);
			return cast(wrong);
		}
		String name = this.values.one(new ArrayList<>(where.keySet()));
		Object value = where.get(name);
		wrong.put(name, (value instanceof Map<?, ?> nested && !nested.isEmpty() && this.values.chance(60))
				? withNull(cast(nested)) : null);
		return cast(wrong);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> cast(Map<?, ?> map) {
		return (Map<String, Object>) map;
	}

}
