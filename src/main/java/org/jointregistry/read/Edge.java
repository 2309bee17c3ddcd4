package org.jointregistry.read;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * An edge of a connection in an answer.
 */
final class Edge implements Answer {

	private final PageShape.Edges shape;

	private final Supplier<String> cursor;

	private final List<?> values;

	Edge(PageShape.Edges shape, Supplier<String> cursor, List<?> values) {
		this.shape = shape;
		this.cursor = cursor;
		this.values = values;
	}

	@Override
	public @Nullable Object get(String resultKey) {
		return switch (this.shape.fields().get(resultKey)) {
			case PageShape.EdgeCursor cursor -> this.cursor.get();
			case PageShape.EdgeNode node -> node.shape().row(this.values.get(node.place()));
			case PageShape.EdgeFact fact ->
				StoredValue.forAnswer(fact.kind(), this.values.get(this.shape.nodes() + fact.place()));
			case null -> throw new IllegalStateException("Not selected of an edge: " + resultKey);
		};
	}

}
