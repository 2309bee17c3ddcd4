package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The connections of a request, at the root and below.
 */
final class Connections {

	private final UnaryOperator<Request.Connection> change;

	private Connections(UnaryOperator<Request.Connection> change) {
		this.change = change;
	}

	/**
	 * A request with other connections in the places of its own.
	 * @param request the request
	 * @param change from each connection to what takes its place; its parts are changed
	 * already
	 * @return the request that comes of it
	 */
	static Request changed(Request request, UnaryOperator<Request.Connection> change) {
		Connections connections = new Connections(change);
		return new Request(request.roots().stream().map(connections::root).toList());
	}

	/**
	 * All connections of a request.
	 * @param request the request
	 * @return the inner ones before those around them
	 */
	static List<Request.Connection> of(Request request) {
		List<Request.Connection> all = new ArrayList<>();
		changed(request, (connection) -> {
			all.add(connection);
			return connection;
		});
		return all;
	}

	private Request.Root root(Request.Root root) {
		return switch (root) {
			case Request.All all -> new Request.All(all.alias(), all.field(), connection(all.connection()));
			case Request.One one -> new Request.One(one.alias(), one.id(), picks(one.picks()));
			case Request.Several several -> new Request.Several(several.alias(), several.ids(), picks(several.picks()));
			case Request.RootLeftOut out -> out;
		};
	}

	private Request.Connection connection(Request.Connection connection) {
		return this.change.apply(connection.with(connection.parts().stream().map(this::part).toList()));
	}

	private Request.Part part(Request.Part part) {
		return switch (part) {
			case Request.Nodes nodes -> new Request.Nodes(nodes.alias(), picks(nodes.picks()));
			case Request.Edges edges -> new Request.Edges(edges.alias(), edges.cursor(), edges.node(),
					picks(edges.picks()), edges.facts(), edges.within());
			case Request.Groups groups -> new Request.Groups(groups.alias(), groups.stem(), groups.by(), groups.first(),
					groups.count(), groups.computed().stream().map(this::computed).toList());
			case Request.Total total -> total;
			case Request.Info info -> info;
			case Request.PartLeftOut out -> out;
		};
	}

	private Request.Computed computed(Request.Computed computed) {
		return new Request.Computed(computed.alias(), computed.part(), computed.end(), picks(computed.picks()));
	}

	private List<Request.Pick> picks(List<Request.Pick> picks) {
		return picks.stream().map(this::pick).toList();
	}

	private Request.Pick pick(Request.Pick pick) {
		return switch (pick) {
			case Request.Leaf leaf -> leaf;
			case Request.ToOne one -> new Request.ToOne(one.alias(), one.field(), picks(one.picks()));
			case Request.ToMany many -> new Request.ToMany(many.alias(), many.field(), connection(many.connection()));
			case Request.Fragment fragment ->
				new Request.Fragment(fragment.on(), fragment.named(), fragment.skipped(), picks(fragment.picks()));
		};
	}

}
