package org.jointregistry.dependence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What falls apart without a vertex is what cannot be reached any more when it is taken
 * out.
 */
class NetworkTests {

	private static final int GRAPHS = 300;

	private static final int MANY = 20_000;

	private static final Predicate<String> COUNTS = (vertex) -> !vertex.endsWith("3");

	@ParameterizedTest(name = "{0} vertices")
	@ValueSource(ints = { 2, 5, 9, 14 })
	void partsAreThoseThatAreLeftWithoutTheVertex(int size) {
		Random random = new Random(size);
		for (int graph = 0; graph < GRAPHS; graph++) {
			Map<String, Set<String>> ties = new HashMap<>();
			Network network = new Network(COUNTS);
			for (int tie = 0; tie < size * 5 / 4; tie++) {
				String one = "v" + random.nextInt(size);
				List<String> others = random.ints(random.nextInt(3), 0, size).mapToObj((each) -> "v" + each).toList();
				network.tie(one, others);
				others.stream().filter((other) -> !other.equals(one)).forEach((other) -> {
					ties.computeIfAbsent(one, (key) -> new HashSet<>()).add(other);
					ties.computeIfAbsent(other, (key) -> new HashSet<>()).add(one);
				});
			}
			Map<String, List<Network.Part>> parts = network.parts();
			ties.keySet().forEach((vertex) -> assertParts(parts.getOrDefault(vertex, List.of()), left(vertex, ties)));
		}
	}

	/** Each of 20,000 vertices ties what is before it to what is behind it. */
	@Test
	void longWayIsWalked() {
		Network network = new Network((vertex) -> true);
		for (int step = 0; step < MANY; step++) {
			network.tie("v%05d".formatted(step), List.of("v%05d".formatted(step + 1)));
		}
		Map<String, List<Network.Part>> parts = network.parts();
		assertThat(parts).hasSize(MANY - 1);
		parts.values()
			.forEach((without) -> assertThat(without.stream().mapToInt(Network.Part::size).sum()).isEqualTo(MANY));
		assertThat(parts.get("v04000")).extracting(Network.Part::size).containsExactlyInAnyOrder(4_000, MANY - 4_000);
	}

	@Test
	void vertexMayTieVeryManyTogether() {
		Network network = new Network((vertex) -> true);
		for (int leaf = 0; leaf < MANY; leaf++) {
			network.tie("hub", List.of("leaf%05d".formatted(leaf)));
		}
		Map<String, List<Network.Part>> parts = network.parts();
		assertThat(parts).containsOnlyKeys("hub");
		assertThat(parts.get("hub")).hasSize(MANY);
	}

	/** What there is in every part, and it falls apart as far as that is in several. */
	private static void assertParts(List<Network.Part> found, Set<Set<String>> left) {
		if (left.size() < 2) {
			assertThat(found).isEmpty();
		}
		else {
			assertThat(found).allSatisfy((part) -> assertThat(part.first(GRAPHS)).isSorted().hasSize(part.size()));
			assertThat(found).allSatisfy((part) -> assertThat(part.first(1)).containsExactly(part.first()));
			assertThat(found.stream().<Set<String>>map((part) -> new TreeSet<>(part.first(GRAPHS))).toList())
				.containsExactlyInAnyOrderElementsOf(left);
		}
	}

	/** What was connected with a vertex, in its parts without it. */
	private static Set<Set<String>> left(String vertex, Map<String, Set<String>> ties) {
		Set<Set<String>> parts = new HashSet<>();
		for (String neighbour : ties.getOrDefault(vertex, Set.of())) {
			Set<String> part = new TreeSet<>(Set.of(neighbour));
			Deque<String> open = new ArrayDeque<>(part);
			while (!open.isEmpty()) {
				for (String next : ties.getOrDefault(open.pop(), Set.of())) {
					if (!next.equals(vertex) && part.add(next)) {
						open.push(next);
					}
				}
			}
			part.removeIf(COUNTS.negate());
			if (!part.isEmpty()) {
				parts.add(part);
			}
		}
		return parts;
	}

}
