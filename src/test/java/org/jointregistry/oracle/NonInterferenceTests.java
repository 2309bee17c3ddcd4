package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answer to any request over the registry equals the answer over the registry with
 * everything that the viewer may not see taken out, byte for byte.
 */
@OracleTest
class NonInterferenceTests {

	private static final int GRAPHS = 3;

	private static final int ASKERS = 4;

	private static final int REQUESTS = 5;

	@Autowired
	private GeneratedRegistry registry;

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void hiddenIsAsAbsent(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		List<Asker> askers = AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS);
		this.registry.load(graph);
		List<Conversation.Said> said = new Conversation(this.registry).about(askers, graph, random, REQUESTS);
		assertAnswered(said);
		List<String> told = new ArrayList<>();
		for (Asker asker : askers) {
			this.registry.loadReduced(graph, asker);
			List<Conversation.Said> differing = differing(asker, said);
			differing.forEach((one) -> told.add(Case.of(seed, asker, one.request()) + one.answer() + "\nsmall: "
					+ small(asker, graph, one.request())));
		}
		assertThat(told).isEmpty();
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void hiddenMayComeAndGoAndChange(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		List<Asker> askers = AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS);
		this.registry.load(graph);
		List<Conversation.Said> said = new Conversation(this.registry).about(askers, graph, random, REQUESTS);
		assertAnswered(said);
		Twins twins = new Twins(this.registry.sdl(), random, this.registry.today());
		List<String> told = new ArrayList<>();
		for (Asker asker : askers) {
			Optional<RawGraph> twin = twins.twin(graph, asker);
			twin.ifPresent((other) -> {
				this.registry.load(other);
				differing(asker, said).forEach((one) -> told.add(Case.of(seed, asker, one.request()) + one.answer()));
			});
		}
		assertThat(told).isEmpty();
	}

	/**
	 * That nothing failed: two failures are alike whatever they hide.
	 */
	private static void assertAnswered(List<Conversation.Said> said) {
		assertThat(said).isNotEmpty()
			.noneMatch((one) -> one.answer().contains("\"INTERNAL\"") || one.answer().contains("\"TIMEOUT\""));
	}

	private List<Conversation.Said> differing(Asker asker, List<Conversation.Said> said) {
		return said.stream()
			.filter((one) -> one.asker().equals(asker))
			.filter((one) -> !whole(asker, one.request()).equals(one.answer()))
			.toList();
	}

	private Shrinker.Small small(Asker asker, RawGraph graph, Request request) {
		return Shrinker.shrink(graph, request, (smaller, asked) -> {
			this.registry.load(smaller);
			String answer = whole(asker, asked);
			this.registry.loadReduced(smaller, asker);
			return !whole(asker, asked).equals(answer);
		});
	}

	private String whole(Asker asker, Request request) {
		return GeneratedRegistry.whole(this.registry.ask(asker, request));
	}

}
