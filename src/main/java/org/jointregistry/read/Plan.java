package org.jointregistry.read;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What shapes a statement: a selection with its filters, orders and pages, without any
 * value and without a client's alias. Equal plans have the same statement for viewers of
 * one kind. Values are named by their parameters.
 */
sealed interface Plan {

	/**
	 * A connection at the root.
	 *
	 * @param type of its nodes
	 * @param connection what is selected of it
	 */
	record Listing(NodeType type, Connection connection) implements Plan {

	}

	/**
	 * One node by its key.
	 *
	 * @param key the parameter that names it
	 * @param node what is selected of it
	 */
	record Lookup(String key, Selected node) implements Plan {

	}

	/**
	 * Nodes of several types by their keys.
	 *
	 * @param types one for each type; its parameter is a list of keys
	 */
	record Lookups(List<Lookup> types) implements Plan {

	}

	/**
	 * What is selected of a node.
	 *
	 * @param type the declared type
	 * @param cases one for each object type that the node may be of
	 * @param audience whether it is asked who may see the node
	 */
	record Selected(NodeType type, List<Case> cases, boolean audience) {

	}

	/**
	 * What is selected of a node of an object type.
	 *
	 * @param concrete the object type
	 * @param slots the values, each once
	 */
	record Case(NodeType.Concrete concrete, List<Slot> slots) {

	}

	/** A value in a node's row. */
	sealed interface Slot {

	}

	/** The key, from which the global id is made. */
	record Key() implements Slot {

	}

	/**
	 * A stored value.
	 *
	 * @param property which
	 */
	record Value(Property property) implements Slot {

	}

	/**
	 * The node at the end of a to-one relation.
	 *
	 * @param relation which
	 * @param node what is selected of it
	 */
	record One(Relation relation, Selected node) implements Slot {

	}

	/**
	 * A connection.
	 *
	 * @param relation which
	 * @param connection what is selected of it
	 */
	record Many(Relation relation, Connection connection) implements Slot {

	}

	/**
	 * What is selected of a connection.
	 *
	 * @param filter which elements
	 * @param orders in which order, without the key that breaks ties
	 * @param page how many from where
	 * @param total whether the count is asked for
	 * @param rows whether elements are asked for
	 * @param parts what is asked for of each element
	 * @param groups the groups that are asked for, once for each alias
	 */
	record Connection(Filter filter, List<Order> orders, Page page, boolean total, boolean rows, List<Part> parts,
			List<Groups> groups) {

	}

	/**
	 * Groups of a connection's elements.
	 *
	 * @param by what the elements of a group have in common
	 * @param measures what is computed over them
	 * @param limit the parameter with the number of groups
	 */
	record Groups(List<GroupBy> by, List<Measure> measures, String limit) {

	}

	/** What the elements of a group have in common. */
	sealed interface GroupBy {

	}

	/**
	 * A stored value.
	 *
	 * @param scope of which it is
	 * @param property which
	 */
	record ByValue(Scope scope, Property property) implements GroupBy {

	}

	/**
	 * The node at the end of a to-one relation of the node.
	 *
	 * @param relation which
	 * @param nodes what is selected of it, once for each alias
	 */
	record ByNode(Relation relation, List<Selected> nodes) implements GroupBy {

	}

	/**
	 * What is computed over the elements of a group.
	 *
	 * @param function how
	 * @param scope of which the property is
	 * @param property of which value
	 */
	record Measure(Function function, Scope scope, Property property) {

	}

	/** How values are made one. */
	enum Function {

		/** How many are known. */
		KNOWN,

		/** Their sum, in parts, so that it does not overflow. */
		SUM,

		/** The smallest. */
		MIN,

		/** The largest. */
		MAX

	}

	/**
	 * What one selection of {@code nodes} or {@code edges} asks of each element.
	 *
	 * @param nodes what is selected of the node, once for each alias
	 * @param facts the edge's facts
	 */
	record Part(List<Selected> nodes, List<Property> facts) {

	}

	/**
	 * A page.
	 *
	 * @param backwards whether it is counted from the end
	 * @param limit the parameter with one more than its size
	 * @param after parameters with the values of a cursor that it follows; null without
	 * @param before parameters with the values of a cursor that it precedes; null without
	 */
	record Page(boolean backwards, String limit, @Nullable List<String> after, @Nullable List<String> before) {

	}

	/**
	 * One thing to order by.
	 *
	 * @param path to-one relations to follow first
	 * @param scope of which the property is
	 * @param property the value
	 * @param descending whether the largest comes first
	 */
	record Order(List<Relation> path, Scope scope, Property property, boolean descending) {

	}

	/** Of what a property is. */
	enum Scope {

		/** The node. */
		NODE,

		/** The relationship that leads to it. */
		EDGE

	}

}
