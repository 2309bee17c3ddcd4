package org.jointregistry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.ProfiledPlan;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Marking;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;
import org.jointregistry.access.ViewerKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Searches and lists of several types start at an index, and cost what the viewer sees.
 */
@RegistryTest
class SearchPlanTests {

	private static final List<String> SCANS = List.of("NodeByLabelScan", "AllNodesScan", "DirectedRelationshipTypeScan",
			"DirectedRelationshipIndexScan");

	private static final int HIDDEN = 500;

	@Autowired
	private RegistryClient registry;

	@Autowired
	private Driver driver;

	@Autowired
	private Statements statements;

	@Autowired
	private GraphModel model;

	@AfterEach
	void clear() {
		this.driver.executableQuery("MATCH (n:Technology) WHERE n.key STARTS WITH 'FX-UNSEEN' DETACH DELETE n")
			.execute();
	}

	@ParameterizedTest(name = "{0} asks {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					viewer-deu  | programs(where: {search: "typhoon"}) { nodes { name } }           | RELATIONSHIP
					viewer-deu  | programs(where: {search: "eu"}, orderBy: {name: ASC}) { totalCount nodes { name } } | RELATIONSHIP
					viewer-deu  | records(where: {search: "typhoon"}) { totalCount nodes { key } }  | RELATIONSHIP
					viewer-deu  | records { totalCount nodes { key } }                              | RELATIONSHIP
					registrar   | programs(where: {search: "typhoon"}) { totalCount nodes { name } } | RELATIONSHIP
					registrar   | records(where: {search: "typhoon"}) { totalCount nodes { key } }  | RELATIONSHIP
					registrar   | records { nodes { key } }                                         | NODE
					viewer-deu  | parties(where: {key: {eq: "DEU"}}) { nodes { key } }              | NODE
					registrar   | parties(where: {key: {eq: "DEU"}}) { nodes { key } }              | NODE
					viewer-deu  | parties(where: {id: {eq: "TmF0aW9uOkRFVQ"}}) { totalCount nodes { key } } | NODE
					manager-efa | parties(where: {id: {eq: "TmF0aW9uOkRFVQ"}}, last: 2) { nodes { key } } | NODE
					registrar   | parties(where: {id: {eq: "TmF0aW9uOkRFVQ"}}) { totalCount nodes { key } } | NODE
					""")
	void aSearchStartsAtAnIndex(String client, String field, String entries) {
		try (SentStatements sent = new SentStatements()) {
			assertThat(this.registry.as(client).query("{ " + field + " }").errorCodes()).isEmpty();
			String run = sent.all().getFirst();
			String text = run.substring(0, run.lastIndexOf("\" {"));
			List<String> operators = new ArrayList<>();
			collect(this.driver.executableQuery(text.replace("CYPHER 25", "CYPHER 25 EXPLAIN"))
				.execute()
				.summary()
				.plan(), operators);
			assertThat(operators).anyMatch((found) -> found
				.startsWith(entries.equals("NODE") ? "NodeUniqueIndexSeek" : "DirectedRelationshipIndexSeek"));
			assertThat(operators).noneMatch((found) -> SCANS.stream().anyMatch(found::startsWith));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Technology", "Record" })
	void whatIsHiddenCostsNothing(String type) {
		ViewerKind manager = new ViewerKind(false, false, false, false);
		long before = hits(type, manager, "radar");
		long all = hits(type, new ViewerKind(true, false, false, false), "radar");
		hide();
		assertThat(hits(type, manager, "radar")).isEqualTo(before).isPositive();
		assertThat(hits(type, new ViewerKind(true, false, false, false), "radar")).isGreaterThan(all + HIDDEN);
	}

	@Test
	void aLongWordCostsLessThanAShortOne() {
		ViewerKind manager = new ViewerKind(false, false, false, false);
		assertThat(hits("Program", manager, "typhoon")).isLessThan(hits("Program", manager, "e"));
	}

	private void hide() {
		Release release = new Release(Marking.ORIGINATOR, null, Set.of(), "ZZZ", Set.of(), Set.of(), Set.of(), Set.of(),
				false);
		Map<String, List<String>> records = IntStream.range(0, HIDDEN)
			.boxed()
			.collect(Collectors.toMap((number) -> "FX-UNSEEN-" + number, (number) -> List.of("Radar " + number)));
		this.driver.executableQuery("UNWIND $keys AS key CREATE (:Technology {key: key})")
			.withParameters(Map.of("keys", records.keySet()))
			.execute();
		new StoredReleases("Technology", release).store(this.driver, records);
	}

	private long hits(String type, ViewerKind viewer, String word) {
		Plan.Connection page = new Plan.Connection(new Filter.Search("p0", "p1"), List.of(),
				new Plan.Page(false, "p2", null, null), true, true, List.of(), List.of());
		String text = this.statements.text(new Plan.Listing(this.model.node(type), page), viewer);
		Map<String, Object> parameters = Map.of("p0", List.of(word), "p1", word, "p2", 51, "viewerTokens",
				List.of("office:EFA", "public"));
		return hits(this.driver.executableQuery(text.replace("CYPHER 25", "CYPHER 25 PROFILE"))
			.withParameters(parameters)
			.execute()
			.summary()
			.profile());
	}

	private static long hits(ProfiledPlan plan) {
		return plan.dbHits() + plan.children().stream().mapToLong(SearchPlanTests::hits).sum();
	}

	private static void collect(org.neo4j.driver.summary.Plan plan, List<String> operators) {
		operators.add(plan.operatorType());
		plan.children().forEach((child) -> collect(child, operators));
	}

}
