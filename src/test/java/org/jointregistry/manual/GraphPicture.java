package org.jointregistry.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.EnumValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

/**
 * The graph as the schema declares it: labels, and relationships between them.
 *
 * @param ties by type, the relationships that its fields follow
 * @param kinds by interface that relationships lead to, the types that have it
 */
record GraphPicture(Map<String, List<Tie>> ties, Map<String, List<String>> kinds) {

	private static final int ROW = 26;

	private static final int BOX = 190;

	private static final int GAP = 230;

	/**
	 * Reads the files in {@code schema}.
	 * @return the graph
	 * @throws IOException if a file cannot be read
	 */
	static GraphPicture read() throws IOException {
		TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
		try (Stream<Path> files = Files.list(Path.of("schema"))) {
			for (Path file : files.sorted().toList()) {
				schema.merge(new SchemaParser().parse(Files.readString(file)));
			}
		}
		Map<String, List<Tie>> ties = new TreeMap<>();
		Map<String, List<String>> kinds = new TreeMap<>();
		for (ObjectTypeDefinition type : schema.getTypes(ObjectTypeDefinition.class)) {
			if (type.hasDirective("node")) {
				List<Tie> found = new ArrayList<>();
				type.getFieldDefinitions()
					.stream()
					.filter((field) -> field.hasDirective("relationship"))
					.forEach((field) -> found.add(Tie.of(field)));
				ties.put(type.getName(), found);
				type.getImplements()
					.forEach((of) -> kinds.computeIfAbsent(((TypeName) of).getName(), (name) -> new ArrayList<>())
						.add(type.getName()));
			}
		}
		kinds.keySet()
			.removeIf((name) -> ties.values()
				.stream()
				.flatMap(List::stream)
				.noneMatch((tie) -> tie.target().equals(name)));
		return new GraphPicture(ties, kinds);
	}

	/**
	 * One type with what is tied to it.
	 * @param type its name
	 * @return an image in SVG: on the left what leads to it, on the right what it leads
	 * to
	 */
	String around(String type) {
		List<Tie> all = this.ties.getOrDefault(type, List.of());
		List<Tie> in = all.stream().filter((tie) -> !tie.out()).toList();
		List<Tie> out = all.stream().filter(Tie::out).toList();
		int height = Math.max(1, Math.max(in.size(), out.size())) * ROW + 10;
		Svg svg = new Svg(3 * BOX + 2 * GAP, height, type + " and what is tied to it");
		int middle = height / 2;
		for (int row = 0; row < in.size(); row++) {
			int y = 5 + ROW / 2 + row * ROW + (height - 10 - in.size() * ROW) / 2;
			svg.line(BOX, y, BOX + GAP, middle);
			side(svg, 0, y, in.get(row), BOX + 8, false);
		}
		for (int row = 0; row < out.size(); row++) {
			int y = 5 + ROW / 2 + row * ROW + (height - 10 - out.size() * ROW) / 2;
			svg.line(2 * BOX + GAP, middle, 2 * BOX + 2 * GAP, y);
			side(svg, 2 * BOX + 2 * GAP, y, out.get(row), 2 * BOX + 2 * GAP - 8, true);
		}
		svg.box(BOX + GAP, middle - ROW / 2 + 2, BOX, ROW - 4, type, "#" + type, true);
		return svg.text();
	}

	private static void side(Svg svg, int x, int y, Tie tie, int label, boolean before) {
		svg.box(x, y - ROW / 2 + 2, BOX, ROW - 4, tie.target(), "#" + tie.target(), false);
		svg.label(label, y - 3, tie.relationship(), before);
	}

	/**
	 * All types in a circle.
	 * @return an image in SVG
	 */
	String whole() {
		List<String> types = List.copyOf(this.ties.keySet());
		Svg svg = new Svg(900, 900, "All types and relationships");
		for (int from = 0; from < types.size(); from++) {
			for (String target : new TreeSet<>(outgoing(types.get(from)))) {
				int to = types.indexOf(target);
				if (to >= 0) {
					svg.chord(angle(from, types.size()), angle(to, types.size()), 300);
				}
			}
		}
		for (int place = 0; place < types.size(); place++) {
			svg.onCircle(angle(place, types.size()), 306, types.get(place), "#" + types.get(place));
		}
		return svg.text();
	}

	private List<String> outgoing(String type) {
		return this.ties.getOrDefault(type, List.of()).stream().filter(Tie::out).map(Tie::target).toList();
	}

	private static double angle(int place, int of) {
		return 2 * Math.PI * place / of;
	}

	/**
	 * A relationship that a field follows.
	 *
	 * @param relationship its type
	 * @param target the type at the other end: an object type or an interface
	 * @param out whether it leads there
	 */
	record Tie(String relationship, String target, boolean out) {

		private static Tie of(FieldDefinition field) {
			Directive relationship = field.getDirectives("relationship").getFirst();
			Type<?> type = field.getType();
			while (!(type instanceof TypeName)) {
				type = (type instanceof NonNullType some) ? some.getType() : ((ListType) type).getType();
			}
			return new Tie(value(relationship, "type"), ((TypeName) type).getName(),
					value(relationship, "direction").equals("OUT"));
		}

		private static String value(Directive directive, String argument) {
			Value<?> value = directive.getArgument(argument).getValue();
			return String
				.valueOf((value instanceof EnumValue name) ? name.getName() : ((StringValue) value).getValue());
		}

	}

}
