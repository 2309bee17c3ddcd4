package org.jointregistry.oracle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is generated puts each sentence of the policy to the test: were one not to hold,
 * some answer would be another. The registry need not run for that; where it agrees with
 * the oracle, it would tell as well.
 */
class SentenceTests {

	private static final Logger logger = LoggerFactory.getLogger(SentenceTests.class);

	/** As many as {@code DifferentialTests} has at every build. */
	private static final int GRAPHS = 20;

	private static final int ASKERS = 5;

	private static final int REQUESTS = 30;

	/** All that is hidden is there. */
	private static final int HIDDEN_DOES_NOT_EXIST = 13;

	private final Sdl sdl = Sdl.read();

	private final String today = LocalDate.now(Clock.systemUTC()).toString();

	@ParameterizedTest(name = "without sentence {0}")
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 })
	void answersTellWhetherTheSentenceHolds(int sentence) {
		OptionalLong telling = Sizes.exactly(GRAPHS).filter((seed) -> tells(seed, sentence)).findFirst();
		logger.info("Sentence {}: told by graph {}", sentence, telling);
		assertThat(telling).isPresent();
	}

	private boolean tells(long seed, int sentence) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.sdl, random);
		return AskerGenerator.askers(this.sdl, graph, random, ASKERS)
			.stream()
			.anyMatch((asker) -> tells(graph, asker, sentence, random));
	}

	private boolean tells(RawGraph graph, Asker asker, int sentence, Random random) {
		Rights rights = Rights.of(asker, graph, this.today);
		RawGraph seen = new Reduction(this.sdl, graph, asker, this.today).seen();
		RawGraph other = (sentence == HIDDEN_DOES_NOT_EXIST) ? graph
				: new Reduction(this.sdl, graph, asker, new Policy(this.sdl, graph, asker, rights, sentence)).seen();
		if (seen.nodes().equals(other.nodes()) && new HashSet<>(seen.edges()).equals(new HashSet<>(other.edges()))) {
			return false;
		}
		for (int number = 0; number < REQUESTS; number++) {
			Request request = RequestGenerator.request(this.sdl, graph, random);
			if (!answer(request, seen).equals(answer(request, other))) {
				return true;
			}
		}
		return false;
	}

	private Expectation answer(Request request, RawGraph seen) {
		return Expectation.of(request, seen, this.sdl, new KnownCursors());
	}

}
