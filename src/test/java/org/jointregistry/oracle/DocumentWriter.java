package org.jointregistry.oracle;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/**
 * Writes a request as a document and its variables, in all the ways that GraphQL has for
 * saying the same: variables, fragments, directives, and a field in several places.
 */
final class DocumentWriter {

	private static final int WITH_DIRECTIVE = 6;

	private static final int IN_TWO_PLACES = 4;

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder fragments = new StringBuilder();

	private final ValueWriter values;

	private final boolean inPlace;

	private int fields;

	private int connections;

	private int names;

	private DocumentWriter(boolean inPlace) {
		this.inPlace = inPlace;
		this.values = new ValueWriter(inPlace);
	}

	static Document write(Request request) {
		DocumentWriter writer = new DocumentWriter(false);
		request.roots().forEach((root) -> writer.root(root, null));
		return new Document("query %s%s {\n__typename\n%s}\n%s".formatted(HostileNames.at(request.roots().size()),
				writer.values.declarations(), writer.text, writer.fragments), writer.values.variables());
	}

	/**
	 * What is asked of a node, without variables and fragments of their own.
	 * @param picks what is asked
	 * @return a selection in braces
	 */
	static String selection(List<Request.Pick> picks) {
		DocumentWriter writer = new DocumentWriter(true);
		writer.picks(picks, writer.text);
		return writer.text.toString();
	}

	private void root(Request.Root root, @Nullable Boolean skipped) {
		switch (root) {
			case Request.All all -> connection(all.alias(), all.field(), all.connection(), skipped, this.text);
			case Request.One one -> {
				this.text.append(one.alias()).append(": node(id: ").append(this.values.value("ID!", one.id()));
				this.text.append(")").append(directive(skipped));
				picks(one.picks(), this.text);
			}
			case Request.Several several -> {
				this.text.append(several.alias()).append(": nodes(ids: ");
				this.text.append(this.values.value("[ID!]!", several.ids())).append(")").append(directive(skipped));
				picks(several.picks(), this.text);
			}
			case Request.RootLeftOut out -> root(out.root(), true);
		}
	}

	private void connection(String alias, String field, Request.Connection connection, @Nullable Boolean skipped,
			StringBuilder out) {
		StringJoiner given = new StringJoiner(", ", "(", ")").setEmptyValue("");
		argument(given, "where", connection.stem() + "Where", connection.where());
		argument(given, "orderBy", "[" + connection.stem() + "Order!]", connection.orderBy());
		argument(given, "first", "Int", connection.page().first());
		argument(given, "after", "String", connection.page().after());
		argument(given, "last", "Int", connection.page().last());
		argument(given, "before", "String", connection.page().before());
		String head = alias + ": " + field + given + directive(skipped) + " {\n";
		int parts = connection.parts().size();
		int cut = (this.connections++ % IN_TWO_PLACES == 1) ? parts / 2 : 0;
		if (cut > 0) {
			out.append(head);
			connection.parts().subList(0, cut).forEach((part) -> part(part, null, out));
			out.append("}\n");
		}
		out.append(head);
		connection.parts().subList(cut, parts).forEach((part) -> part(part, null, out));
		out.append("}\n");
	}

	private void part(Request.Part part, @Nullable Boolean skipped, StringBuilder out) {
		switch (part) {
			case Request.Total total ->
				out.append(total.alias()).append(": totalCount").append(directive(skipped)).append("\n");
			case Request.Info info -> out.append(info.alias())
				.append(": pageInfo")
				.append(directive(skipped))
				.append(" { hasNextPage hasPreviousPage startCursor endCursor }\n");
			case Request.Nodes nodes -> {
				out.append(nodes.alias()).append(": nodes").append(directive(skipped));
				picks(nodes.picks(), out);
			}
			case Request.Edges edges -> edges(edges, skipped, out);
			case Request.Groups groups -> groups(groups, skipped, out);
			case Request.PartLeftOut left -> part(left.part(), true, out);
		}
	}

	private void groups(Request.Groups groups, @Nullable Boolean skipped, StringBuilder out) {
		StringJoiner given = new StringJoiner(", ", "(", ")").setEmptyValue("");
		argument(given, "by", "[" + groups.stem() + "GroupBy!]!",
				groups.by().stream().map(Request.GroupBy::written).toList());
		argument(given, "first", "Int!", groups.first());
		out.append(groups.alias()).append(": groups").append(given).append(directive(skipped)).append(" {\n");
		out.append(groups.count()).append(": count\n");
		for (Request.Computed computed : groups.computed()) {
			out.append(computed.alias()).append(": ").append(computed.part());
			if (computed.end() != null) {
				out.append(" { ").append(computed.end());
			}
			out.append(" {\n");
			computed.picks().forEach((pick) -> pick(pick, null, out));
			out.append((computed.end() != null) ? "} }\n" : "}\n");
		}
		out.append("}\n");
	}

	private void edges(Request.Edges edges, @Nullable Boolean skipped, StringBuilder out) {
		out.append(edges.alias()).append(": edges").append(directive(skipped)).append(" {\n__typename\n");
		if (edges.cursor() != null) {
			out.append(edges.cursor()).append(": cursor\n");
		}
		if (edges.node() != null) {
			out.append(edges.node()).append(": node");
			picks(edges.picks(), out);
		}
		if (edges.within() != null) {
			out.append("... on ").append(edges.within()).append(" {\n__typename\n");
		}
		edges.facts().forEach((fact) -> pick(fact, null, out));
		out.append((edges.within() != null) ? "}\n}\n" : "}\n");
	}

	private void picks(List<Request.Pick> picks, StringBuilder out) {
		out.append(" {\n__typename\n");
		picks.forEach((pick) -> pick(pick, null, out));
		out.append("}\n");
	}

	private void pick(Request.Pick pick, @Nullable Boolean skipped, StringBuilder out) {
		switch (pick) {
			case Request.Leaf leaf ->
				out.append(leaf.alias()).append(": ").append(leaf.field()).append(directive(skipped)).append("\n");
			case Request.ToOne one -> {
				out.append(one.alias()).append(": ").append(one.field()).append(directive(skipped));
				picks(one.picks(), out);
			}
			case Request.ToMany many -> connection(many.alias(), many.field(), many.connection(), skipped, out);
			case Request.Fragment fragment -> fragment(fragment, out);
		}
	}

	/** A fragment around a single field may be written as a directive of the field. */
	private void fragment(Request.Fragment fragment, StringBuilder out) {
		boolean single = fragment.picks().size() == 1 && !(fragment.picks().getFirst() instanceof Request.Fragment);
		if (fragment.on() == null && fragment.skipped() != null && single) {
			pick(fragment.picks().getFirst(), fragment.skipped(), out);
			return;
		}
		String directive = directive(fragment.skipped());
		if (fragment.named() && fragment.on() != null && !this.inPlace) {
			String name = HostileNames.at(this.names++);
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

	/**
	 * The directive of a field that is left out or not; now and then one that changes
	 * nothing.
	 */
	private String directive(@Nullable Boolean skipped) {
		int field = this.fields++;
		if (skipped == null && field % WITH_DIRECTIVE > 0) {
			return "";
		}
		boolean left = Boolean.TRUE.equals(skipped);
		return (field % 4 < 2) ? " @include(if: %s)".formatted(this.values.value("Boolean!", !left))
				: " @skip(if: %s)".formatted(this.values.value("Boolean!", left));
	}

	private void argument(StringJoiner given, String name, String type, @Nullable Object value) {
		if (value != null) {
			given.add(name + ": " + this.values.value(type, value));
		}
	}

	/**
	 * A request as it is sent.
	 *
	 * @param text in GraphQL
	 * @param variables values by name
	 */
	record Document(String text, Map<String, ? extends @Nullable Object> variables) {

	}

}
