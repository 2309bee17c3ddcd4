package org.jointregistry.dependence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What has ended carries nothing, owners are followed once, and what is not known is not
 * guessed.
 */
@RegistryTest
class DependenceTests {

	private static final String CONTRACTORS = """
			UNWIND ['A', 'B', 'C'] AS name
			CREATE (:Contractor {key: 'FX-WRT-' + name, name: name, kind: 'COMPANY', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			""";

	private static final String WORK = """
			MATCH (p:Program {key: 'FX-WRT-ONE'}), (a:Contractor {key: 'FX-WRT-A'}), (b:Contractor {key: 'FX-WRT-B'}),
			  (x:Nation {key: 'XWA'}), (y:Nation {key: 'XWB'})
			CREATE (a)-[:SEATED_IN]->(x)
			CREATE (a)<-[:PERFORMED_BY]-(w:WorkShare {key: 'FX-WRT-WA', component: 'Wing', role: 'SUPPLIER',
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:PART_OF_WORK]->(p)
			CREATE (b)<-[:PERFORMED_BY]-(v:WorkShare {key: 'FX-WRT-WB', component: 'Wing', role: 'SUPPLIER',
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:PART_OF_WORK]->(p)
			CREATE (b)<-[:PLACED_WITH]-(c:Contract {key: 'FX-WRT-CB', title: 'Wing', kind: 'PRODUCTION', state: 'SIGNED',
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:CONTRACT_FOR]->(p)
			CREATE (t:Technology {key: 'FX-WRT-T', name: 'T', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})
			CREATE (b)-[right:HOLDS_RIGHT {key: 'FX-WRT-R', right: 'FX-WRT-R', subject: 'All', class: 'BACKGROUND',
			  grant: 'MAY_USE', joint: false, derived: false}]->(t)
			CREATE (t)<-[use:USES {key: 'FX-WRT-U'}]-(p)
			WITH *
			""";

	@Autowired
	private Driver driver;

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(CONTRACTORS);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET p.note = 'As it is'            | FX-WRT-CB FX-WRT-T FX-WRT-WB FX-WRT-ONE
			SET v.until = '2020'               | FX-WRT-CB FX-WRT-T FX-WRT-ONE
			SET v.since = '9999'               | FX-WRT-CB FX-WRT-T FX-WRT-ONE
			SET c.state = 'TERMINATED'         | FX-WRT-T FX-WRT-WB FX-WRT-ONE
			SET c.until = '2020'               | FX-WRT-T FX-WRT-WB FX-WRT-ONE
			SET right.until = '2020'           | FX-WRT-CB FX-WRT-WB FX-WRT-ONE
			SET right.confirmation = 'REFUSED' | FX-WRT-CB FX-WRT-WB FX-WRT-ONE
			SET v.until = '2020', c.until = '2020', use.until = '2020' | FX-WRT-T
			CREATE (a)-[:SUBSIDIARY_OF]->(b)   | FX-WRT-CB FX-WRT-A FX-WRT-T FX-WRT-WB FX-WRT-ONE FX-WRT-WA
			CREATE (b)-[:SUBSIDIARY_OF]->(b)   | FX-WRT-CB FX-WRT-T FX-WRT-WB FX-WRT-ONE
			""")
	void whatHoldsIsLost(String change, String lost) {
		work(change);
		assertLost("").containsExactly(lost.split(" "));
	}

	@Test
	void whatWouldHaveBeenLostAtATimeIsTold() throws InterruptedException {
		work("SET p.note = 'As it is'");
		Instant before = Scene.between();
		this.scene.endWork("FX-WRT-WB");
		assertLost("").containsExactly("FX-WRT-CB", "FX-WRT-T", "FX-WRT-ONE");
		assertLost("query @asOf(at: \"%s\")".formatted(before)).containsExactly("FX-WRT-CB", "FX-WRT-T", "FX-WRT-WB",
				"FX-WRT-ONE");
	}

	private ListAssert<String> assertLost(String operation) {
		Answer answer = this.scene.manager()
			.query("%s { lossOf(party: \"%s\") { records { record { key } } } }".formatted(operation,
					Scene.id("Contractor", "FX-WRT-B")));
		return assertThat(answer.all("key")).as(answer.text());
	}

	@Test
	void firstOfWhatIsLostIsToldAndAllIsCounted() {
		work("SET p.note = 'As it is'");
		assertThat(lost(3)).isEqualTo("4: FX-WRT-CB 1 -, FX-WRT-T 1 -, FX-WRT-WB 1 -");
		assertThat(lost(4)).isEqualTo("4: FX-WRT-CB 1 -, FX-WRT-T 1 -, FX-WRT-WB 1 -, FX-WRT-ONE 2 FX-WRT-CB");
	}

	@Test
	void whatIsNearAndFarIsNearAndComesByTypeAndKey() {
		work("CREATE (t)<-[:DERIVED_FROM {key: 'FX-WRT-AD'}]-(d:Technology {key: 'FX-WRT-AD', name: 'D', marking: 'PUBLIC', "
				+ "releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1}) "
				+ "CREATE (b)-[:HOLDS_RIGHT {key: 'FX-WRT-RD', right: 'FX-WRT-RD', subject: 'All', class: 'FOREGROUND', "
				+ "grant: 'OWNS', joint: false, derived: false}]->(d)");
		assertThat(lost(9)).startsWith("5: FX-WRT-CB 1 -, FX-WRT-AD 1 -, FX-WRT-T 1 -");
	}

	private String lost(int limit) {
		Answer answer = this.scene.manager()
			.query("{ lossOf(party: \"%s\", limit: %d) { recordCount records { record { key } steps through { key } } } }"
				.formatted(Scene.id("Contractor", "FX-WRT-B"), limit));
		return answer.data("/lossOf/recordCount").asInt() + ": "
				+ String.join(", ",
						answer.data("/lossOf/records")
							.valueStream()
							.map((lost) -> lost.at("/record/key").asString() + " " + lost.path("steps").asInt() + " "
									+ lost.at("/through/key").asString("-"))
							.toList());
	}

	@ParameterizedTest(name = "{0}: {1} {2}")
	@CsvSource(delimiter = '|', textBlock = """
			SET p.note = 'As it is'                             | ''  | 1
			CREATE (b)-[:SEATED_IN]->(x)                        | XWA | 0
			CREATE (b)-[:SEATED_IN]->(y)                        | ''  | 0
			SET v.until = '2020'                                | XWA | 0
			SET v.component = null                              | XWA | 0
			SET v.component = 'Tail'                            | XWA | 1
			SET w.until = '2020'                                | ''  | 1
			""")
	void componentIsOfOneNationWhereAllOfItsSuppliersAre(String change, String nation, int undecided) {
		work(change);
		Answer answer = this.scene.manager()
			.query("{ soleSupplies(programs: [\"%s\"]) { supplies { nation { key } } undecided } }"
				.formatted(Scene.id("Program", "FX-WRT-ONE")));
		assertThat(String.join(" ", answer.all("key"))).as(answer.text()).isEqualTo(nation);
		assertThat(answer.data("/soleSupplies/undecided").asInt()).isEqualTo(undecided);
	}

	private void work(String change) {
		this.scene.run(WORK + change);
		Map.of("FX-WRT-WA", "WorkShare", "FX-WRT-WB", "WorkShare", "FX-WRT-CB", "Contract")
			.forEach((key, label) -> new StoredReleases(label, Release.PUBLIC).store(this.driver, key, List.of()));
	}

	@Test
	void waysUpAreFollowedOnceAndTheLastKnownShareCounts() {
		own("A", "B", "400000", "2020");
		own("A", "B", "500000", "2024");
		own("A", "B", "300000", null);
		own("B", "C", "333333", "2024");
		own("C", "A", "1000", "2024");
		assertThat(chains("A")).containsExactly("FX-WRT-B FX-WRT-C 16.6667");
		assertThat(chains("C")).containsExactly("FX-WRT-A FX-WRT-B 0.05");
	}

	@Test
	void unknownShareLeavesNone() {
		own("A", "B", null, "2024");
		own("B", "C", "1000000", "2024");
		assertThat(chains("A")).containsExactly("FX-WRT-B FX-WRT-C null");
		assertThat(chains("C")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "ownershipChains(contractor: \"%s\"; limit: 0) { hasMore }",
			"ownershipChains(contractor: \"%s\"; limit: 501) { hasMore }",
			"lossOf(party: \"%s\"; limit: 0) { recordCount }", "lossOf(party: \"%s\"; limit: 1001) { recordCount }" })
	void limitHasBounds(String asked) {
		assertThat(this.scene.manager()
			.query("{ %s }".formatted(asked.replace(';', ',').formatted(Scene.id("Contractor", "FX-WRT-A"))))
			.errorCodes()).containsExactly("BAD_INPUT");
	}

	@Test
	void thereMayBeMoreWays() {
		own("A", "B", "500000", "2024");
		own("A", "C", "500000", "2024");
		Answer answer = this.scene.manager()
			.query("{ ownershipChains(contractor: \"%s\", limit: 1) { hasMore chains { owners { key } } } }"
				.formatted(Scene.id("Contractor", "FX-WRT-A")));
		assertThat(answer.all("key")).containsExactly("FX-WRT-B");
		assertThat(answer.data("/ownershipChains/hasMore").asBoolean()).isTrue();
	}

	private List<String> chains(String contractor) {
		Answer answer = this.scene.manager()
			.query("{ ownershipChains(contractor: \"%s\") { chains { owners { key } share } } }"
				.formatted(Scene.id("Contractor", "FX-WRT-" + contractor)));
		List<String> chains = new ArrayList<>();
		answer.data("/ownershipChains/chains")
			.values()
			.forEach((chain) -> chains
				.add(String.join(" ", chain.findValues("key").stream().map((key) -> key.asString()).toList()) + " "
						+ chain.path("share").asString("null")));
		return chains;
	}

	/** That an owner holds so many ten-thousandths of a percent. */
	private void own(String owned, String owner, @Nullable String share, @Nullable String asOf) {
		this.scene.run("""
				MATCH (a:Contractor {key: 'FX-WRT-%s'}), (b:Contractor {key: 'FX-WRT-%s'})
				CREATE (b)-[:OWNS {key: 'FX-WRT-O' + randomUUID(), share: %s, asOf: %s}]->(a)""".formatted(owned, owner,
				share, (asOf != null) ? "'" + asOf + "'" : "null"));
	}

}
