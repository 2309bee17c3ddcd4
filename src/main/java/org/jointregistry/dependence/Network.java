package org.jointregistry.dependence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

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

	private final Map<String, Set<String>> ties = new HashMap<>();

	/** Vertices in the order in which they were entered. */
	private final List<String> walk = new ArrayList<>();

	/** How many that count stand in the walk before each place. */
	private final List<Integer> before = new ArrayList<>(List.of(0));

	private final Map<String, Visit> visits = new HashMap<>();

	/** Vertices in the order of their names. */
	private final List<String> names = new ArrayList<>();

	private final Map<String, Integer> ranks = new HashMap<>();

	private final Predicate<String> counts;

	/**
	 * A network without ties.
	 * @param counts which vertices a part consists of; others only tie them together
	 */
	Network(Predicate<String> counts) {
		this.counts = counts;
	}

	/**
	 * Ties two vertices together.
	 * @param one a vertex
	 * @param other another one
	 */
	void tie(String one, String other) {
		this.ties.computeIfAbsent(one, (vertex) -> new HashSet<>()).add(other);
		this.ties.computeIfAbsent(other, (vertex) -> new HashSet<>()).add(one);
	}

	/**
	 * What each vertex connects alone.
	 * @return for each vertex without which its part of the network falls apart what that
	 * falls into: two parts or more, each with a vertex that counts
	 */
	Map<String, List<Part>> parts() {
		Map<String, List<Part>> parts = new TreeMap<>();
		this.ties.keySet().stream().sorted().forEach((vertex) -> {
			this.ranks.put(vertex, this.names.size());
			this.names.add(vertex);
		});
		for (String root : this.names) {
			if (!this.visits.containsKey(root)) {
				int begin = this.walk.size();
				walkFrom(root);
				Stretch all = new Stretch(begin, this.walk.size());
				lookBack(all);
				for (String vertex : all.of(this.walk)) {
					List<Part> without = without(visit(vertex), all);
					if (without.size() > 1) {
						parts.put(vertex, without);
					}
				}
			}
		}
		return parts;
	}

	private void walkFrom(String root) {
		Deque<Iterator<String>> ahead = new ArrayDeque<>();
		Deque<String> way = new ArrayDeque<>();
		enter(root, "", ahead, way);
		while (!way.isEmpty()) {
			Iterator<String> next = ahead.element();
			if (!next.hasNext()) {
				ahead.pop();
				way.pop();
				continue;
			}
			String there = next.next();
			if (!this.visits.containsKey(there)) {
				enter(there, way.element(), ahead, way);
			}
		}
	}

	private void enter(String vertex, String from, Deque<Iterator<String>> ahead, Deque<String> way) {
		this.visits.put(vertex, new Visit(this.walk.size(), from));
		this.walk.add(vertex);
		this.before.add(this.before.getLast() + (this.counts.test(vertex) ? 1 : 0));
		ahead.push(tied(vertex).iterator());
		way.push(vertex);
	}

	/**
	 * From the last to the first, so that what was entered from a vertex is known before
	 * it.
	 */
	private void lookBack(Stretch all) {
		for (String vertex : all.of(this.walk).reversed()) {
			Visit visit = visit(vertex);
			for (String tied : tied(vertex)) {
				visit.back = Math.min(visit.back, visit(tied).place);
			}
			if (!visit.from.isEmpty()) {
				Visit from = visit(visit.from);
				from.size += visit.size;
				from.entered.add(visit);
				from.back = Math.min(from.back, visit.back);
			}
		}
	}

	private List<Part> without(Visit visit, Stretch all) {
		List<Part> parts = new ArrayList<>();
		List<Stretch> rest = new ArrayList<>();
		rest.add(new Stretch(all.begin(), visit.place));
		for (Visit entered : visit.entered) {
			if (entered.back >= visit.place) {
				parts.add(new Part(List.of(entered.stretch())));
			}
			else {
				rest.add(entered.stretch());
			}
		}
		rest.add(new Stretch(visit.stretch().end(), all.end()));
		parts.add(new Part(rest));
		parts.removeIf((part) -> part.size() == 0);
		return parts;
	}

	private Visit visit(String vertex) {
		return Objects.requireNonNull(this.visits.get(vertex));
	}

	private Set<String> tied(String vertex) {
		return Objects.requireNonNull(this.ties.get(vertex));
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
				.mapToInt(
						(stretch) -> Network.this.before.get(stretch.end()) - Network.this.before.get(stretch.begin()))
				.sum();
		}

		/**
		 * The first vertices that count, by name.
		 * @param most how many at most
		 * @return each once
		 */
		List<String> first(int most) {
			return this.stretches.stream()
				.flatMap((stretch) -> stretch.of(Network.this.walk).stream())
				.filter(Network.this.counts)
				.mapToInt(Network.this.ranks::get)
				.sorted()
				.limit(most)
				.mapToObj(Network.this.names::get)
				.toList();
		}

	}

	/**
	 * What stands in one piece in the walk.
	 *
	 * @param begin the first place
	 * @param end the place after the last one
	 */
	private record Stretch(int begin, int end) {

		List<String> of(List<String> walk) {
			return walk.subList(this.begin, this.end);
		}

	}

	/**
	 * How a vertex was entered.
	 */
	private static final class Visit {

		private final int place;

		private final String from;

		/** Vertices that were entered from here on, this one included. */
		private int size = 1;

		/** The first place that a tie leads to from here on. */
		private int back;

		private final List<Visit> entered = new ArrayList<>();

		Visit(int place, String from) {
			this.place = place;
			this.from = from;
			this.back = place;
		}

		Stretch stretch() {
			return new Stretch(this.place, this.place + this.size);
		}

	}

}
