package org.jointregistry.oracle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The registry as bare facts, in memory.
 *
 * @param nodes by what names them
 * @param edges in no order that counts
 */
record RawGraph(Map<RawNode.Ref, RawNode> nodes, List<RawEdge> edges) {

	static RawGraph of(List<RawNode> nodes, List<RawEdge> edges) {
		Map<RawNode.Ref, RawNode> byRef = new LinkedHashMap<>();
		nodes.forEach((node) -> byRef.put(node.ref(), node));
		List<RawEdge> whole = edges.stream()
			.filter((edge) -> byRef.containsKey(edge.from()) && byRef.containsKey(edge.to()))
			.toList();
		return new RawGraph(byRef, whole);
	}

	@Nullable RawNode find(RawNode.Ref ref) {
		return this.nodes.get(ref);
	}

	RawNode get(RawNode.Ref ref) {
		return java.util.Objects.requireNonNull(this.nodes.get(ref));
	}

	List<RawNode> ofType(String type) {
		return this.nodes.values().stream().filter((node) -> node.type().equals(type)).toList();
	}

	/**
	 * Nodes that a node points to.
	 * @param node where the relationship starts
	 * @param type of the relationship
	 * @return the nodes at its ends
	 */
	Stream<RawNode> out(RawNode.Ref node, String type) {
		return this.edges.stream()
			.filter((edge) -> edge.type().equals(type) && edge.from().equals(node))
			.map((edge) -> get(edge.to()));
	}

	/**
	 * Nodes that point to a node.
	 * @param node where the relationship ends
	 * @param type of the relationship
	 * @return the nodes at its starts
	 */
	Stream<RawNode> in(RawNode.Ref node, String type) {
		return this.edges.stream()
			.filter((edge) -> edge.type().equals(type) && edge.to().equals(node))
			.map((edge) -> get(edge.from()));
	}

	/**
	 * This graph and another together.
	 * @param other may have edges to nodes of this one
	 * @return both
	 */
	RawGraph and(RawGraph other) {
		Map<RawNode.Ref, RawNode> nodes = new LinkedHashMap<>(other.nodes);
		nodes.putAll(this.nodes);
		return new RawGraph(nodes, Stream.concat(this.edges.stream(), other.edges.stream()).toList());
	}

	/**
	 * This graph with the keys of other records that edges hold only where it has those
	 * records.
	 * @param sdl knows which facts hold keys
	 * @return the graph
	 */
	RawGraph withReferences(Sdl sdl) {
		return new RawGraph(this.nodes, this.edges.stream().map((edge) -> {
			RawEdge known = edge;
			for (Sdl.Field field : sdl.factsOf(edge.type()).values()) {
				known = (field.reference() != null) ? known.with(field.name(), known(field, edge.fact(field.name())))
						: known;
			}
			return known;
		}).toList());
	}

	private @Nullable Object known(Sdl.Field field, @Nullable Object keys) {
		String type = String.valueOf(field.reference());
		return switch (keys) {
			case String key -> this.nodes.containsKey(new RawNode.Ref(type, key)) ? key : null;
			case Collection<?> several ->
				several.stream().filter((key) -> this.nodes.containsKey(new RawNode.Ref(type, (String) key))).toList();
			case null, default -> keys;
		};
	}

	RawGraph withNodes(Predicate<RawNode> kept) {
		return of(this.nodes.values().stream().filter(kept).toList(), this.edges);
	}

	RawGraph withEdges(Predicate<RawEdge> kept) {
		return new RawGraph(this.nodes, this.edges.stream().filter(kept).toList());
	}

}
