package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.jointregistry.Answer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The engine answers as the evaluator does over what the oracle says that the viewer
 * sees, be it the answer's data or its errors; and the requests that show it ask for each
 * part of the schema.
 */
@OracleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DifferentialTests {

	private static final Logger logger = LoggerFactory.getLogger(DifferentialTests.class);

	private static final int GRAPHS = 7;

	/** Of so many parts of the tour of the schema, each graph is asked one. */
	private static final int PARTS = Sizes.isNightly() ? Sizes.graphs() : 60;

	private static final int ASKERS = 5;

	private static final int REQUESTS = 4;

	/** Of so many answers that have cursors, one is followed by another request. */
	private static final int FOLLOWED = 3;

	private final GeneratedRegistry registry;

	private final SchemaCoverage coverage;

	private int graphs;

	private int requests;

	private int refused;

	@Autowired
	DifferentialTests(GeneratedRegistry registry, GraphQlSource published) {
		this.registry = registry;
		this.coverage = new SchemaCoverage(published.schema());
	}

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@Order(1)
	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void engineAndEvaluatorAgree(long seed) {
		Random random = new Random(seed);
		Sdl sdl = this.registry.sdl();
		RawGraph graph = GraphGenerator.graph(sdl, random);
		this.registry.load(graph);
		List<Asker> askers = AskerGenerator.askers(sdl, graph, random, ASKERS);
		Random guide = new Random(~seed);
		List<Request> tour = SchemaTour.part(sdl, graph, guide, seed, PARTS);
		List<String> failures = new ArrayList<>();
		for (int number = 0; number < askers.size(); number++) {
			Talk talk = new Talk(askers.get(number), graph, seed, failures);
			for (int request = 0; request < REQUESTS; request++) {
				talk.about(RequestGenerator.request(sdl, graph, random), random);
			}
			for (int stop = number; stop < tour.size(); stop += askers.size()) {
				talk.about(tour.get(stop), guide);
			}
		}
		this.graphs++;
		assertThat(failures).isEmpty();
	}

	@Order(2)
	@Test
	void requestsAskForNinetyNineInAHundredPartsOfTheSchema() {
		logger.info("{} requests over {} graphs, of which {} were too costly", this.requests, this.graphs,
				this.refused);
		assumeTrue(this.graphs == PARTS, "Takes minutes: only in the profile nightly is everything asked for");
		int all = this.coverage.all().size();
		logger.info("{} of {} parts of the schema are asked for, but not {}", all - this.coverage.untouched().size(),
				all, this.coverage.untouched());
		assertThat(this.coverage.untouched()).hasSizeLessThan(all / 100);
		assertThat(this.refused).isLessThan(this.requests / 33);
	}

	private List<String> differences(Asker asker, RawGraph seen, Request request, KnownCursors cursors, Answer answer) {
		if (answer.errorCodes().equals(List.of("TOO_COSTLY")) && !answer.body().has("data")) {
			this.refused++;
			return List.of();
		}
		this.coverage.note(DocumentWriter.write(request));
		return Comparison.differences(Expectation.of(request, seen, this.registry.sdl(), cursors), answer, cursors);
	}

	/**
	 * What one viewer asks about one graph.
	 */
	private final class Talk {

		private final Asker asker;

		private final RawGraph graph;

		private final RawGraph seen;

		private final long seed;

		private final List<String> failures;

		private final KnownCursors cursors = new KnownCursors();

		Talk(Asker asker, RawGraph graph, long seed, List<String> failures) {
			this.asker = asker;
			this.graph = graph;
			this.seen = DifferentialTests.this.registry.seen(graph, asker);
			this.seed = seed;
			this.failures = failures;
		}

		/** Asks, and now and then goes on from the answer. */
		void about(Request request, Random random) {
			Answer answer = ask(request);
			FollowUps.of(request, answer.data(), random, random.nextInt(FOLLOWED) / (FOLLOWED - 1)).forEach(this::ask);
		}

		private Answer ask(Request request) {
			Answer answer = DifferentialTests.this.registry.ask(this.asker, request);
			DifferentialTests.this.requests++;
			List<String> differences = differences(this.asker, this.seen, request, this.cursors, answer);
			if (!differences.isEmpty()) {
				this.failures.add(Case.of(this.seed, this.asker, request) + String.join("\n", differences)
						+ (this.failures.isEmpty() ? "\nsmall: " + small(request) : ""));
				logger.error("{}", this.failures.getLast());
			}
			return answer;
		}

		private Shrinker.Small small(Request request) {
			GeneratedRegistry registry = DifferentialTests.this.registry;
			Shrinker.Small small = Shrinker.shrink(this.graph, request, (smaller, asked) -> {
				registry.load(smaller);
				Answer answer = registry.ask(this.asker, asked);
				return !differences(this.asker, registry.seen(smaller, this.asker), asked, new KnownCursors(), answer)
					.isEmpty();
			});
			registry.load(this.graph);
			return small;
		}

	}

}
