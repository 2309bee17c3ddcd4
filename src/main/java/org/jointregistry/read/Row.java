package org.jointregistry.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.jointregistry.access.RecordAudiences;

/**
 * A node of an answer.
 */
public final class Row implements Answer {

	private final String type;

	private final Map<String, NodeShape.Field> fields;

	private final List<?> values;

	private final int offset;

	Row(String type, Map<String, NodeShape.Field> fields, List<?> values, int offset) {
		this.type = type;
		this.fields = fields;
		this.values = values;
		this.offset = offset;
	}

	/**
	 * The object type that the node is of.
	 * @return the type's name
	 */
	public String type() {
		return this.type;
	}

	@Override
	public @Nullable Object get(String resultKey) {
		NodeShape.Field field = this.fields.get(resultKey);
		if (field == null) {
			throw new IllegalStateException("Not selected: " + this.type + "." + resultKey);
		}
		Object value = this.values.get(this.offset + field.place());
		return switch (field.form()) {
			case NodeShape.Id id -> new GlobalId(this.type, String.valueOf(value)).encoded();
			case NodeShape.Scalar scalar -> StoredValue.forAnswer(scalar.kind(), value);
			case NodeShape.Audiences audiences -> RecordAudiences.read(this.values.getLast());
			case NodeShape.One one -> one.shape().row(value);
			case NodeShape.Many many -> new Page(many.shape(), (List<?>) Objects.requireNonNull(value));
		};
	}

}
