package org.jointregistry.dependence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is tied to what, and what falls apart without one of them.
 * <p>
 * It is walked once, in depth, so that every tie that the walk does not follow leads back
 * to where it came from. A part that was entered from a vertex falls off without it where
 * none of its ties leads further back than to that vertex.
 */
final class Network {

	private final SortedMap<String, Set<String>> ties = new TreeMap<>();

	/** Vertices in the order in which they were entered. */
	private final List<String> walk = new ArrayList<>();

	private final Map<String, Visit> visits = new HashMap<>();

	/**
	 * Ties two vertices together.
	 * @param one a vertex
	 * @param other another one
	 */
	void tie(String one, String other) {
		this.ties.computeIfAbsent(one, (vertex) -> new TreeSet<>()).add(other);
		this.ties.computeIfAbsent(other, (vertex) -> new TreeSet<>()).add(one);
	}

	/**
	 * What each vertex connects alone.
	 * @return for each vertex the parts that its own part falls into without it; one or
	 * none where it does not fall apart
	 */
	Map<String, List<List<String>>> parts() {
		Map<String, List<List<String>>> parts = new TreeMap<>();
		for (String root : this.ties.keySet()) {
			if (!this.visits.containsKey(root)) {
				int begin = this.walk.size();
				walkFrom(root);
				List<String> all = List.copyOf(this.walk.subList(begin, this.walk.size()));
				lookBack(all);
				all.forEach((vertex) -> parts.put(vertex, without(visit(vertex), all, begin)));
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
		ahead.push(tied(vertex).iterator());
		way.push(vertex);
	}

	/**
	 * From the last to the first, so that what was entered from a vertex is known before
	 * it.
	 */
	private void lookBack(List<String> all) {
		for (String vertex : all.reversed()) {
			Visit visit = visit(vertex);
			for (String tied : tied(vertex)) {
				visit.back = Math.min(visit.back, visit(tied).place);
			}
			if (!visit.from.isEmpty()) {
				Visit before = visit(visit.from);
				before.size += visit.size;
				before.entered.add(visit);
				before.back = Math.min(before.back, visit.back);
			}
		}
	}

	/** A part that was entered from a vertex stands in one piece in the walk. */
	private List<List<String>> without(Visit visit, List<String> all, int begin) {
		List<List<String>> parts = new ArrayList<>();
		for (Visit entered : visit.entered) {
			if (entered.back >= visit.place) {
				int first = entered.place - begin;
				parts.add(all.subList(first, first + entered.size));
			}
		}
		if (!parts.isEmpty() && !visit.from.isEmpty()) {
			Set<String> rest = new TreeSet<>(all);
			rest.remove(this.walk.get(visit.place));
			parts.forEach(rest::removeAll);
			parts.add(List.copyOf(rest));
		}
		return parts;
	}

	private Visit visit(String vertex) {
		return Objects.requireNonNull(this.visits.get(vertex));
	}

	private Set<String> tied(String vertex) {
		return Objects.requireNonNull(this.ties.get(vertex));
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

	}

}
