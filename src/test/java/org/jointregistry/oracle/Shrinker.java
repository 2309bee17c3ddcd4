package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Makes a failing case smaller for as long as it still fails: roots, parts and picks of
 * the request, then nodes and edges of the graph.
 */
final class Shrinker {

	private static final int TRIALS = 150;

	private final BiPredicate<RawGraph, Request> fails;

	private int trials;

	private Shrinker(BiPredicate<RawGraph, Request> fails) {
		this.fails = fails;
	}

	/**
	 * A small case that fails.
	 * @param graph of the case
	 * @param request of the case
	 * @param fails whether a case fails
	 * @return the graph and the request, smaller or the same
	 */
	static Small shrink(RawGraph graph, Request request, BiPredicate<RawGraph, Request> fails) {
		Shrinker shrinker = new Shrinker(fails);
		Request small = shrinker.request(graph, request);
		return new Small(shrinker.graph(graph, small), small);
	}

	private boolean fails(RawGraph graph, Request request) {
		return this.trials++ < TRIALS && this.fails.test(graph, request);
	}

	private Request request(RawGraph graph, Request request) {
		for (Request smaller : Smaller.than(request)) {
			if (fails(graph, smaller)) {
				return request(graph, smaller);
			}
		}
		return request;
	}

	/** Leaves out halves, then quarters, down to single nodes; and so with edges. */
	private RawGraph graph(RawGraph graph, Request request) {
		RawGraph small = graph;
		for (int size = graph.nodes().size() / 2; size > 0; size /= 2) {
			for (List<RawNode> part : parts(List.copyOf(small.nodes().values()), size)) {
				RawGraph smaller = small.withNodes((node) -> !part.contains(node));
				small = fails(smaller, request) ? smaller : small;
			}
		}
		for (int size = small.edges().size() / 2; size > 0; size /= 2) {
			for (List<RawEdge> part : parts(small.edges(), size)) {
				RawGraph smaller = small.withEdges((edge) -> !part.contains(edge));
				small = fails(smaller, request) ? smaller : small;
			}
		}
		return small;
	}

	private static <T> List<List<T>> parts(List<T> whole, int size) {
		List<List<T>> parts = new ArrayList<>();
		for (int from = 0; from < whole.size(); from += size) {
			parts.add(List.copyOf(whole.subList(from, Math.min(whole.size(), from + size))));
		}
		return parts;
	}

	/**
	 * A small case.
	 *
	 * @param graph what is stored
	 * @param request what is asked
	 */
	record Small(RawGraph graph, Request request) {

		@Override
		public String toString() {
			DocumentWriter.Document document = DocumentWriter.write(this.request);
			return "%s%n%s%n%s%n%s%n".formatted(document.text(), document.variables(), this.graph.nodes().values(),
					this.graph.edges());
		}

	}

}
