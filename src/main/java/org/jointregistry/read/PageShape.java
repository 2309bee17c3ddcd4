package org.jointregistry.read;

import java.util.Map;

/**
 * Where the parts of a connection stand in the list that the statement returns for it:
 * the rows and, for each cursor given, whether something lies beyond it; then the count;
 * then groups.
 *
 * @param children what each selected field of the connection is, by result key
 * @param page the page asked for
 * @param size number of elements on a page
 * @param rows whether rows were asked for
 * @param total whether the count was asked for
 * @param cursors of this connection
 */
record PageShape(Map<String, Child> children, Plan.Page page, int size, boolean rows, boolean total,
		CursorBinding cursors) {

	/**
	 * The place of the count.
	 * @return where it would stand
	 */
	int totalPlace() {
		if (!this.rows) {
			return 0;
		}
		return 1 + ((this.page.after() != null) ? 1 : 0) + ((this.page.before() != null) ? 1 : 0);
	}

	/**
	 * The place of the first groups.
	 * @return where they would stand
	 */
	int groupsPlace() {
		return totalPlace() + (this.total ? 1 : 0);
	}

	/** A selected field of a connection. */
	sealed interface Child {

		/**
		 * Whether it tells of the page, not of the whole list.
		 * @return false for the count and for groups
		 */
		default boolean isOfPage() {
			return switch (this) {
				case Total total -> false;
				case Groups groups -> false;
				case Info info -> true;
				case Nodes nodes -> true;
				case Edges edges -> true;
			};
		}

	}

	/** The count of the whole list. */
	record Total() implements Child {

	}

	/**
	 * Groups of the whole list.
	 *
	 * @param place among the groups
	 * @param shape of each
	 */
	record Groups(int place, GroupShape shape) implements Child {

	}

	/** Where the page stands. */
	record Info() implements Child {

	}

	/**
	 * The page's nodes.
	 *
	 * @param part the place among the row's parts
	 * @param node the shape of each
	 */
	record Nodes(int part, NodeShape node) implements Child {

	}

	/**
	 * The page's edges.
	 *
	 * @param part the place among the row's parts
	 * @param fields what each selected field of an edge is, by result key
	 * @param nodes how many values of the part are nodes; facts follow them
	 */
	record Edges(int part, Map<String, EdgeField> fields, int nodes) implements Child {

	}

	/** A selected field of an edge. */
	sealed interface EdgeField {

	}

	/** The cursor. */
	record EdgeCursor() implements EdgeField {

	}

	/**
	 * The node.
	 *
	 * @param place among the nodes
	 * @param shape of the node
	 */
	record EdgeNode(int place, NodeShape shape) implements EdgeField {

	}

	/**
	 * A fact.
	 *
	 * @param place among the facts
	 * @param kind of the value
	 */
	record EdgeFact(int place, FilterKind kind) implements EdgeField {

	}

}
