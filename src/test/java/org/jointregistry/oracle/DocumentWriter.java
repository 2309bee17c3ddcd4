package org.jointregistry.oracle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a request as a document and its variables. Every second argument becomes a
 * variable.
 */
final class DocumentWriter {

	private static final JsonMapper JSON = new JsonMapper();

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder fragments = new StringBuilder();

	private final StringJoiner declared = new StringJoiner(", ", "(", ")").setEmptyValue("");

	private final Map<String, Object> variables = new LinkedHashMap<>();

	private int arguments;

	private int names;

	private DocumentWriter() {
	}

	static Document write(Request request) {
		DocumentWriter writer = new DocumentWriter();
		request.roots().forEach(writer::root);
		return new Document("query Asked%s {\n%s}\n%s".formatted(writer.declared, writer.text, writer.fragments),
				writer.variables);
	}

	private void root(Request.Root root) {
		switch (root) {
			case Request.All all -> connection(all.alias(), all.field(), all.connection(), this.text);
			case Request.One one -> {
				this.text.append(one.alias()).append(": node(id: ").append(value("ID!", one.id())).append(")");
				picks(one.picks(), this.text);
			}
			case Request.Several several -> {
				this.text.append(several.alias()).append(": nodes(ids: ");
				this.text.append(value("[ID!]!", several.ids())).append(")");
				picks(several.picks(), this.text);
			}
		}
	}

	private void connection(String alias, String field, Request.Connection connection, StringBuilder out) {
		StringJoiner given = new StringJoiner(", ", "(", ")").setEmptyValue("");
		argument(given, "where", connection.stem() + "Where", connection.where());
		argument(given, "orderBy", "[" + connection.stem() + "Order!]", connection.orderBy());
		argument(given, "first", "Int", connection.page().first());
		argument(given, "after", "String", connection.page().after());
		argument(given, "last", "Int", connection.page().last());
		argument(given, "before", "String", connection.page().before());
		out.append(alias).append(": ").append(field).append(given).append(" {\n");
		connection.parts().forEach((part) -> part(part, out));
		out.append("}\n");
	}

	private void part(Request.Part part, StringBuilder out) {
		switch (part) {
			case Request.Total total -> out.append(total.alias()).append(": totalCount\n");
			case Request.Info info ->
				out.append(info.alias()).append(": pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n");
			case Request.Nodes nodes -> {
				out.append(nodes.alias()).append(": nodes");
				picks(nodes.picks(), out);
			}
			case Request.Edges edges -> edges(edges, out);
			case Request.Groups groups -> groups(groups, out);
		}
	}

	private void groups(Request.Groups groups, StringBuilder out) {
		StringJoiner given = new StringJoiner(", ", "(", ")").setEmptyValue("");
		given.add("by: " + literal(groups.by().stream().map(Request.GroupBy::written).toList()));
		argument(given, "first", "Int!", groups.first());
		out.append(groups.alias()).append(": groups").append(given).append(" {\n");
		out.append(groups.count()).append(": count\n");
		for (Request.Computed computed : groups.computed()) {
			out.append(computed.alias()).append(": ").append(computed.part());
			if (computed.end() != null) {
				out.append(" { ").append(computed.end());
			}
			out.append(" {\n");
			computed.picks().forEach((pick) -> pick(pick, out));
			out.append((computed.end() != null) ? "} }\n" : "}\n");
		}
		out.append("}\n");
	}

	private void edges(Request.Edges edges, StringBuilder out) {
		out.append(edges.alias()).append(": edges {\n__typename\n");
		if (edges.cursor() != null) {
			out.append(edges.cursor()).append(": cursor\n");
		}
		if (edges.node() != null) {
			out.append(edges.node()).append(": node");
			picks(edges.picks(), out);
		}
		edges.facts().forEach((fact) -> pick(fact, out));
		out.append("}\n");
	}

	private void picks(List<Request.Pick> picks, StringBuilder out) {
		out.append(" {\n__typename\n");
		picks.forEach((pick) -> pick(pick, out));
		out.append("}\n");
	}

	private void pick(Request.Pick pick, StringBuilder out) {
		switch (pick) {
			case Request.Leaf leaf -> out.append(leaf.alias()).append(": ").append(leaf.field()).append("\n");
			case Request.ToOne one -> {
				out.append(one.alias()).append(": ").append(one.field());
				picks(one.picks(), out);
			}
			case Request.ToMany many -> connection(many.alias(), many.field(), many.connection(), out);
			case Request.Fragment fragment -> fragment(fragment, out);
		}
	}

	private void fragment(Request.Fragment fragment, StringBuilder out) {
		String directive = directive(fragment.skipped());
		if (fragment.named() && fragment.on() != null) {
			String name = "F" + this.names++;
			out.append("... ").append(name).append(directive).append("\n");
			StringBuilder definition = new StringBuilder("fragment " + name + " on " + fragment.on());
			picks(fragment.picks(), definition);
			this.fragments.append(definition);
		}
		else {
			out.append("...").append((fragment.on() != null) ? " on " + fragment.on() : "").append(directive);
			picks(fragment.picks(), out);
		}
	}

	private String directive(@Nullable Boolean skipped) {
		if (skipped == null) {
			return "";
		}
		return this.names++ % 2 == 0 ? " @include(if: %s)".formatted(value("Boolean!", !skipped))
				: " @skip(if: %s)".formatted(value("Boolean!", skipped));
	}

	private void argument(StringJoiner given, String name, String type, @Nullable Object value) {
		if (value != null) {
			given.add(name + ": " + value(type, value));
		}
	}

	private String value(String type, Object value) {
		if (this.arguments++ % 2 == 0) {
			return literal(value);
		}
		String name = "v" + this.variables.size();
		this.variables.put(name, plain(value));
		this.declared.add("$%s: %s".formatted(name, type));
		return "$" + name;
	}

	private static String literal(Object value) {
		return switch (value) {
			case Request.Name name -> name.value();
			case Map<?, ?> map -> {
				StringJoiner fields = new StringJoiner(", ", "{", "}");
				map.forEach((key, element) -> fields.add(key + ": " + literal(element)));
				yield fields.toString();
			}
			case Collection<?> list -> {
				StringJoiner elements = new StringJoiner(", ", "[", "]");
				list.forEach((element) -> elements.add(literal(element)));
				yield elements.toString();
			}
			default -> JSON.writeValueAsString(value);
		};
	}

	private static Object plain(Object value) {
		return switch (value) {
			case Request.Name name -> name.value();
			case Map<?, ?> map -> {
				Map<Object, Object> plain = new LinkedHashMap<>();
				map.forEach((key, element) -> plain.put(key, plain(element)));
				yield plain;
			}
			case Collection<?> list -> list.stream().map(DocumentWriter::plain).toList();
			default -> value;
		};
	}

	/**
	 * A request as it is sent.
	 *
	 * @param text in GraphQL
	 * @param variables values by name
	 */
	record Document(String text, Map<String, Object> variables) {

	}

}
