package org.jointregistry.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import graphql.schema.GraphQLNamedType;

/**
 * What the first page tells: every type in a sentence.
 *
 * @param groups types of one kind each
 */
record IndexPage(List<Group> groups) {

	static IndexPage of(List<GraphQLNamedType> types) {
		return new IndexPage(Arrays.stream(Kind.values())
			.map((kind) -> new Group(kind.heading(), entries(types, kind)))
			.filter((group) -> !group.types().isEmpty())
			.toList());
	}

	private static List<Entry> entries(List<GraphQLNamedType> types, Kind kind) {
		return types.stream()
			.filter((type) -> Kind.of(type) == kind)
			.map((type) -> new Entry(type.getName(), Prose.summary(type.getDescription())))
			.sorted(Comparator.comparing(Entry::name))
			.toList();
	}

	/**
	 * The types of one kind.
	 *
	 * @param heading the kind's name
	 * @param types in the order of their names
	 */
	record Group(String heading, List<Entry> types) {

	}

	/**
	 * A type.
	 *
	 * @param name its name
	 * @param prose its description's first sentence
	 */
	record Entry(String name, Prose prose) {

	}

}
