package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.jointregistry.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine answers as the evaluator does over what the oracle says that the viewer
 * sees.
 */
@OracleTest
class DifferentialTests {

	private static final int GRAPHS = 20;

	private static final int ASKERS = 5;

	private static final int REQUESTS = 5;

	@Autowired
	private GeneratedRegistry registry;

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void engineAndEvaluatorAgree(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		this.registry.load(graph);
		List<String> failures = new ArrayList<>();
		for (Asker asker : AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS)) {
			RawGraph seen = this.registry.seen(graph, asker);
			for (int number = 0; number < REQUESTS; number++) {
				Request request = RequestGenerator.request(this.registry.sdl(), graph, random);
				List<String> differences = differences(asker, seen, request);
				if (!differences.isEmpty()) {
					failures.add(Case.of(seed, asker, request) + String.join("\n", differences) + "\nsmall: "
							+ small(asker, graph, request));
					this.registry.load(graph);
				}
			}
		}
		assertThat(failures).isEmpty();
	}

	private Shrinker.Small small(Asker asker, RawGraph graph, Request request) {
		return Shrinker.shrink(graph, request, (smaller, asked) -> {
			this.registry.load(smaller);
			return !differences(asker, this.registry.seen(smaller, asker), asked).isEmpty();
		});
	}

	private List<String> differences(Asker asker, RawGraph seen, Request request) {
		KnownCursors cursors = new KnownCursors();
		Answer answer = this.registry.ask(asker, request);
		Object expected = new Evaluator(this.registry.sdl(), seen, cursors).answer(request);
		List<String> differences = Comparison.differences(expected, answer.data(), cursors);
		if (!differences.isEmpty()) {
			differences.add(answer.errors().toString());
		}
		return differences;
	}

}
