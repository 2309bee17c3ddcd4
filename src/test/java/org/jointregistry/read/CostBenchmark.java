package org.jointregistry.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.embedded.DemoIssuer;
import org.jointregistry.embedded.EmbeddedNeo4j;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cost follows what is seen: the database hits of what a viewer of one record in a
 * hundred asks, beside those of the same question to a registry that holds nothing else.
 * Runs in the profile {@code benchmark}, and writes its table to
 * {@code target/cost-benchmark.md}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "registry.embedded.directory=target/joint-registry-cost-${random.uuid}", "registry.import.sets=",
				"registry.read.timeout=300s" })
@Import({ EmbeddedNeo4j.class, DemoIssuer.class, RegistryClient.class, CostBenchmark.Profiling.class })
@DirtiesContext
class CostBenchmark {

	private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

	/** How many times what it costs alone an operation may cost. */
	private static final double TOLERANCE = 1.1;

	private static final String PAGE = "{ contributions(%s) { nodes { key amount } pageInfo { startCursor endCursor hasNextPage } } }";

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private ProfiledStatements statements;

	private final StringBuilder table = new StringBuilder("""
			| operation | records | 1 % seen | those alone | ratio | all seen |
			| --- | ---: | ---: | ---: | ---: | ---: |
			""");

	private final List<String> dearer = new ArrayList<>();

	@Test
	void costFollowsWhatIsSeen() throws IOException {
		Crowd crowd = new Crowd(this.driver);
		for (int size : SIZES) {
			crowd.begin();
			crowd.addSeen(size);
			Map<String, Long> alone = hits(viewer());
			crowd.addHidden(size);
			compare(size, alone, hits(viewer()), hits(registrar()));
			Files.writeString(Path.of("target", "cost-benchmark.md"), this.table, StandardCharsets.UTF_8);
		}
		assertThat(this.dearer).as(this.table.toString()).isEmpty();
	}

	private void compare(int size, Map<String, Long> alone, Map<String, Long> among, Map<String, Long> all) {
		alone.forEach((operation, hits) -> {
			double ratio = (double) among.getOrDefault(operation, 0L) / hits;
			this.table.append("| %s | %,d | %,d | %,d | %.2f | %,d |%n".formatted(operation, size, among.get(operation),
					hits, ratio, all.get(operation)));
			if (ratio > TOLERANCE) {
				this.dearer.add(operation + " of " + size);
			}
		});
	}

	private Map<String, Long> hits(GraphqlSession viewer) {
		Map<String, Long> hits = new LinkedHashMap<>();
		String first = PAGE.formatted("first: 50");
		String after = cursor(viewer, first, "endCursor");
		String last = PAGE.formatted("last: 50");
		hits.put("first page", hits(viewer, first));
		hits.put("next page", hits(viewer, PAGE.formatted("first: 50, after: \"" + after + "\"")));
		hits.put("last page", hits(viewer, last));
		hits.put("page before",
				hits(viewer, PAGE.formatted("last: 50, before: \"" + cursor(viewer, last, "startCursor") + "\"")));
		hits.put("totalCount", hits(viewer, "{ contributions { totalCount } }"));
		hits.put("filter by amount", hits(viewer, PAGE.formatted("first: 50, where: {amount: {gt: \"900000\"}}")));
		hits.put("order by amount", hits(viewer, PAGE.formatted("first: 50, orderBy: [{amount: DESC}]")));
		hits.put("node", hits(viewer, "{ node(id: \"%s\") { id } }".formatted(id("Contribution:C10000007"))));
		hits.put("first page of a program's", hits(viewer, atProgram("(first: 50) { nodes { key amount } }")));
		hits.put("totalCount of a program's", hits(viewer, atProgram("{ totalCount }")));
		hits.put("a program's by amount",
				hits(viewer, atProgram("(first: 50, orderBy: [{amount: DESC}]) { nodes { key amount } }")));
		hits.put("programs by their contributions",
				hits(viewer, "{ programs(where: {contributions: {some: {amount: {gt: \"99\"}}}}) { totalCount } }"));
		return hits;
	}

	private static String atProgram(String contributions) {
		return "{ node(id: \"%s\") { ... on Program { contributions%s } } }".formatted(id("Program:P0"), contributions);
	}

	private long hits(GraphqlSession viewer, String document) {
		Answer answer = viewer.query(document);
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		return this.statements.hits();
	}

	private static String cursor(GraphqlSession viewer, String document, String which) {
		return viewer.query(document).data("/contributions/pageInfo/" + which).asString();
	}

	private static String id(String global) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(global.getBytes(StandardCharsets.UTF_8));
	}

	private GraphqlSession viewer() {
		return this.registry.claiming((claims) -> claims.subject("one-in-a-hundred")
			.claim("roles", List.of("NATIONAL_VIEWER"))
			.claim("nation", Crowd.NATION));
	}

	private GraphqlSession registrar() {
		return this.registry.claiming((claims) -> claims.subject("all").claim("roles", List.of("REGISTRAR")));
	}

	/**
	 * Counts hits.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class Profiling {

		@Bean
		@Primary
		ProfiledStatements profiledStatements(Driver driver, GraphModel model, ReadSettings settings) {
			return new ProfiledStatements(driver, model, settings);
		}

	}

}
