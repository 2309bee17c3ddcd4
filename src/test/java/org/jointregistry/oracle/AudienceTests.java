package org.jointregistry.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

import org.jointregistry.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the registry tells of who may see a record is what the sentences say: to auditors
 * all of it, to the nation that the record came from as far as that nation sees, to no
 * one else anything.
 */
@OracleTest
class AudienceTests {

	private static final int GRAPHS = 6;

	private static final int ASKERS = 4;

	private static final String ASKED = """
			{
			  records: %s(first: 100) {
			    nodes {
			      key
			      visibleTo { roles nation organization program grounds { sentence community program agreement } }
			    }
			  }
			}
			""";

	@Autowired
	private GeneratedRegistry registry;

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void auditorsAreToldEverySentence(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		this.registry.load(graph);
		List<Asker> askers = everyAsker(graph);
		askers.addAll(AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS));
		Map<RawNode.Ref, @Nullable List<Audiences.Line>> told = read(answers(AsSeenBy.AUDITOR, graph));
		assertThat(told).isNotEmpty();
		told.forEach((ref, some) -> {
			RawNode record = graph.get(ref);
			List<Audiences.Line> lines = Objects.requireNonNull(some, "An auditor is told of each record");
			assertThat(lines).as("%s: %s", seed, record)
				.doesNotHaveDuplicates()
				.containsExactlyInAnyOrderElementsOf(
						Audiences.of(record, graph, this.registry.sdl(), this.registry.today()));
			for (Asker asker : askers) {
				assertThat(Audiences.name(lines, asker)).as("%s: %s of %s", seed, asker, record)
					.isEqualTo(new Policy(this.registry.sdl(), graph, asker, this.registry.today()).seesNode(record));
			}
		});
	}

	/** One for each claim that the graph gives a meaning to, and for each role. */
	private static List<Asker> everyAsker(RawGraph graph) {
		List<Asker> askers = new ArrayList<>();
		for (String nation : GraphGenerator.NATIONS) {
			askers.add(new Asker(nation, Set.of("NATIONAL_DELEGATE"), nation, null, Set.of()));
		}
		Set<String> programs = new TreeSet<>();
		Set<String> organizations = new TreeSet<>();
		for (RawNode.Ref node : graph.nodes().keySet()) {
			switch (node.type()) {
				case "Program" -> programs.add(node.key());
				case "Contractor", "Institution", "InnovationHub" -> organizations.add(node.key());
				default -> {
					// No token names it
				}
			}
		}
		programs.removeIf((key) -> !AskerGenerator.isClaimed(key));
		organizations.removeIf((key) -> !AskerGenerator.isClaimed(key));
		programs.forEach((key) -> askers.add(new Asker(key, Set.of("PROGRAM_MANAGER"), null, null, Set.of(key))));
		organizations.forEach((key) -> askers.add(new Asker(key, Set.of("INDUSTRY"), null, key, Set.of())));
		askers.add(new Asker("registrar", Set.of("REGISTRAR"), null, null, Set.of()));
		askers.add(AsSeenBy.AUDITOR);
		return askers;
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void theOriginatorIsToldWhatItSees(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		Twins twins = new Twins(this.registry.sdl(), random, this.registry.today());
		for (Asker asker : nationals()) {
			this.registry.load(graph);
			Map<String, String> answers = answers(asker, graph);
			RawGraph seen = this.registry.seen(graph, asker);
			read(answers).forEach((ref, lines) -> assertThat(set(lines)).as("%s: %s of %s", seed, asker, ref)
				.isEqualTo(expected(seen.get(ref), asker, seen)));
			this.registry.loadReduced(graph, asker);
			assertThat(answers(asker, graph)).as("%s: %s", seed, asker).isEqualTo(answers);
			Optional<RawGraph> twin = twins.twin(graph, asker);
			twin.ifPresent((other) -> {
				this.registry.load(other);
				assertThat(answers(asker, graph)).as("%s: %s and a twin", seed, asker).isEqualTo(answers);
			});
		}
	}

	private static List<Asker> nationals() {
		List<Asker> askers = new ArrayList<>();
		for (String nation : GraphGenerator.NATIONS) {
			askers.add(new Asker("viewer of " + nation, Set.of("NATIONAL_VIEWER"), nation, null, Set.of()));
		}
		return askers;
	}

	private static @Nullable Set<Audiences.Line> set(@Nullable List<Audiences.Line> lines) {
		return (lines != null) ? new HashSet<>(lines) : null;
	}

	private @Nullable Set<Audiences.Line> expected(RawNode record, Asker asker, RawGraph seen) {
		return String.valueOf(asker.nation()).equals(record.fact("originator"))
				? new HashSet<>(Audiences.of(record, seen, this.registry.sdl(), this.registry.today())) : null;
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void nobodyElseIsToldAnything(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		this.registry.load(graph);
		for (Asker asker : everyAsker(graph)) {
			if (!asker.isNational() && !asker.is("AUDITOR")) {
				assertThat(read(answers(asker, graph)).values()).containsOnlyNulls();
			}
		}
	}

	/** The answers about all records of each type that the graph has. */
	private Map<String, String> answers(Asker asker, RawGraph graph) {
		Map<String, String> answers = new LinkedHashMap<>();
		for (Sdl.Type type : this.registry.sdl().types().values()) {
			if (type.isRecord() && !graph.ofType(type.name()).isEmpty()) {
				Answer answer = this.registry.ask(asker,
						new DocumentWriter.Document(ASKED.formatted(type.plural()), Map.of()));
				assertThat(answer.errors().isMissingNode()).as(answer.text()).isTrue();
				answers.put(type.name(), answer.text());
			}
		}
		return answers;
	}

	private static Map<RawNode.Ref, @Nullable List<Audiences.Line>> read(Map<String, String> answers) {
		Map<RawNode.Ref, @Nullable List<Audiences.Line>> told = new LinkedHashMap<>();
		answers.forEach((type, text) -> {
			for (JsonNode record : JsonMapper.shared().readTree(text).at("/data/records/nodes")) {
				told.put(new RawNode.Ref(type, record.path("key").stringValue()),
						Audiences.read(record.path("visibleTo")));
			}
		});
		return told;
	}

}
