package org.jointregistry.oracle;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks, apart from how it is written.
 *
 * @param roots the fields at the root
 */
record Request(List<Root> roots) {

	/** A field at the root. */
	sealed interface Root {

		String alias();

	}

	/**
	 * The connection of all nodes of a type.
	 *
	 * @param alias key in the answer
	 * @param field name of the field
	 * @param connection what is asked of it
	 */
	record All(String alias, String field, Connection connection) implements Root {

	}

	/**
	 * One node.
	 *
	 * @param alias key in the answer
	 * @param id global id, or any text
	 * @param picks what is asked of it
	 */
	record One(String alias, String id, List<Pick> picks) implements Root {

	}

	/**
	 * Several nodes.
	 *
	 * @param alias key in the answer
	 * @param ids global ids, or any texts
	 * @param picks what is asked of each
	 */
	record Several(String alias, List<String> ids, List<Pick> picks) implements Root {

	}

	/**
	 * A field at the root that a directive leaves out.
	 *
	 * @param root the field
	 */
	record RootLeftOut(Root root) implements Root {

		@Override
		public String alias() {
			return this.root.alias();
		}

	}

	/** Something asked of a node. */
	sealed interface Pick {

	}

	/**
	 * The type's name, the global id or a scalar.
	 *
	 * @param alias key in the answer
	 * @param field name of the field
	 */
	record Leaf(String alias, String field) implements Pick {

	}

	/**
	 * A to-one relation.
	 *
	 * @param alias key in the answer
	 * @param field name of the field
	 * @param picks what is asked of its node
	 */
	record ToOne(String alias, String field, List<Pick> picks) implements Pick {

	}

	/**
	 * A list relation.
	 *
	 * @param alias key in the answer
	 * @param field name of the field
	 * @param connection what is asked of it
	 */
	record ToMany(String alias, String field, Connection connection) implements Pick {

	}

	/**
	 * A fragment.
	 *
	 * @param on type condition; null for none, which is written in place only
	 * @param named whether it is written as a definition
	 * @param skipped null without a directive; else whether one leaves it out
	 * @param picks what it asks
	 */
	record Fragment(@Nullable String on, boolean named, @Nullable Boolean skipped, List<Pick> picks) implements Pick {

		boolean appliesTo(Sdl.Type type) {
			boolean fits = this.on == null || this.on.equals(type.name()) || type.interfaces().contains(this.on);
			return fits && !Boolean.TRUE.equals(this.skipped);
		}

	}

	/**
	 * What is asked of a connection.
	 *
	 * @param coordinates type and field
	 * @param target type of its nodes
	 * @param facts interface of its edges' facts; null without
	 * @param where filter as clients write it; null without
	 * @param orderBy order as clients write it; null without
	 * @param page which part of the list
	 * @param parts what is asked of it
	 */
	record Connection(String coordinates, String target, @Nullable String facts, @Nullable Map<String, Object> where,
			@Nullable List<Map<String, Object>> orderBy, Page page, List<Part> parts) {

		/** The name that the types of its arguments begin with. */
		String stem() {
			return this.target + ((this.facts != null) ? this.facts : "");
		}

		Connection with(Page page) {
			return new Connection(this.coordinates, this.target, this.facts, this.where, this.orderBy, page,
					this.parts);
		}

		Connection where(@Nullable Map<String, Object> where) {
			return new Connection(this.coordinates, this.target, this.facts, where, this.orderBy, this.page,
					this.parts);
		}

		Connection orderBy(@Nullable List<Map<String, Object>> orderBy) {
			return new Connection(this.coordinates, this.target, this.facts, this.where, orderBy, this.page,
					this.parts);
		}

		Connection with(List<Part> parts) {
			return new Connection(this.coordinates, this.target, this.facts, this.where, this.orderBy, this.page,
					parts);
		}

	}

	/**
	 * The arguments of a page.
	 *
	 * @param first how many from the start; null without
	 * @param after a cursor; null without
	 * @param last how many from the end; null without
	 * @param before a cursor; null without
	 */
	record Page(@Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {

		static final Page WHOLE = new Page(null, null, null, null);

	}

	/** Something asked of a connection. */
	sealed interface Part {

	}

	/** The whole list's length. */
	record Total(String alias) implements Part {

	}

	/** Where the page stands, all of it. */
	record Info(String alias) implements Part {

	}

	/**
	 * Something that a directive leaves out.
	 *
	 * @param part what would be asked
	 */
	record PartLeftOut(Part part) implements Part {

	}

	/** The page's nodes. */
	record Nodes(String alias, List<Pick> picks) implements Part {

	}

	/**
	 * The page's edges.
	 *
	 * @param alias key in the answer
	 * @param cursor key of the cursor; null where it is not asked for
	 * @param node key of the node; null where it is not asked for
	 * @param picks what is asked of the node
	 * @param facts what is asked of the edge
	 * @param within type condition of a fragment around the facts; null without
	 */
	record Edges(String alias, @Nullable String cursor, @Nullable String node, List<Pick> picks, List<Leaf> facts,
			@Nullable String within) implements Part {

	}

	/**
	 * The list's groups.
	 *
	 * @param alias key in the answer
	 * @param stem what the types of its arguments begin with
	 * @param by what it is grouped by
	 * @param first how many; null without
	 * @param count key of the number of elements
	 * @param computed what else is asked of each
	 */
	record Groups(String alias, String stem, List<GroupBy> by, @Nullable Integer first, String count,
			List<Computed> computed) implements Part {

	}

	/**
	 * Something to group by.
	 *
	 * @param end {@code node} or {@code edge} where edges carry facts; null elsewhere
	 * @param field name of the field
	 */
	record GroupBy(@Nullable String end, String field) {

		/** As clients write it. */
		Object written() {
			StringBuilder constant = new StringBuilder();
			for (char letter : this.field.toCharArray()) {
				constant.append(Character.isUpperCase(letter) ? "_" : "").append(Character.toUpperCase(letter));
			}
			Name name = new Name(constant.toString());
			return (this.end != null) ? Map.of(this.end, name) : name;
		}

	}

	/**
	 * Values of a group.
	 *
	 * @param alias key in the answer
	 * @param part {@code key}, {@code sum}, {@code average}, {@code min} or {@code max}
	 * @param end {@code node} or {@code edge} where edges carry facts; null elsewhere
	 * @param picks what is asked
	 */
	record Computed(String alias, String part, @Nullable String end, List<Pick> picks) {

	}

	/** The name of an enum's value in a filter or an order. */
	record Name(String value) {

	}

	/**
	 * A part of a filter that is written as a variable.
	 *
	 * @param type as it is declared
	 * @param value of the variable
	 */
	record Variable(String type, Object value) {

	}

}
