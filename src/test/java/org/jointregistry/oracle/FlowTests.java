package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

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

	private static final Set<String> PARTIES = Set.of("Nation", "Contractor", "Institution", "Community",
			"InnovationHub");

	private static final Set<String> ALONG = Set.of("HOLDS_RIGHT", "PERFORMED_BY", "RESEARCHED_BY", "TO", "OF");

	private static final Set<String> AGAINST = Set.of("DERIVED_FROM", "USES", "PARTICIPATES_IN", "PART_OF_WORK",
			"FROM");

	private static final String ASKED = """
			query Flow($from: ID!, $to: ID!, $hops: Int!, $limit: Int!) {
			  technologyFlow(from: $from, to: $to, maxHops: $hops, limit: $limit) {
			    hasMore
			    paths { steps { kind to { id ... on Record { key } } } }
			  }
			}
			""";

	@Autowired
	private GeneratedRegistry registry;

	private final Set<String> found = new TreeSet<>();

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
				Asked asked = new Asked(values.one(parties), values.one(parties), values.one(List.of(1, 2, 3, 4, 5)),
						values.one(List.of(1, 3, MOST)));
				assertThat(told(asker, asked)).as("%s: %s, %s", seed, asker, asked).isEqualTo(walked(seen, asked));
			}
		}
	}

	@AfterAll
	void technologyFlowedByManyWays() {
		assertThat(this.found).contains("AUDITOR", "OTHERS", "RIGHT", "USE", "PARTICIPATION", "TRANSFER_TO");
	}

	private String told(Asker asker, Asked asked) {
		Answer answer = this.registry.ask(asker,
				new DocumentWriter.Document(ASKED, Map.of("from", GlobalIds.of(asked.from()), "to",
						GlobalIds.of(asked.to()), "hops", asked.hops(), "limit", asked.limit())));
		assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
		JsonNode flow = answer.data("/technologyFlow");
		List<String> keys = new ArrayList<>();
		List<String> paths = new ArrayList<>();
		flow.path("paths").values().forEach((path) -> {
			keys.add(joined(path, "key"));
			paths.add(joined(path, "id"));
		});
		if (!paths.isEmpty()) {
			this.found.add(asker.is("AUDITOR") ? "AUDITOR" : "OTHERS");
			flow.findValues("kind").forEach((kind) -> this.found.add(kind.asString()));
		}
		return written(keys, paths, flow.path("hasMore").asBoolean());
	}

	private static String joined(JsonNode path, String field) {
		return String.join(" ", path.findValues(field).stream().map(JsonNode::asString).toList());
	}

	/** Records of two types may have one key, and paths over them no order. */
	private static String written(List<String> keys, List<String> paths, boolean hasMore) {
		return keys + " " + (hasMore ? "and more" : paths.stream().sorted().toList());
	}

	/** The shortest first, then by keys; what meets the same records is told as often. */
	private static String walked(RawGraph seen, Asked asked) {
		List<List<RawNode.Ref>> paths = new ArrayList<>();
		walk(seen, List.of(asked.from()), asked.to(), asked.hops(), paths);
		paths.sort(Comparator.comparingInt((List<RawNode.Ref> path) -> path.size())
			.thenComparing(FlowTests::keys, Values::compare));
		List<List<RawNode.Ref>> told = paths.stream()
			.limit(asked.limit())
			.map((path) -> path.subList(1, path.size()))
			.toList();
		return written(written(told, RawNode.Ref::key), written(told, GlobalIds::of), paths.size() > asked.limit());
	}

	private static List<String> written(List<List<RawNode.Ref>> paths, Function<RawNode.Ref, String> name) {
		return paths.stream().map((path) -> String.join(" ", path.stream().map(name).toList())).toList();
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

	/**
	 * What is asked.
	 *
	 * @param from the party that the flow starts from
	 * @param to the party that it leads to
	 * @param hops of a path at most
	 * @param limit paths at most
	 */
	private record Asked(RawNode.Ref from, RawNode.Ref to, int hops, int limit) {

	}

}
