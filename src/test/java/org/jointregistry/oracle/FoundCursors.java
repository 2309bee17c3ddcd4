package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The cursors of an answer, each with the connection that it is of, at every level.
 */
final class FoundCursors {

	private final List<Found> found = new ArrayList<>();

	private FoundCursors() {
	}

	/**
	 * All cursors that an answer gives.
	 * @param request what was asked
	 * @param data of the answer
	 * @return in the order of the answer
	 */
	static List<Found> in(Request request, JsonNode data) {
		FoundCursors cursors = new FoundCursors();
		for (Request.Root root : request.roots()) {
			JsonNode answer = data.path(root.alias());
			switch (root) {
				case Request.All all -> cursors.connection(all.connection(), answer);
				case Request.One one -> cursors.picks(one.picks(), answer);
				case Request.Several several -> answer.forEach((node) -> cursors.picks(several.picks(), node));
				case Request.RootLeftOut out -> {
					// Is in no answer
				}
			}
		}
		return cursors.found;
	}

	private void connection(Request.Connection asked, JsonNode answer) {
		for (Request.Part part : asked.parts()) {
			switch (part) {
				case Request.Info info -> {
					add(asked, answer.path(info.alias()).path("startCursor"));
					add(asked, answer.path(info.alias()).path("endCursor"));
				}
				case Request.Edges edges -> answer.path(edges.alias()).forEach((edge) -> edge(asked, edges, edge));
				case Request.Nodes nodes -> answer.path(nodes.alias()).forEach((node) -> picks(nodes.picks(), node));
				case Request.Total total -> {
					// Has no cursor
				}
				case Request.Groups groups -> {
					// Have none that lead on
				}
				case Request.PartLeftOut out -> {
					// Is in no answer
				}
			}
		}
	}

	private void edge(Request.Connection asked, Request.Edges edges, JsonNode edge) {
		if (edges.cursor() != null) {
			add(asked, edge.path(edges.cursor()));
		}
		if (edges.node() != null) {
			picks(edges.picks(), edge.path(edges.node()));
		}
	}

	private void picks(List<Request.Pick> picks, JsonNode node) {
		for (Request.Pick pick : picks) {
			switch (pick) {
				case Request.Leaf leaf -> {
					// Has no cursor
				}
				case Request.ToOne one -> picks(one.picks(), node.path(one.alias()));
				case Request.ToMany many -> connection(many.connection(), node.path(many.alias()));
				case Request.Fragment fragment -> picks(fragment.picks(), node);
			}
		}
	}

	private void add(Request.Connection asked, JsonNode cursor) {
		if (cursor.isString()) {
			this.found.add(new Found(asked, cursor.stringValue()));
		}
	}

	/**
	 * A cursor.
	 *
	 * @param of the connection that it is of
	 * @param text as the client has it
	 */
	record Found(Request.Connection of, String text) {

	}

}
