package org.jointregistry.read;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import org.jspecify.annotations.Nullable;

/**
 * The types that the registry publishes for its mapped types: connections, filters and
 * orders, as SDL.
 */
final class PublishedTypes {

	private static final Comparator<MappedField> BY_NAME = Comparator.comparing(MappedField::name);

	private final GraphModel model;

	private final StringBuilder sdl = new StringBuilder();

	private final Set<String> written = new LinkedHashSet<>();

	private final PublishedGroups groups;

	PublishedTypes(GraphModel model) {
		this.model = model;
		this.groups = new PublishedGroups(model, this.sdl, this.written);
	}

	/**
	 * The object types that are published beside the mapped types themselves.
	 * @return their names
	 */
	Set<String> names() {
		return new SchemaParser().parse(sdl())
			.getTypes(ObjectTypeDefinition.class)
			.stream()
			.map(ObjectTypeDefinition::getName)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Everything that is published beside the mapped types themselves.
	 * @return definitions in the schema definition language
	 */
	String sdl() {
		for (NodeType type : this.model.nodes().values()) {
			if (type.plural() != null) {
				connection(type.name(), type.name(), null);
				root(type);
			}
			type.fields().values().stream().sorted(BY_NAME).forEach((field) -> {
				if (field instanceof Relation relation) {
					relation(relation);
				}
			});
		}
		return this.sdl.toString();
	}

	private void root(NodeType type) {
		this.sdl.append("""
				extend type Query {
				  \"""All %s that the viewer sees; null where the request for them is wrong.\"""
				  %s%s: %sConnection
				}
				""".formatted(words(String.valueOf(type.plural())), type.plural(), arguments(type.name()),
				type.name()));
	}

	/**
	 * The arguments of a connection.
	 * @param stem the stem of its types' names
	 * @return the arguments in brackets
	 */
	static String arguments(String stem) {
		return """
				(
				    "Which of them; all where null."
				    where: %1$sWhere
				    "In which order; by key where null, and where the order leaves a tie."
				    orderBy: [%1$sOrder!]
				    "How many from the start, from 1 to 500; 50 where neither `first` nor `last` is given."
				    first: Int
				    "Only what follows the edge with this cursor."
				    after: String
				    "How many from the end, from 1 to 500."
				    last: Int
				    "Only what precedes the edge with this cursor."
				    before: String
				  )""".formatted(stem);
	}

	private void relation(Relation relation) {
		NodeType target = this.model.node(relation.target());
		if (relation.many()) {
			connection(relation.typeStem(), target.name(), relation.facts());
		}
		else {
			where(target.name());
			order(target.name());
		}
	}

	private void connection(String stem, String target, @Nullable String facts) {
		if (!this.written.add(stem + "Connection")) {
			return;
		}
		page(stem, target, facts);
		this.groups.write(stem, target, facts);
		where(target);
		order(target);
		if (facts != null) {
			factsWhere(stem, target, facts);
			factsOrder(stem, target, facts);
		}
		relationFilter(stem);
	}

	private void page(String stem, String target, @Nullable String facts) {
		this.sdl.append("""
				\"""A page of a list, with the facts of each edge.\"""
				type %1$sConnection {
				  \"""The edges of the page, in the order asked for.\"""
				  edges: [%1$sEdge!]!
				  \"""The nodes of the page: each edge's `node`.\"""
				  nodes: [%2$s!]!
				  \"""Where the page stands in the list.\"""
				  pageInfo: PageInfo!
				  \"""How many the whole list has that the viewer sees, under `where` and whatever the page.\"""
				  totalCount: Int!
				%4$s}
				\"""One element of a list.\"""
				type %1$sEdge%3$s {
				  \"""Opaque; for `after` and `before` of the same field with the same arguments.\"""
				  cursor: String!
				  \"""The element.\"""
				  node: %2$s!
				}
				""".formatted(stem, target, (facts != null) ? " implements Fact & " + facts : "",
				PublishedGroups.field(stem)));
	}

	private void relationFilter(String stem) {
		this.sdl.append("""
				\"""What is asked of the elements of a list that the viewer sees.\"""
				input %1$sRelationFilter {
				  \"""At least one is so.\"""
				  some: %1$sWhere
				  \"""None is so.\"""
				  none: %1$sWhere
				  \"""Each one is so; true of an empty list.\"""
				  every: %1$sWhere
				}
				""".formatted(stem));
	}

	private void where(String type) {
		if (!this.written.add(type + "Where")) {
			return;
		}
		StringJoiner fields = new StringJoiner("\n");
		fields.add("  \"\"\"By global id.\"\"\"\n  id: IdFilter");
		search(this.model.node(type), fields);
		this.model.node(type).fields().values().stream().sorted(BY_NAME).forEach((field) -> {
			String filter = switch (field) {
				case Property property -> filter(property);
				case Relation relation when relation.many() -> relation.typeStem() + "RelationFilter";
				case Relation relation -> relation.target() + "Where";
			};
			fields.add("  \"\"\"By its `%1$s`.\"\"\"\n  %1$s: %2$s".formatted(field.name(), filter));
		});
		input(type + "Where", "What is asked of an object; every condition given must hold.",
				fields + "\n" + logic(type));
	}

	private static void search(NodeType type, StringJoiner fields) {
		if (!type.searched().isEmpty()) {
			fields.add("""
					\"""
					Each word of the text begins a word of %s: `lodz` finds `Łódź`. Capital and small letters are
					alike, and so are letters with and without accents. A text without letters and digits finds
					nothing; one has at most %d characters and %d words.
					\"""
					search: String""".formatted(names(type), SearchText.MOST_CHARACTERS, SearchText.MOST_WORDS));
		}
	}

	private static String names(NodeType type) {
		return type.isAbstract() ? "the names, titles or acronyms that its type is found by"
				: type.searched().stream().map("`%s`"::formatted).collect(Collectors.joining(" or ", "its ", ""));
	}

	private void factsWhere(String stem, String target, String facts) {
		where(target);
		if (this.written.add(facts + "Where")) {
			StringJoiner fields = new StringJoiner("\n");
			properties(facts).values()
				.stream()
				.sorted(BY_NAME)
				.forEach((property) -> fields
					.add("  \"\"\"By its `%1$s`.\"\"\"\n  %1$s: %2$s".formatted(property.name(), filter(property))));
			input(facts + "Where", "What is asked of the facts of an edge; every condition given must hold.",
					fields + "\n" + logic(facts));
		}
		input(stem + "Where", "What is asked of an edge; every condition given must hold.", """
				  \"""Of the object at its end.\"""
				  node: %sWhere
				  \"""Of its facts.\"""
				  edge: %sWhere
				%s""".formatted(target, facts, logic(stem)));
	}

	private static String logic(String stem) {
		return """
				\"""Each of these holds.\"""
				and: [%1$sWhere!]
				\"""At least one of these holds.\"""
				or: [%1$sWhere!]
				\"""This does not hold.\"""
				not: %1$sWhere""".formatted(stem);
	}

	private void order(String type) {
		if (!this.written.add(type + "Order")) {
			return;
		}
		StringJoiner fields = new StringJoiner("\n");
		this.model.node(type).fields().values().stream().sorted(BY_NAME).forEach((field) -> {
			if (field instanceof Relation relation && !relation.many()) {
				fields.add("  \"\"\"By a field of its `%1$s`.\"\"\"\n  %1$s: %2$sOrder".formatted(relation.name(),
						relation.target()));
			}
			else if (field instanceof Property property && !property.list()) {
				fields.add("  \"\"\"By its `%1$s`.\"\"\"\n  %1$s: SortDirection".formatted(property.name()));
			}
		});
		input(type + "Order @oneOf", "One thing to order by.", fields.toString());
	}

	private void factsOrder(String stem, String target, String facts) {
		if (this.written.add(facts + "Order")) {
			StringJoiner fields = new StringJoiner("\n");
			properties(facts).values()
				.stream()
				.sorted(BY_NAME)
				.filter((property) -> !property.list())
				.forEach((property) -> fields
					.add("  \"\"\"By its `%1$s`.\"\"\"\n  %1$s: SortDirection".formatted(property.name())));
			input(facts + "Order @oneOf", "One fact to order by.", fields.toString());
		}
		input(stem + "Order @oneOf", "One thing to order by.", """
				\"""By a field of the object at its end.\"""
				node: %sOrder
				\"""By one of its facts.\"""
				edge: %sOrder""".formatted(target, facts));
	}

	private Map<String, Property> properties(String facts) {
		return this.model.facts().getOrDefault(facts, Map.of());
	}

	private void input(String name, String description, String fields) {
		this.sdl.append("\"\"\"%s\"\"\"\ninput %s {\n%s\n}\n".formatted(description, name, fields));
	}

	private String filter(Property property) {
		if (property.list()) {
			return "StringListFilter";
		}
		String filter = FilterKind.of(property.scalar(), this.model).filterType(property.scalar());
		if (this.model.isEnum(property.scalar()) && this.written.add(filter)) {
			input(filter, "What is asked of a value; every condition given must hold.", """
					\"""Is the value.\"""
					eq: %1$s
					\"""Is one of the values.\"""
					in: [%1$s!]
					\"""Is unknown or not for the viewer (true), or is neither (false).\"""
					isNull: Boolean""".formatted(property.scalar()));
		}
		return filter;
	}

	private static String words(String camelCase) {
		return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
	}

}
