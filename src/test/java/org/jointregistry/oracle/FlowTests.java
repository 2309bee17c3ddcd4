package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Technology flows as a walk says that goes from record to record over what the viewer
 * sees, without a thought of what may lead where.
 */
@OracleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowTests {

	private static final int GRAPHS = 4;

	private static final int ASKERS = 2;

	private static final int PAIRS = 4;

	private static final int MOST = 500;

	private static final List<String> TYPES = List.of("Technology", "Program", "Transfer", "Contractor", "Institution",
			"WorkShare");

	private static final Set<String> PARTIES = Set.of("Nation", "Contractor", "Institution", "Community");

	private static final Set<String> ALONG = Set.of("HOLDS_RIGHT", "PERFORMED_BY", "RESEARCHED_BY", "TO", "OF");

	private static final Set<String> AGAINST = Set.of("DERIVED_FROM", "USES", "PARTICIPATES_IN", "PART_OF_WORK",
			"FROM");

	private static final String ASKED = """
			query Flow($from: ID!, $to: ID!, $hops: Int!) {
			  technologyFlow(from: $from, to: $to, maxHops: $hops, limit: 500) {
			    hasMore
			    paths { steps { to { id } } }
			  }
			}
			""";

	@Autowired
	private GeneratedRegistry registry;

	private int found;

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void flowIsWhatAWalkFinds(long seed) {
		Random random = new Random(seed);
		ValueGenerator values = new ValueGenerator(this.registry.sdl(), random);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), TYPES, random);
		this.registry.load(graph);
		List<Asker> askers = new ArrayList<>(AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS));
		askers.add(AsSeenBy.AUDITOR);
		for (Asker asker : askers) {
			RawGraph seen = this.registry.seen(graph, asker);
			List<RawNode.Ref> parties = seen.nodes()
				.keySet()
				.stream()
				.filter((ref) -> PARTIES.contains(ref.type()))
				.toList();
			for (int pair = 0; pair < PAIRS; pair++) {
				RawNode.Ref from = values.one(parties);
				RawNode.Ref to = values.one(parties);
				int hops = values.one(List.of(1, 2, 3, 4, 4, 5));
				assertThat(told(asker, from, to, hops)).as("%s: %s from %s to %s in %s", seed, asker, from, to, hops)
					.isEqualTo(walked(seen, from, to, hops));
			}
		}
	}

	@AfterAll
	void somethingFlowed() {
		assertThat(this.found).isGreaterThan(GRAPHS);
	}

	private List<String> told(Asker asker, RawNode.Ref from, RawNode.Ref to, int hops) {
		Answer answer = this.registry.ask(asker, new DocumentWriter.Document(ASKED,
				Map.of("from", GlobalIds.of(from), "to", GlobalIds.of(to), "hops", hops)));
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		List<String> paths = answer.data("/technologyFlow/paths")
			.values()
			.stream()
			.map((path) -> String.join(" ", path.findValues("id").stream().map((id) -> id.asString()).toList()))
			.toList();
		this.found += paths.size();
		return paths.stream().sorted().toList();
	}

	/** The paths, or as many as are told. */
	private static List<String> walked(RawGraph seen, RawNode.Ref from, RawNode.Ref to, int hops) {
		List<List<RawNode.Ref>> paths = new ArrayList<>();
		walk(seen, List.of(from), to, hops, paths);
		return paths.stream()
			.sorted(Comparator.comparingInt((List<RawNode.Ref> path) -> path.size())
				.thenComparing((path) -> keys(path)))
			.limit(MOST)
			.map((path) -> String.join(" ", path.stream().skip(1).map(GlobalIds::of).toList()))
			.sorted()
			.toList();
	}

	private static String keys(List<RawNode.Ref> path) {
		return String.join("\n", path.stream().map(RawNode.Ref::key).toList());
	}

	private static void walk(RawGraph seen, List<RawNode.Ref> met, RawNode.Ref to, int hops,
			List<List<RawNode.Ref>> paths) {
		if (met.size() > 1 && met.getLast().equals(to)) {
			paths.add(met);
		}
		if (met.size() <= hops) {
			next(seen, met.getLast()).filter((ref) -> !met.contains(ref))
				.forEach((ref) -> walk(seen, Stream.concat(met.stream(), Stream.of(ref)).toList(), to, hops, paths));
		}
	}

	private static Stream<RawNode.Ref> next(RawGraph seen, RawNode.Ref here) {
		return seen.edges()
			.stream()
			.filter((edge) -> Objects.requireNonNullElse(edge.fact("confirmation"), "CONFIRMED").equals("CONFIRMED"))
			.map((edge) -> end(edge, here))
			.filter(Objects::nonNull);
	}

	private static RawNode.@Nullable Ref end(RawEdge edge, RawNode.Ref here) {
		if (ALONG.contains(edge.type()) && edge.from().equals(here)) {
			return edge.to();
		}
		return (AGAINST.contains(edge.type()) && edge.to().equals(here)) ? edge.from() : null;
	}

}
