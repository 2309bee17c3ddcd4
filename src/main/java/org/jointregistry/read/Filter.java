package org.jointregistry.read;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of an element, as a part of a {@link Plan}: without any value, which its
 * parameters name.
 */
sealed interface Filter {

	/**
	 * Whether it leaves only nodes whose keys are given, so that an index finds them.
	 * @return true where a key is compared with given ones
	 */
	default boolean namesKey() {
		return switch (this) {
			case All all -> all.filters().stream().anyMatch(Filter::namesKey);
			case Compare compare -> compare.scope() == Plan.Scope.NODE && compare.property().name().equals("key")
					&& (compare.operator() == Operator.EQ || compare.operator() == Operator.IN);
			case Identity _ -> true;
			case Any _, KeyBound _, Not _, Related _, Search _ -> false;
		};
	}

	/**
	 * A search that everything it leaves is found by, so that an index on words finds it.
	 * @return null where there is none
	 */
	default @Nullable Search search() {
		return switch (this) {
			case All all ->
				all.filters().stream().map(Filter::search).filter(Objects::nonNull).findFirst().orElse(null);
			case Search search -> search;
			case Any _, Compare _, Identity _, KeyBound _, Not _, Related _ -> null;
		};
	}

	/** All of these hold; true of none. */
	record All(List<Filter> filters) implements Filter {

	}

	/** One of these holds; false of none. */
	record Any(List<Filter> filters) implements Filter {

	}

	/** This does not hold. */
	record Not(Filter filter) implements Filter {

	}

	/** A stored value compares to a parameter. */
	record Compare(Plan.Scope scope, Property property, Operator operator, String parameter) implements Filter {

	}

	/**
	 * The node's key lies on one side of a parameter whose letters are all of ASCII: code
	 * points and code units order it alike, so that an index may find the keys.
	 */
	record KeyBound(Operator operator, String parameter) implements Filter {

	}

	/**
	 * The node is one of a parameter's.
	 *
	 * @param keys the parameter with a list of keys
	 * @param typed the parameter with a list of type and key in one text; null where the
	 * nodes are of one type
	 */
	record Identity(String keys, @Nullable String typed) implements Filter {

	}

	/**
	 * Each word of a text begins a word of the node's names.
	 *
	 * @param words the parameter with the list of words
	 * @param longest the parameter with the longest of them
	 */
	record Search(String words, String longest) implements Filter {

	}

	/** Elements of a relation that the viewer sees. */
	record Related(Relation relation, Quantifier quantifier, Filter filter) implements Filter {

	}

	/** How many of a relation's elements. */
	enum Quantifier {

		/** At least one. */
		SOME,

		/** Not one. */
		NONE,

		/** Every one. */
		EVERY

	}

	/** How a value compares to a parameter; by the name of the input's field. */
	enum Operator {

		/** Equal. */
		EQ,

		/** One of. */
		IN,

		/** Less. */
		LT,

		/** Less or equal. */
		LTE,

		/** Greater. */
		GT,

		/** Greater or equal. */
		GTE,

		/** Contains, whatever the case. */
		CONTAINS,

		/** Starts with, whatever the case. */
		STARTSWITH,

		/** Is null as the parameter says. */
		ISNULL,

		/** Has as an element. */
		INCLUDES;

		/**
		 * Whether values lie on one side of the parameter.
		 * @return true for less and greater, with or without equal
		 */
		boolean isBound() {
			return this == LT || this == LTE || this == GT || this == GTE;
		}

	}

}
