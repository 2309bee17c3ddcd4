package org.jointregistry.read;

import java.util.Map;

/**
 * Where the values of a group stand in the list that the statement returns for it: what
 * its elements have in common, then their number, then what is computed over them.
 *
 * @param fields what each selected field of a group is, by result key
 * @param keys how many things the list is grouped by
 */
record GroupShape(Map<String, Field> fields, int keys) {

	/** A selected field of a group or of a part of it. */
	sealed interface Field {

	}

	/** The number of elements. */
	record Count() implements Field {

	}

	/** What the list is not grouped by. */
	record Nothing() implements Field {

	}

	/**
	 * Fields below this one.
	 *
	 * @param fields by result key
	 */
	record Part(Map<String, Field> fields) implements Field {

	}

	/**
	 * A value that the elements have in common.
	 *
	 * @param place among what the list is grouped by
	 * @param kind of the value
	 */
	record Scalar(int place, FilterKind kind) implements Field {

	}

	/**
	 * A node that the elements have in common.
	 *
	 * @param place among what the list is grouped by
	 * @param alias among the selections of that node
	 * @param shape of the node
	 */
	record Node(int place, int alias, NodeShape shape) implements Field {

	}

	/**
	 * A sum.
	 *
	 * @param sum place of the sum among the measures
	 * @param known place of the number of values that are known
	 */
	record Sum(int sum, int known) implements Field {

	}

	/**
	 * An average.
	 *
	 * @param sum place of the sum among the measures
	 * @param known place of the number of values that are known
	 */
	record Average(int sum, int known) implements Field {

	}

	/**
	 * The smallest or the largest value.
	 *
	 * @param place among the measures
	 * @param kind of the value
	 */
	record Bound(int place, FilterKind kind) implements Field {

	}

}
