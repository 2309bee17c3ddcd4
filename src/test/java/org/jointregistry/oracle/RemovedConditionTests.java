package org.jointregistry.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jointregistry.Answer;
import org.jointregistry.shared.RegistryException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The proof bites: whichever condition of the policy is taken out of the statements, at
 * one kind of place at a time, an answer over the whole registry is no longer the answer
 * over what the viewer may see.
 */
@OracleTest
class RemovedConditionTests {

	private static final Logger logger = LoggerFactory.getLogger(RemovedConditionTests.class);

	private static final int REQUESTS = 120;

	/** Rounds of questions whose answers are computed. */
	private static final int ROUNDS = 3;

	private static final int CANDIDATES = 10;

	/** Graphs that are looked at for a viewer whom a removal would show more. */
	private static final int GRAPHS = 100;

	private static final int ASKERS = 3;

	/** Requests about one graph that a removal may pass unnoticed. */
	private static final int TRIES = 4;

	private static final Path REPORT = Path.of("target", "removed-conditions.txt");

	/**
	 * Places that must be among those that were tried. Others may stand in the statements
	 * of requests or of computed answers, and are asked for by both.
	 */
	private static final Set<String> EXPECTED = Set.of("edge, hop, count", "edge, hop, list", "edge, path",
			"figure, shown", "holder, MEMBER_OF", "holder, PARTICIPATES_IN", "holder, PARTY_TO", "holder, PERFORMED_BY",
			"holder, RESEARCHED_BY", "node, hop, list", "node, hop, list, interface", "node, hop, count",
			"node, hop, one", "node, hop, some", "node, hop, none", "node, hop, order", "node, hop, order, interface",
			"node, hop, some, interface", "node, path", "node, reference", "node, root, one", "node, root, list",
			"release, root, call", "release, root, list", "release, root, count", "release, root, call, interface",
			"word, root, list", "word, root, count", "role, viewerMembership", "role, viewerParticipation", "rule",
			"validity, viewerAgreement.ended", "validity, viewerAgreement.entryIntoForce",
			"validity, viewerAgreement.inForce", "validity, viewerAgreement.status", "validity, viewerMembership.since",
			"validity, viewerMembership.until", "validity, viewerParticipation.joined",
			"validity, viewerParticipation.left", "validity, viewerParty.since", "validity, viewerParty.until",
			"validity, viewerWork.since", "validity, viewerWork.until");

	/** Places that stand in the statements of computed answers alone, or nearly so. */
	private static final Set<String> INSIGHTS = Set.of("edge, path", "node, path", "node, hop, order, interface",
			"node, hop, count, interface");

	/** Of cursors, whose element has been hidden since: see the other test. */
	private static final String REACHED = "reached";

	@Autowired
	private GeneratedRegistry registry;

	@Autowired
	private Tampering tampering;

	private final Conditions conditions = new Conditions(Sdl.read());

	private final Map<String, Integer> tried = new TreeMap<>();

	private final Set<String> noticed = new TreeSet<>();

	@AfterEach
	void stop() {
		this.tampering.stop();
	}

	@Test
	void everyRemovalIsNoticed() throws IOException {
		assumeTrue(Sizes.isNightly(), "Takes minutes: in the profile nightly");
		EXPECTED.forEach((place) -> this.tried.put(place, 0));
		for (long seed : Sizes.seeds(0).boxed().toList()) {
			if (!open().isEmpty()) {
				about(seed);
				report();
			}
		}
		assertThat(open()).as("removals that nothing noticed").isEmpty();
	}

	/** Where a condition was taken out, and how many requests it took to notice. */
	private void report() throws IOException {
		List<String> lines = new ArrayList<>();
		lines.add("%d of %d removals noticed (%d %%)".formatted(this.noticed.size(), this.tried.size(),
				100 * this.noticed.size() / this.tried.size()));
		this.tried.forEach((place, count) -> lines
			.add((this.noticed.contains(place) ? "%s: noticed by request %d" : "%s: not noticed by %d requests")
				.formatted(place, count)));
		Files.write(REPORT, lines);
	}

	private Set<String> open() {
		Set<String> open = new TreeSet<>(this.tried.keySet());
		open.removeAll(this.noticed);
		return open;
	}

	/**
	 * Looks for a graph in which one of the open removals would show a viewer more, and
	 * asks about it.
	 */
	private void about(long seed) {
		Random random = new Random(seed);
		List<String> open = List.copyOf(open());
		String place = open.get(random.nextInt(open.size()));
		for (int tries = 0; tries < GRAPHS; tries++) {
			RawGraph graph = GraphGenerator.graph(this.registry.sdl(), NeededTypes.of(place), random);
			List<Asker> askers = AskerGenerator.askers(this.registry.sdl(), graph, random, CANDIDATES)
				.stream()
				.filter((asker) -> !asker.is("REGISTRAR") && !asker.is("AUDITOR"))
				.filter((asker) -> wider(widening(graph, asker), Set.of(place)).containsKey(place))
				.limit(ASKERS)
				.toList();
			if (!askers.isEmpty()) {
				askers.forEach((asker) -> about(graph, asker, place, random));
				break;
			}
		}
		logger.info("Seed {} about {}: {} of {}, open {}", seed, place, this.noticed.size(), this.tried.size(), open());
	}

	private Widening widening(RawGraph graph, Asker asker) {
		return new Widening(this.registry.sdl(), graph, asker, this.registry.today());
	}

	/** What a viewer would see without each of some conditions, where that is more. */
	private static Map<String, RawGraph> wider(Widening widening, Set<String> places) {
		RawGraph seen = widening.seen();
		Map<String, RawGraph> wider = new TreeMap<>();
		for (String place : places) {
			RawGraph other = widening.without(place);
			if (!other.nodes().equals(seen.nodes())
					|| !new HashSet<>(other.edges()).equals(new HashSet<>(seen.edges()))) {
				wider.put(place, other);
			}
		}
		return wider;
	}

	private void about(RawGraph graph, Asker asker, String place, Random random) {
		List<Telling> telling = telling(asker, graph, place, random);
		this.registry.loadReduced(graph, asker);
		List<Asked> asked = new ArrayList<>();
		Map<String, Integer> count = new HashMap<>();
		telling.forEach((one) -> ask(asker, one, count, asked));
		this.registry.load(graph);
		open().forEach((each) -> remove(each, asked));
	}

	/**
	 * Requests whose answers would be others without a condition that is still to be
	 * tried, as the oracle says.
	 */
	private List<Telling> telling(Asker asker, RawGraph graph, String place, Random random) {
		List<Telling> telling = new ArrayList<>();
		if (INSIGHTS.contains(place) || !EXPECTED.contains(place)) {
			telling.addAll(computed(place, graph, random));
		}
		if (INSIGHTS.contains(place)) {
			return telling;
		}
		Widening widening = widening(graph, asker);
		RawGraph seen = widening.seen();
		Map<String, RawGraph> wider = wider(widening, open());
		for (Request request : SmallRequests.some(this.registry.sdl(), graph, random, REQUESTS)) {
			Map<String, @Nullable Object> answer = answer(seen, request);
			Set<String> places = new TreeSet<>();
			wider.forEach((each, other) -> {
				if (!answer(other, request).equals(answer)) {
					places.add(each);
				}
			});
			telling.add(new Telling(DocumentWriter.write(request), places));
		}
		return telling;
	}

	/** Questions whose answers are computed, which the oracle does not answer. */
	private List<Telling> computed(String place, RawGraph graph, Random random) {
		List<Telling> telling = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			InsightGenerator.questions(this.registry.sdl(), graph, random)
				.forEach((question) -> telling.add(new Telling(question, Set.of(place))));
		}
		return telling;
	}

	private Map<String, @Nullable Object> answer(RawGraph seen, Request request) {
		return new Evaluator(this.registry.sdl(), seen, new KnownCursors()).answer(request);
	}

	/**
	 * Asks what tells of a place that too few requests were about.
	 * @param asker the viewer
	 * @param telling what to ask
	 * @param count how many requests were about each place
	 * @param asked what was asked
	 */
	private void ask(Asker asker, Telling telling, Map<String, Integer> count, List<Asked> asked) {
		Set<String> places = new TreeSet<>(telling.places());
		places.removeIf((place) -> count.getOrDefault(place, 0) >= TRIES);
		if (!places.isEmpty()) {
			places.retainAll(places(asker, telling.document()));
		}
		if (!places.isEmpty()) {
			places.forEach((place) -> count.merge(place, 1, Integer::sum));
			Answer answer = this.registry.ask(asker, telling.document());
			asked.add(new Asked(asker, telling.document(), GeneratedRegistry.whole(answer), places));
		}
	}

	/** The places of a request's statement, which is read and not run. */
	private Set<String> places(Asker asker, DocumentWriter.Document document) {
		Set<String> places = new TreeSet<>();
		this.tampering.with((statement) -> {
			places.addAll(this.conditions.places(statement));
			throw RegistryException.notFound();
		});
		this.registry.ask(asker, document);
		this.tampering.stop();
		places.removeIf((place) -> place.contains(REACHED));
		places.forEach((place) -> this.tried.putIfAbsent(place, 0));
		return places;
	}

	private void remove(String place, List<Asked> all) {
		for (Asked one : all.stream().filter((asked) -> asked.places().contains(place)).limit(TRIES).toList()) {
			this.tried.merge(place, 1, Integer::sum);
			this.tampering.with((statement) -> this.conditions.without(statement, place));
			String answer = whole(one);
			this.tampering.stop();
			assertThat(answer).as("%s without %s", one, place).doesNotContain("\"INTERNAL\"");
			if (!answer.equals(one.answer())) {
				assertThat(whole(one)).as("%s with everything", one).isEqualTo(one.answer());
				this.noticed.add(place);
				logger.info("{} is noticed", place);
				return;
			}
		}
	}

	private String whole(Asked asked) {
		return GeneratedRegistry.whole(this.registry.ask(asked.asker(), asked.document()));
	}

	/**
	 * A request that tells whether conditions are there.
	 */
	private record Telling(DocumentWriter.Document document, Set<String> places) {

	}

	/**
	 * A request and the answer over what the viewer sees.
	 *
	 * @param asker the viewer
	 * @param document what is asked
	 * @param answer that the viewer may have
	 * @param places that are in its statements and that it tells of
	 */
	private record Asked(Asker asker, DocumentWriter.Document document, String answer, Set<String> places) {

	}

}
