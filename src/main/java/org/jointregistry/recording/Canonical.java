package org.jointregistry.recording;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ExactDecimal;

/**
 * What an input means, whatever words it uses: the same for numbers that differ in zeros
 * at their end, and for sets of texts in another order.
 */
final class Canonical {

	private Canonical() {
	}

	/**
	 * The meaning of an input.
	 * @param mutation that it is for
	 * @param input as the scalars parsed it
	 * @return all that it says but for its idempotency key, by name
	 */
	static Map<String, @Nullable Object> of(Mutation mutation, Map<String, @Nullable Object> input) {
		Map<String, @Nullable Object> meaning = map(mutation, input);
		meaning.remove(Mutation.KEY);
		return meaning;
	}

	private static Map<String, @Nullable Object> map(Mutation mutation, Map<?, ?> input) {
		Map<String, @Nullable Object> meaning = new TreeMap<>();
		input.forEach((name, value) -> {
			if (value != null || takesAway(mutation.act())) {
				meaning.put(String.valueOf(name), value(mutation, value));
			}
		});
		return meaning;
	}

	/** Whether null means that a value is taken away, and not that nothing is said. */
	private static boolean takesAway(WriteAct act) {
		return switch (act) {
			case REVISE, REVISE_TIE -> true;
			case ADD, TIE -> false;
		};
	}

	private static @Nullable Object value(Mutation mutation, @Nullable Object value) {
		return switch (value) {
			case Map<?, ?> object -> map(mutation, object);
			case List<?> list when list.stream().allMatch(String.class::isInstance) ->
				list.stream().map(String::valueOf).distinct().sorted().toList();
			case List<?> list -> list.stream().map((one) -> value(mutation, Objects.requireNonNull(one))).toList();
			case BigDecimal number -> ExactDecimal.plain(number).toPlainString();
			case null -> null;
			default -> String.valueOf(value);
		};
	}

}
