package org.jointregistry.read;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where the values of a node stand in the list that the statement returns for it.
 *
 * @param type the object type; null where the list's first element names it
 * @param fields where each selected field stands, by result key, by object type
 */
record NodeShape(@Nullable String type, Map<String, Map<String, Field>> fields) {

	/**
	 * The node as graphql-java reads it.
	 * @param values the list; null where there is no node
	 * @return the row; null for null
	 */
	@Nullable Row row(@Nullable Object values) {
		if (!(values instanceof List<?> list)) {
			return null;
		}
		String found = (this.type != null) ? this.type : (String) list.getFirst();
		return new Row(found, this.fields.getOrDefault(found, Map.of()), list, (this.type != null) ? 0 : 1);
	}

	/**
	 * A selected field.
	 *
	 * @param place among the node's values
	 * @param form how the value is read
	 */
	record Field(int place, Form form) {

	}

	/** How a value is read. */
	sealed interface Form {

	}

	/** A key, as a global id. */
	record Id() implements Form {

	}

	/**
	 * A stored value.
	 *
	 * @param kind the scalar's kind
	 */
	record Scalar(FilterKind kind) implements Form {

	}

	/** Who may see the node, which is the last of its values wherever it is asked. */
	record Audiences() implements Form {

	}

	/**
	 * A node.
	 *
	 * @param shape its values
	 */
	record One(NodeShape shape) implements Form {

	}

	/**
	 * A connection.
	 *
	 * @param shape its parts
	 */
	record Many(PageShape shape) implements Form {

	}

}
