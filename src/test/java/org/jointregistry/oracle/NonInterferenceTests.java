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

	private static final int GRAPHS = 4;

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
		List<String> told = new ArrayList<>();
		for (Asker asker : askers) {
			this.registry.loadReduced(graph, asker);
			told.addAll(differing(seed, asker, said));
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
		Twins twins = new Twins(this.registry.sdl(), random, this.registry.today());
		List<String> told = new ArrayList<>();
		for (Asker asker : askers) {
			Optional<RawGraph> twin = twins.twin(graph, asker);
			twin.ifPresent((other) -> {
				this.registry.load(other);
				told.addAll(differing(seed, asker, said));
			});
		}
		assertThat(told).isEmpty();
	}

	private List<String> differing(long seed, Asker asker, List<Conversation.Said> said) {
		List<String> differing = new ArrayList<>();
		for (Conversation.Said one : said) {
			if (one.asker().equals(asker)) {
				String answer = GeneratedRegistry.whole(this.registry.ask(asker, one.request()));
				if (!answer.equals(one.answer())) {
					differing.add(Case.of(seed, asker, one.request()) + one.answer() + "\n" + answer);
				}
			}
		}
		return differing;
	}

}
