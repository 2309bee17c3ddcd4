package org.jointregistry.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 */
record Draft(long line, String key, List<NodeWrite> nodes, List<EdgeWrite> edges, List<Reference> references) {

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
	 */
	record EdgeWrite(String type, NodeRef from, NodeRef to, Optional<String> key, Map<String, @Nullable Object> facts) {

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
