package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The answer to any request over the registry equals the answer over the registry with
 * everything that the viewer may not see taken out, byte for byte.
 */
@OracleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NonInterferenceTests {

	/** Sees everything. */
	private static final Asker AUDITOR = new Asker("auditor", Set.of("AUDITOR"), null, null, Set.of());

	private static final int GRAPHS = 3;

	private static final int ASKERS = 4;

	private static final int REQUESTS = 5;

	@Autowired
	private GeneratedRegistry registry;

	private int graphs;

	private long tellingInsights;

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@Order(1)
	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void hiddenIsAsAbsent(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		List<Asker> askers = AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS);
		this.registry.load(graph);
		List<Conversation.Said> said = new Conversation(this.registry).about(askers, graph, random, REQUESTS);
		assertAnswered(said);
		this.graphs++;
		this.tellingInsights += said.stream()
			.filter(Conversation.Said::isInsight)
			.filter((one) -> !whole(AUDITOR, one.document()).equals(one.answer()))
			.count();
		List<String> told = new ArrayList<>();
		for (Asker asker : askers) {
			this.registry.loadReduced(graph, asker);
			List<Conversation.Said> differing = differing(asker, said);
			differing
				.forEach((one) -> told.add(Case.of(seed, asker, one.document()) + one.answer() + small(graph, one)));
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
				differing(asker, said).forEach((one) -> told.add(Case.of(seed, asker, one.document()) + one.answer()));
			});
		}
		assertThat(told).isEmpty();
	}

	/** Sentence 14 is put to the test: there was something that they must leave out. */
	@Order(2)
	@Test
	void insightsHadSomethingToHide() {
		assumeTrue(this.graphs >= GRAPHS, "Only after the answers were compared");
		assertThat(this.tellingInsights).isGreaterThan(this.graphs);
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
			.filter((one) -> !whole(asker, one.document()).equals(one.answer()))
			.toList();
	}

	private String small(RawGraph graph, Conversation.Said told) {
		if (told.request() == null) {
			return "";
		}
		return "\nsmall: " + Shrinker.shrink(graph, told.request(), (smaller, asked) -> {
			this.registry.load(smaller);
			String answer = whole(told.asker(), DocumentWriter.write(asked));
			this.registry.loadReduced(smaller, told.asker());
			return !whole(told.asker(), DocumentWriter.write(asked)).equals(answer);
		});
	}

	private String whole(Asker asker, DocumentWriter.Document document) {
		return GeneratedRegistry.whole(this.registry.ask(asker, document));
	}

}
