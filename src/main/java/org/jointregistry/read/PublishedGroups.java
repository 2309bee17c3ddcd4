package org.jointregistry.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The types of a connection's groups: what they may be grouped by, what their elements
 * have in common, and the sums, averages and bounds of their values, as SDL.
 */
final class PublishedGroups {

	private final GraphModel model;

	private final StringBuilder sdl;

	private final Set<String> written;

	/**
	 * Writes the types of groups behind others.
	 * @param model the mapping
	 * @param sdl what is written to
	 * @param written names that are written already; completed
	 */
	PublishedGroups(GraphModel model, StringBuilder sdl, Set<String> written) {
		this.model = model;
		this.sdl = sdl;
		this.written = written;
	}

	/**
	 * The field of a connection that gives its groups.
	 * @param stem the stem of the connection's types' names
	 * @return the definition of a field
	 */
	static String field(String stem) {
		return """
				  \"""
				  The whole list that the viewer sees, under `where` and whatever the page, as groups whose elements
				  have in common what it is grouped by; one group of all where it is grouped by nothing. In the order
				  of what they have in common, what is unknown last. Where their counts add up to less than `totalCount`,
				  there are more groups. Every element counts, also one that another takes the place of: `where` says
				  what is meant.
				  \"""
				  groups(
				    "What the elements of a group have in common: at most 8 things."
				    by: [%1$sGroupBy!]! = []
				    "How many groups at most, from 1 to 500."
				    first: Int! = 500
				  ): [%1$sGroup!]!
				"""
			.formatted(stem);
	}

	/**
	 * Writes the types of the groups of a connection.
	 * @param stem the stem of the connection's types' names
	 * @param target name of the nodes' type
	 * @param facts the interface of its edges' facts; null where they carry none
	 */
	void write(String stem, String target, @Nullable String facts) {
		of(target, this.model.node(target).fields().values());
		if (facts != null) {
			of(facts, this.model.facts(facts));
			both(stem, target, facts);
		}
		group(stem);
	}

	private void group(String stem) {
		String sums = this.written.contains(stem + "Numbers")
				? """
						  \"""Sums of what is known and the viewer may see; null where that is nothing.\"""
						  sum: %1$sNumbers!
						  \"""Averages of what is known and the viewer may see, rounded to 4 decimals; null where that is nothing.\"""
						  average: %1$sNumbers!
						"""
					.formatted(stem)
				: "";
		String bounds = this.written.contains(stem + "Bounds") ? """
				  \"""The smallest and earliest of what is known and the viewer may see; null where that is nothing.\"""
				  min: %1$sBounds!
				  \"""The largest and latest of what is known and the viewer may see; null where that is nothing.\"""
				  max: %1$sBounds!
				""".formatted(stem) : "";
		this.sdl.append("""
				\"""Elements of a list that have something in common, of those that the viewer sees.\"""
				type %1$sGroup {
				  \"""What they have in common.\"""
				  key: %1$sGroupKey!
				  \"""How many they are.\"""
				  count: Int!
				%2$s%3$s}
				""".formatted(stem, sums, bounds));
	}

	/**
	 * What objects of a type, or edges that carry its facts, are grouped by and measured
	 * in.
	 */
	private void of(String type, Collection<? extends MappedField> declared) {
		if (!this.written.add(type + "GroupBy")) {
			return;
		}
		List<MappedField> fields = new ArrayList<>(declared);
		fields.sort(Comparator.comparing(MappedField::name));
		List<MappedField> keys = fields.stream().filter(Grouping::isKey).toList();
		define("enum " + type + "GroupBy", "What a list may be grouped by.", keys.stream()
			.map((field) -> "\"\"\"By its `%s`.\"\"\"\n%s".formatted(field.name(), Grouping.constant(field))));
		define("type " + type + "GroupKey",
				"What the elements of a group have in common; null where the list is not grouped by it, and where it is unknown or not for the viewer.",
				keys.stream().map((field) -> field(field, scalar(field))));
		numbers(type + "Numbers", fields.stream().filter(Grouping::isNumber).toList(), "Decimal");
		numbers(type + "Bounds", fields.stream().filter(Grouping::isBounded).toList(), null);
	}

	private void numbers(String name, List<MappedField> fields, @Nullable String scalar) {
		if (!fields.isEmpty() && this.written.add(name)) {
			define("type " + name, "Values computed over the elements of a group.",
					fields.stream().map((field) -> measured(field, (scalar != null) ? scalar : scalar(field))));
		}
	}

	private static String field(MappedField field, String type) {
		return "\"\"\"Of its `%1$s`.\"\"\"\n%1$s: %2$s".formatted(field.name(), type);
	}

	private static String measured(MappedField field, String type) {
		String currency = (field instanceof Property property) ? property.currency() : null;
		return (currency != null) ? """
				\"""Of its `%1$s`, within one currency only: the list must be grouped by its `%3$s` too.\"""
				%1$s: %2$s""".formatted(field.name(), type, currency) : field(field, type);
	}

	private static String scalar(MappedField field) {
		return switch (field) {
			case Property property -> property.scalar();
			case Relation relation -> relation.target();
		};
	}

	private void both(String stem, String target, String facts) {
		define("input " + stem + "GroupBy @oneOf", "One thing to group by.",
				Stream.of("\"\"\"Something of the object at its end.\"\"\"\nnode: " + target + "GroupBy",
						"\"\"\"One of its facts.\"\"\"\nedge: " + facts + "GroupBy"));
		each(stem, "GroupKey", "What the elements of a group have in common.", target, facts);
		each(stem, "Numbers", "Values computed over the elements of a group.", target, facts);
		each(stem, "Bounds", "Values computed over the elements of a group.", target, facts);
	}

	private void each(String stem, String suffix, String description, String target, String facts) {
		List<String> parts = Stream.of("node: " + target + suffix, "edge: " + facts + suffix)
			.filter((part) -> suffix.equals("GroupKey") || this.written.contains(part.substring("node: ".length())))
			.map((part) -> "\"\"\"%s\"\"\"\n%s!"
				.formatted(part.startsWith("node") ? "Of the object at its end." : "Of its facts.", part))
			.toList();
		if (!parts.isEmpty() && this.written.add(stem + suffix)) {
			define("type " + stem + suffix, description, parts.stream());
		}
	}

	private void define(String head, String description, Stream<String> parts) {
		this.sdl.append(
				"\"\"\"%s\"\"\"\n%s {\n%s\n}\n".formatted(description, head, parts.collect(Collectors.joining("\n"))));
	}

}
