package org.jointregistry.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.shared.ExactDecimal;

/**
 * A group of a connection's elements in an answer, or a part of one.
 */
final class Group implements Answer {

	private final Map<String, GroupShape.Field> fields;

	private final int keys;

	private final List<?> values;

	private Group(Map<String, GroupShape.Field> fields, int keys, List<?> values) {
		this.fields = fields;
		this.keys = keys;
		this.values = values;
	}

	/**
	 * A group as graphql-java reads it.
	 * @param shape where its values stand
	 * @param values what the statement returned for it
	 * @return the group
	 */
	static Group of(GroupShape shape, Object values) {
		return new Group(shape.fields(), shape.keys(), (List<?>) values);
	}

	@Override
	public @Nullable Object get(String resultKey) {
		return switch (this.fields.get(resultKey)) {
			case GroupShape.Count count -> Math.toIntExact((Long) this.values.get(this.keys));
			case GroupShape.Nothing nothing -> null;
			case GroupShape.Part part -> new Group(part.fields(), this.keys, this.values);
			case GroupShape.Scalar scalar -> StoredValue.forAnswer(scalar.kind(), this.values.get(scalar.place()));
			case GroupShape.Node node -> (this.values.get(node.place()) instanceof List<?> nodes)
					? node.shape().row(nodes.get(node.alias())) : null;
			case GroupShape.Sum sum -> sum(sum.sum(), sum.known());
			case GroupShape.Average average -> average(average.sum(), average.known());
			case GroupShape.Bound bound -> StoredValue.forAnswer(bound.kind(), measure(bound.place()));
			case null -> throw new IllegalStateException("Not selected of a group: " + resultKey);
		};
	}

	private @Nullable Object measure(int place) {
		return this.values.get(this.keys + 1 + place);
	}

	private long known(int place) {
		return (Long) Objects.requireNonNull(measure(place));
	}

	private @Nullable BigDecimal sum(int sum, int known) {
		return (known(known) > 0 && measure(sum) instanceof List<?> parts) ? ExactDecimal.fromSums(parts) : null;
	}

	private @Nullable BigDecimal average(int sum, int known) {
		BigDecimal all = sum(sum, known);
		return (all != null) ? ExactDecimal
			.plain(all.divide(BigDecimal.valueOf(known(known)), ExactDecimal.SCALE, RoundingMode.HALF_UP)) : null;
	}

}
