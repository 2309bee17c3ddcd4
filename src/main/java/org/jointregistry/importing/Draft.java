package org.jointregistry.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jointregistry.recording.NodeRef;

/**
 * What a row says, ready to be written.
 *
 * @param line the row's line
 * @param key what no other row of the file may be about
 * @param nodes the nodes that it writes
 * @param edges the edges that it writes
 * @param references the nodes that it names, which must be there
 * @param identity what a published row is about; empty where the registry's keys tell
 */
record Draft(long line, String key, List<NodeWrite> nodes, List<EdgeWrite> edges, List<Reference> references,
		Optional<Identity> identity) {

	/**
	 * What this and another draft of the same row say.
	 * @param other the other
	 * @return both, under the key of this
	 */
	Draft and(Draft other) {
		return new Draft(this.line, this.key, together(this.nodes, other.nodes), together(this.edges, other.edges),
				together(this.references, other.references), this.identity);
	}

	private static <T> List<T> together(List<T> some, List<T> others) {
		return Stream.concat(some.stream(), others.stream()).toList();
	}

	/**
	 * Sorts out the drafts that write one of some nodes.
	 * @param drafts the drafts
	 * @param nodes what is not to be written
	 * @param finding why a draft is sorted out
	 * @param findings where those sorted out are told
	 * @return the others
	 */
	static List<Draft> without(List<Draft> drafts, Set<NodeRef> nodes, BiFunction<Draft, NodeRef, Finding> finding,
			List<Finding> findings) {
		List<Draft> left = new ArrayList<>(drafts);
		left.removeIf((draft) -> {
			Optional<NodeRef> found = draft.nodes.stream().map(NodeWrite::node).filter(nodes::contains).findFirst();
			found.ifPresent((node) -> findings.add(finding.apply(draft, node)));
			return found.isPresent();
		});
		return left;
	}

	Draft about(Optional<Identity> what) {
		return new Draft(this.line, this.key, this.nodes, this.edges, this.references, what);
	}

	/**
	 * The draft whose edges stay as they are where they are there.
	 */
	Draft implied() {
		List<EdgeWrite> writes = this.edges.stream()
			.map((edge) -> new EdgeWrite(edge.type(), edge.from(), edge.to(), edge.key(), edge.facts(), true))
			.toList();
		return new Draft(this.line, this.key, this.nodes, writes, this.references, this.identity);
	}

	/**
	 * A node to write.
	 *
	 * @param node the node
	 * @param facts its properties as they are stored; null takes a property away
	 * @param implied whether one that is there stays as it is
	 */
	record NodeWrite(NodeRef node, Map<String, @Nullable Object> facts, boolean implied) {

	}

	/**
	 * An edge to write.
	 *
	 * @param type its type
	 * @param from where it starts
	 * @param to where it ends
	 * @param key its key; empty for an edge that carries no facts
	 * @param facts its properties as they are stored; null takes a property away
	 * @param implied whether one that is there stays as it is
	 */
	record EdgeWrite(String type, NodeRef from, NodeRef to, Optional<String> key, Map<String, @Nullable Object> facts,
			boolean implied) {

	}

	/**
	 * A node that a cell names.
	 *
	 * @param node the node
	 * @param column the cell's column
	 */
	record Reference(NodeRef node, String column) {

	}

}
