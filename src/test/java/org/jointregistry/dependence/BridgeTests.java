package org.jointregistry.dependence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Marking;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An organization is a bridge where, and only where, it ties together what nobody else
 * does, by ties that hold today.
 */
@RegistryTest
class BridgeTests {

	/**
	 * Two programs, of which A works on both and B did, a hub, an institution, and
	 * nations.
	 */
	private static final String SET = """
			MATCH (one:Program {key: 'FX-WRT-ONE'}), (x:Nation {key: 'XWA'}), (y:Nation {key: 'XWB'})
			WITH one, x, y, {marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1} AS record
			CREATE (two:Program {key: 'FX-WRT-TWO', name: 'Two', domain: 'AIR'}) SET two += record
			CREATE (a:Contractor {key: 'FX-WRT-A', name: 'A', kind: 'COMPANY'}) SET a += record
			CREATE (b:Contractor {key: 'FX-WRT-B', name: 'B', kind: 'COMPANY'}) SET b += record
			CREATE (w:WorkShare {key: 'FX-WRT-W', role: 'SUPPLIER'}) SET w += record
			CREATE (c:Contract {key: 'FX-WRT-C', title: 'C', kind: 'PRODUCTION', state: 'SIGNED'}) SET c += record
			CREATE (v:WorkShare {key: 'FX-WRT-V', role: 'SUPPLIER', until: '2020'}) SET v += record
			CREATE (u:WorkShare {key: 'FX-WRT-U', role: 'SUPPLIER'}) SET u += record
			CREATE (d:Contract {key: 'FX-WRT-D', title: 'D', kind: 'PRODUCTION', state: 'SIGNED'}) SET d += record
			CREATE (h:InnovationHub {key: 'FX-WRT-H', name: 'H', kind: 'TEST_CENTRE'}) SET h += record
			CREATE (o:Community {key: 'FX-WRT-O', name: 'O', kind: 'ALLIANCE'}) SET o += record
			CREATE (g:Challenge {key: 'FX-WRT-G', name: 'G', problem: 'G'}) SET g += record
			CREATE (k:Cohort {key: 'FX-WRT-K', name: 'K'}) SET k += record
			CREATE (i:Institution {key: 'FX-WRT-I', name: 'I', kind: 'UNIVERSITY'}) SET i += record
			CREATE (a)<-[:PERFORMED_BY]-(w)-[:PART_OF_WORK]->(one), (a)<-[:PLACED_WITH]-(c)-[:CONTRACT_FOR]->(two),
			  (b)<-[:PERFORMED_BY]-(v)-[:PART_OF_WORK]->(one), (b)<-[:PLACED_WITH]-(d)-[:CONTRACT_FOR]->(two),
			  (h)-[:RUN_BY]->(o), (h)<-[:HOSTED_BY_HUB]-(g), (g)<-[:COHORT_OF]-(k)
			""";

	private static final Release HIDDEN = new Release(Marking.ORIGINATOR, null, Set.of(), null, Set.of(), Set.of(),
			Set.of(), Set.of(), false);

	private static final Map<String, String> RECORDS = new TreeMap<>(Map.ofEntries(Map.entry("FX-WRT-TWO", "Program"),
			Map.entry("FX-WRT-A", "Contractor"), Map.entry("FX-WRT-B", "Contractor"),
			Map.entry("FX-WRT-W", "WorkShare"), Map.entry("FX-WRT-C", "Contract"), Map.entry("FX-WRT-U", "WorkShare"),
			Map.entry("FX-WRT-V", "WorkShare"), Map.entry("FX-WRT-D", "Contract"),
			Map.entry("FX-WRT-H", "InnovationHub"), Map.entry("FX-WRT-O", "Community"),
			Map.entry("FX-WRT-G", "Challenge"), Map.entry("FX-WRT-K", "Cohort"), Map.entry("FX-WRT-I", "Institution"),
			Map.entry("XWA", "Nation"), Map.entry("XWB", "Nation")));

	@Autowired
	private Driver driver;

	@OnStage
	private Scene scene;

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET one.note = 'As it is'                                     | FX-WRT-A 1 FX-WRT-ONE/FX-WRT-TWO
			SET w.until = '2020'                                          | ''
			SET w.since = '9999'                                          | ''
			SET c.state = 'TERMINATED'                                    | ''
			SET c.until = '2020'                                          | ''
			SET v.until = null                                            | ''
			CREATE (a)-[:SUBSIDIARY_OF]->(b) SET c.state = 'TERMINATED'   | \
			  FX-WRT-A 1 FX-WRT-ONE/FX-WRT-TWO; FX-WRT-B 1 FX-WRT-ONE/FX-WRT-TWO
			CREATE (b)-[:OWNS {key: 'FX-WRT-OW'}]->(a) SET c.state = 'TERMINATED' | \
			  FX-WRT-A 1 FX-WRT-ONE/FX-WRT-TWO; FX-WRT-B 1 FX-WRT-ONE/FX-WRT-TWO
			CREATE (i)-[:MAINTAINED_BY]->(x) CREATE (i)-[:MAINTAINED_BY]->(y) | \
			  FX-WRT-A 1 FX-WRT-ONE/FX-WRT-TWO; FX-WRT-I 1 XWA/XWB
			SET w.until = '2020' CREATE (i)<-[:RESEARCHED_BY]-(u)-[:PART_OF_WORK]->(one) \
			  CREATE (i)-[:IN_COHORT {key: 'FX-WRT-KI'}]->(k) CREATE (k)-[:COHORT_FOR]->(two) | \
			  FX-WRT-I 3 FX-WRT-O/FX-WRT-ONE/FX-WRT-TWO; FX-WRT-H 2 FX-WRT-ONE,FX-WRT-TWO/FX-WRT-O
			SET w.until = '2020' CREATE (g)-[:POSED_FOR]->(one)           | FX-WRT-H 1 FX-WRT-O/FX-WRT-ONE
			SET w.until = '2020', g.closed = '2020' CREATE (g)-[:POSED_FOR]->(one) | ''
			SET w.until = '2020', g.opened = '9999' CREATE (g)-[:POSED_FOR]->(one) | ''
			CREATE (g)-[:POSED_FOR]->(one)                                | \
			  FX-WRT-A 2 FX-WRT-O,FX-WRT-ONE/FX-WRT-TWO; FX-WRT-H 2 FX-WRT-ONE,FX-WRT-TWO/FX-WRT-O
			SET w.until = '2020' CREATE (i)-[:IN_COHORT {key: 'FX-WRT-KI'}]->(k) CREATE (k)-[:COHORT_FOR]->(one) | \
			  FX-WRT-H 1 FX-WRT-O/FX-WRT-ONE; FX-WRT-I 1 FX-WRT-O/FX-WRT-ONE
			SET w.until = '2020', k.began = '9999' CREATE (i)-[:IN_COHORT {key: 'FX-WRT-KI'}]->(k) \
			  CREATE (k)-[:COHORT_FOR]->(one) | ''
			SET w.until = '2020', k.ended = '2020' CREATE (i)-[:IN_COHORT {key: 'FX-WRT-KI'}]->(k) \
			  CREATE (k)-[:COHORT_FOR]->(one) | ''
			""")
	void organizationIsABridgeWhereNobodyElseTies(String change, String bridges) {
		set(change);
		Answer answer = this.scene.manager()
			.query("{ bridges(limit: 100) { hasMore bridges { pairs organization { key } parts { records { key } } } } }");
		assertThat(answer.data("/bridges/hasMore").asBoolean(true)).as(answer.text()).isFalse();
		List<String> told = answer.data("/bridges/bridges")
			.values()
			.stream()
			.filter((bridge) -> bridge.at("/organization/key").asString().startsWith("FX-WRT"))
			.map((bridge) -> bridge.at("/organization/key").asString() + " " + bridge.path("pairs").asInt() + " "
					+ String.join("/",
							bridge.path("parts")
								.values()
								.stream()
								.map((part) -> String.join(",",
										part.findValues("key").stream().map((key) -> key.asString()).toList()))
								.toList()))
			.toList();
		assertThat(String.join("; ", told)).isEqualTo(bridges);
	}

	@ParameterizedTest
	@CsvSource({ "Contractor, FX-WRT-A, 1", "Institution, FX-WRT-I, 1", "Contractor, FX-WRT-B, 0",
			"InnovationHub, FX-WRT-A, 0", "Contractor, FX-WRT-NONE, 0", "Program, FX-WRT-ONE, 0", "Nation, XWA, 0" })
	void oneOrganizationMayBeAskedAbout(String type, String key, int bridges) {
		set("CREATE (i)-[:MAINTAINED_BY]->(x) CREATE (i)-[:MAINTAINED_BY]->(y)");
		Answer answer = this.scene.manager()
			.query("{ bridges(organization: \"%s\") { hasMore bridges { organization { key } } } }"
				.formatted(Scene.id(type, key)));
		assertThat(answer.data("/bridges/bridges").size()).as(answer.text()).isEqualTo(bridges);
		assertThat(answer.all("key")).allMatch(key::equals);
		assertThat(answer.data("/bridges/hasMore").asBoolean(true)).isFalse();
	}

	@Test
	void hiddenOrganizationIsAskedAboutAsAnAbsentOne() {
		set("SET one.note = 'As it is'");
		new StoredReleases("Program", Release.PUBLIC).store(this.driver, "FX-WRT-ONE", List.of());
		GraphqlSession viewer = this.scene.delegate("XWC").header("X-Request-Id", "bridges");
		assertThat(viewer.query(of("FX-WRT-A")).data("/bridges/bridges").size()).isOne();
		new StoredReleases("Contractor", HIDDEN).store(this.driver, "FX-WRT-A", List.of());
		assertThat(viewer.query(of("FX-WRT-A")).text()).isEqualTo(viewer.query(of("FX-WRT-NONE")).text());
	}

	@Test
	void whatTiedAtATimeIsTold() throws InterruptedException {
		set("SET one.note = 'As it is'");
		Instant before = Scene.between();
		this.scene.endWork("FX-WRT-W");
		assertThat(this.scene.manager().query(of("FX-WRT-A")).data("/bridges/bridges").size()).isZero();
		Answer then = this.scene.manager().query("query @asOf(at: \"%s\") %s".formatted(before, of("FX-WRT-A")));
		assertThat(then.data("/bridges/bridges/0/parts")).as(then.text())
			.hasToString("[{\"records\":[{\"key\":\"FX-WRT-ONE\"}]},{\"records\":[{\"key\":\"FX-WRT-TWO\"}]}]");
	}

	/** Sets the records, changed, and releases them to everybody. */
	private void set(String change) {
		this.scene.run(SET + change);
		RECORDS.forEach((key, label) -> new StoredReleases(label, Release.PUBLIC).store(this.driver, key, List.of()));
	}

	private static String of(String contractor) {
		return "{ bridges(organization: \"%s\") { hasMore bridges { organization { key } parts { records { key } } } } }"
			.formatted(Scene.id("Contractor", contractor));
	}

	@Test
	void whatIsNoIdIsNoBridge() {
		assertThat(this.scene.manager()
			.query("{ bridges(organization: \"?\") { bridges { pairs } } }")
			.data("/bridges/bridges")
			.size()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			partLimit: 1   | [{"size":2,"records":[{"key":"FX-WRT-ONE"},{"key":"FX-WRT-TWO"}]}]
			recordLimit: 1 | [{"size":2,"records":[{"key":"FX-WRT-ONE"}]},{"size":1,"records":[{"key":"FX-WRT-O"}]}]
			""")
	void largestPartsAndTheirFirstRecordsAreTold(String limit, String parts) {
		set("CREATE (g)-[:POSED_FOR]->(one)");
		Answer answer = this.scene.manager()
			.query("{ bridges(organization: \"%s\", %s) { bridges { partCount parts { size records { key } } } } }"
				.formatted(Scene.id("InnovationHub", "FX-WRT-H"), limit));
		assertThat(answer.data("/bridges/bridges/0/partCount").asInt()).as(answer.text()).isEqualTo(2);
		assertThat(answer.data("/bridges/bridges/0/parts")).hasToString(parts);
	}

	@ParameterizedTest
	@CsvSource({ "limit, 0", "limit, 101", "partLimit, 0", "partLimit, 101", "recordLimit, 0", "recordLimit, 1001" })
	void limitsHaveBounds(String argument, int limit) {
		Answer answer = this.scene.manager().query("{ bridges(%s: %d) { hasMore } }".formatted(argument, limit));
		assertThat(answer.errorCodes()).containsExactly("BAD_INPUT");
		assertThat(answer.text()).contains(argument + " is from 1 to");
	}

}
