package org.jointregistry.dependence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is tied to what, and what falls apart without one of them.
 * <p>
 * It is walked once, in depth, so that every tie that the walk does not follow leads back
 * to where it came from. A part that was entered from a vertex falls off without it where
 * none of its ties leads further back than to that vertex. Such a part is one stretch of
 * the walk, and what is left is the stretches between, so that no part is written out
 * before it is asked for.
 */
final class Network {

	private final Map<String, Vertex> vertices = new HashMap<>();

	/** Vertices in the order in which they were entered. */
	private final List<Vertex> walk = new ArrayList<>();

	private final Predicate<String> counts;

	/**
	 * A network without ties.
	 * @param counts which vertices a part consists of; others only tie them together
	 */
	Network(Predicate<String> counts) {
		this.counts = counts;
	}

	/**
	 * Ties a vertex to others.
	 * @param one a vertex
	 * @param others vertices, some of which may be tied to it already, or be it
	 */
	void tie(String one, Collection<String> others) {
		Vertex vertex = vertex(one);
		for (String each : others) {
			Vertex other = vertex(each);
			vertex.tied.add(other);
			other.tied.add(vertex);
		}
	}

	private Vertex vertex(String name) {
		return this.vertices.computeIfAbsent(name, (key) -> new Vertex(key, this.counts.test(key)));
	}

	/**
	 * What each vertex connects alone.
	 * @return for each vertex without which its part of the network falls apart what that
	 * falls into: two parts or more, each with a vertex that counts
	 */
	Map<String, List<Part>> parts() {
		Map<String, List<Part>> parts = new TreeMap<>();
		for (Vertex root : this.vertices.values()) {
			if (!root.entered) {
				Stretch all = walkFrom(root);
				lookBack(all);
				for (Vertex vertex : all.of(this.walk)) {
					List<Part> without = without(vertex, all);
					if (without.size() > 1) {
						parts.put(vertex.name, without);
					}
				}
			}
		}
		return parts;
	}

	private Stretch walkFrom(Vertex root) {
		int begin = this.walk.size();
		Deque<Vertex> way = new ArrayDeque<>();
		enter(root, null, way);
		while (!way.isEmpty()) {
			Vertex here = way.element();
			if (here.followed == here.tied.size()) {
				way.pop();
				continue;
			}
			Vertex there = here.tied.get(here.followed++);
			if (!there.entered) {
				enter(there, here, way);
			}
		}
		return new Stretch(begin, this.walk.size());
	}

	private void enter(Vertex vertex, @Nullable Vertex from, Deque<Vertex> way) {
		vertex.entered = true;
		vertex.from = from;
		vertex.place = this.walk.size();
		vertex.back = vertex.place;
		vertex.before = counted(vertex.place);
		this.walk.add(vertex);
		way.push(vertex);
	}

	/** How many that count stand in the walk before a place. */
	private int counted(int place) {
		if (place < this.walk.size()) {
			return this.walk.get(place).before;
		}
		Vertex last = this.walk.isEmpty() ? null : this.walk.getLast();
		return (last == null) ? 0 : last.before + (last.counts ? 1 : 0);
	}

	/**
	 * From the last to the first, so that what was entered from a vertex is known before
	 * it.
	 */
	private void lookBack(Stretch all) {
		for (Vertex vertex : all.of(this.walk).reversed()) {
			for (Vertex tied : vertex.tied) {
				vertex.back = Math.min(vertex.back, tied.place);
			}
			Vertex from = vertex.from;
			if (from != null) {
				from.size += vertex.size;
				from.next.add(vertex);
				from.back = Math.min(from.back, vertex.back);
			}
		}
	}

	private List<Part> without(Vertex vertex, Stretch all) {
		List<Part> parts = new ArrayList<>();
		List<Stretch> rest = new ArrayList<>();
		rest.add(new Stretch(all.begin(), vertex.place));
		for (Vertex next : vertex.next) {
			if (next.back >= vertex.place) {
				parts.add(new Part(List.of(next.stretch())));
			}
			else {
				rest.add(next.stretch());
			}
		}
		rest.add(new Stretch(vertex.stretch().end(), all.end()));
		parts.add(new Part(rest));
		parts.removeIf((part) -> part.size() == 0);
		return parts;
	}

	/**
	 * What stays connected without a vertex.
	 */
	final class Part {

		private final List<Stretch> stretches;

		private Part(List<Stretch> stretches) {
			this.stretches = stretches;
		}

		/**
		 * How large the part is.
		 * @return vertices that count
		 */
		int size() {
			return this.stretches.stream()
				.mapToInt((stretch) -> counted(stretch.end()) - counted(stretch.begin()))
				.sum();
		}

		/**
		 * The first vertices that count, by name.
		 * @param most how many at most
		 * @return each once
		 */
		List<String> first(int most) {
			return counting().sorted().limit(most).toList();
		}

		/**
		 * The first vertex that counts, by name.
		 * @return the first of {@link #first}
		 */
		String first() {
			return counting().min(String::compareTo).orElseThrow();
		}

		private Stream<String> counting() {
			return this.stretches.stream()
				.flatMap((stretch) -> stretch.of(Network.this.walk).stream())
				.filter((vertex) -> vertex.counts)
				.map((vertex) -> vertex.name);
		}

	}

	/**
	 * What stands in one piece in the walk.
	 *
	 * @param begin the first place
	 * @param end the place after the last one
	 */
	private record Stretch(int begin, int end) {

		List<Vertex> of(List<Vertex> walk) {
			return walk.subList(this.begin, this.end);
		}

	}

	/**
	 * A vertex, and how it was entered.
	 */
	private static final class Vertex {

		private final String name;

		private final boolean counts;

		/** Vertices that it is tied to, some of which may stand there several times. */
		private final List<Vertex> tied = new ArrayList<>();

		/** How many of its ties were followed. */
		private int followed;

		private boolean entered;

		private @Nullable Vertex from;

		private int place;

		/** How many that count were entered before it. */
		private int before;

		/** Vertices that were entered from here on, this one included. */
		private int size = 1;

		/** The first place that a tie leads to from here on. */
		private int back;

		/** Vertices that were entered from it. */
		private final List<Vertex> next = new ArrayList<>();

		Vertex(String name, boolean counts) {
			this.name = name;
			this.counts = counts;
		}

		Stretch stretch() {
			return new Stretch(this.place, this.place + this.size);
		}

	}

}
