package org.jointregistry.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

import org.jointregistry.Answer;
import org.jointregistry.importing.ImportSource;
import org.jointregistry.importing.Importing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An export is all that the viewer sees and nothing else; and what an auditor exports is
 * all that there is: a registry that is filled from it is the same.
 */
@OracleTest
class ExportTests {

	private static final Asker AUDITOR = new Asker("auditor", Set.of("AUDITOR"), null, null, Set.of());

	private static final Asker REGISTRAR = new Asker("registrar", Set.of("REGISTRAR"), null, null, Set.of());

	private static final List<Asker> OTHERS = List.of(
			new Asker("deu", Set.of("NATIONAL_VIEWER"), "DEU", null, Set.of()),
			new Asker("usa", Set.of("NATIONAL_VIEWER"), "USA", null, Set.of()), AUDITOR);

	private static final int GRAPHS = 1;

	private static final int ASKERS = 2;

	/** How many files are compared at every build; all of them in the profile nightly. */
	private static final int FILES = 8;

	/** What recording adds, and what is not in the registry's files. */
	private static final String NODES = """
			MATCH (n) WHERE n.key IS NOT NULL AND NOT n:ImportFile AND NOT n:ImportFinding AND NOT n:AuditEntry
			  AND NOT n:Was AND NOT n:Allowance
			RETURN labels(n) AS labels,
			  n {.*, version: null, recordedAt: null, recordedFrom: null, recordedBy: null} AS facts""";

	private static final String EDGES = """
			MATCH (a)-[r]->(b)
			WHERE a.key IS NOT NULL AND NOT a:ImportFinding AND NOT type(r) STARTS WITH 'WAS'
			RETURN labels(a) + a.key + type(r) + labels(b) + coalesce(b.key, b.token) AS labels,
			  r {.*, version: null, recordedAt: null, recordedFrom: null, recordedBy: null} AS facts""";

	@Autowired
	private GeneratedRegistry registry;

	@Autowired
	private Importing importing;

	@Autowired
	private Driver driver;

	static LongStream seeds() {
		return Sizes.seeds(GRAPHS);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void hiddenIsAsAbsent(long seed) {
		Random random = new Random(seed);
		RawGraph graph = GraphGenerator.graph(this.registry.sdl(), random);
		List<Asker> askers = new ArrayList<>(AskerGenerator.askers(this.registry.sdl(), graph, random, ASKERS));
		askers.add(AUDITOR);
		this.registry.load(graph);
		List<String> names = some(random);
		Map<Asker, Map<String, String>> exported = new LinkedHashMap<>();
		askers.forEach((asker) -> exported.put(asker, files(asker, names, "ndjson")));
		exported.forEach((asker, files) -> {
			this.registry.loadReduced(graph, asker);
			assertThat(files(asker, names, "ndjson")).as("%s", asker).isEqualTo(files);
			assertThat(keys(files)).as("%s", asker).isEqualTo(keys(names, this.registry.seen(graph, asker)));
		});
	}

	@Test
	void whatIsExportedAndImportedIsTheSame() throws IOException {
		empty();
		for (String set : List.of("curated", "fictional")) {
			this.importing.load(set, ImportSource.in(Path.of("src/main/resources/data", set)));
		}
		Set<String> content = content();
		List<Map<String, String>> seen = seen();
		List<List<String>> wholes = Sizes.isNightly() ? List.of(List.of("csv"), List.of("ndjson"))
				: List.of(List.of("csv", "ndjson"));
		for (Map<String, String> whole : wholes.stream().map(this::inTurn).toList()) {
			empty();
			whole.forEach(this::load);
			assertThat(content()).isEqualTo(content);
			assertThat(seen()).isEqualTo(seen);
		}
	}

	/** What viewers see, which follows from the content: it is compared at night. */
	private List<Map<String, String>> seen() {
		return Sizes.isNightly() ? OTHERS.stream().map((asker) -> files(asker, names(), "csv")).toList() : List.of();
	}

	/** All files, in one form after the other. */
	private Map<String, String> inTurn(List<String> forms) {
		Map<String, String> files = new LinkedHashMap<>();
		names().forEach((name) -> files.putAll(files(AUDITOR, List.of(name), forms.get(files.size() % forms.size()))));
		return files;
	}

	private List<String> names() {
		return StreamSupport.stream(this.registry.get(AUDITOR, "/export").body().path("files").spliterator(), false)
			.map((file) -> file.asString())
			.toList();
	}

	private List<String> some(Random random) {
		List<String> names = new ArrayList<>(names());
		Collections.shuffle(names, random);
		return Sizes.isNightly() ? names : names.subList(0, FILES);
	}

	private void empty() {
		this.registry.load(RawGraph.of(List.of(), List.of()));
	}

	private void load(String file, String content) {
		Answer answer = this.registry.post(REGISTRAR, "/import/" + file, content);
		assertThat(answer.body().path("state").asString()).as("%s: %s", file, answer.text()).isEqualTo("DONE");
		assertThat(answer.body().path("skipped").booleanValue()).isFalse();
	}

	private Map<String, String> files(Asker asker, List<String> names, String form) {
		Map<String, String> files = new LinkedHashMap<>();
		names.forEach((file) -> {
			String name = file + "." + form;
			Answer answer = this.registry.get(asker, "/export/" + name);
			assertThat(answer.status()).as(name).isEqualTo(200);
			files.put(name, answer.text());
		});
		return files;
	}

	/** The keys of records in files, by type, without those of edges. */
	private Set<String> keys(Map<String, String> files) {
		JsonMapper json = new JsonMapper();
		Set<String> keys = new TreeSet<>();
		files.forEach((file, text) -> text.lines()
			.map(json::readTree)
			.filter((row) -> !row.has("from"))
			.forEach((row) -> keys.add(file.replace(".ndjson", "") + ":" + row.path("key").asString())));
		return keys;
	}

	private Set<String> keys(List<String> files, RawGraph graph) {
		Set<String> keys = new TreeSet<>();
		graph.nodes()
			.keySet()
			.stream()
			.filter((ref) -> files.contains(ref.type()))
			.forEach((ref) -> keys.add(ref.type() + ":" + ref.key()));
		return keys;
	}

	private Set<String> content() {
		Set<String> content = new TreeSet<>();
		for (String statement : List.of(NODES, EDGES)) {
			this.driver.executableQuery(statement)
				.execute()
				.records()
				.forEach((row) -> content.add(row.get("labels").asList() + " " + sorted(row.get("facts").asMap())));
		}
		return content;
	}

	private static Map<String, Object> sorted(Map<String, Object> facts) {
		Map<String, Object> sorted = new java.util.TreeMap<>(facts);
		sorted.values().removeIf((value) -> value == null);
		return sorted;
	}

}
