package org.jointregistry.oracle;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An element of a list.
 *
 * @param edge by which it was reached; null at the root
 * @param node the node
 */
record Element(@Nullable RawEdge edge, RawNode node) {

	/**
	 * What a relation leads to.
	 * @param relation which
	 * @param from the node that has it
	 * @param graph where to look
	 * @param sdl knows which types the far end may have
	 * @return the elements, in no order
	 */
	static Stream<Element> along(Sdl.Relation relation, RawNode from, RawGraph graph, Sdl sdl) {
		Set<String> far = sdl.concretes(relation.target()).stream().map(Sdl.Type::name).collect(Collectors.toSet());
		return graph.edges()
			.stream()
			.filter((edge) -> edge.type().equals(relation.type()))
			.filter((edge) -> (relation.outgoing() ? edge.from() : edge.to()).equals(from.ref()))
			.map((edge) -> new Element(edge, graph.get(relation.outgoing() ? edge.to() : edge.from())))
			.filter((element) -> far.contains(element.node().type()));
	}

}
