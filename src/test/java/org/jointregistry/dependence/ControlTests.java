package org.jointregistry.dependence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A supplier comes under the control of the nation whose owners have more than half of
 * it, each owner by its own control or else by its seat.
 */
@RegistryTest
class ControlTests {

	/** S of XWA works for XWA's program; P is of XWA, Q and R are of XWB, T is of XWC. */
	private static final String SET = """
			MATCH (p:Program {key: 'FX-WRT-ONE'}), (x:Nation {key: 'XWA'}), (y:Nation {key: 'XWB'}), (z:Nation {key: 'XWC'})
			WITH p, x, y, z, {marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1} AS record
			CREATE (x)-[part:PARTICIPATES_IN {key: 'FX-WRT-PA', role: 'PARTNER'}]->(p)
			CREATE (s:Contractor {key: 'FX-WRT-S'}), (o:Contractor {key: 'FX-WRT-P'}), (q:Contractor {key: 'FX-WRT-Q'}),
			  (r:Contractor {key: 'FX-WRT-R'}), (t:Contractor {key: 'FX-WRT-T'})
			FOREACH (made IN [s, o, q, r, t] | SET made += record, made.name = made.key, made.kind = 'COMPANY')
			CREATE (s)-[seat:SEATED_IN]->(x), (o)-[:SEATED_IN]->(x), (q)-[:SEATED_IN]->(y), (r)-[:SEATED_IN]->(y),
			  (t)-[:SEATED_IN]->(z)
			CREATE (w:WorkShare {key: 'FX-WRT-W', role: 'SUPPLIER'}), (c:Contract {key: 'FX-WRT-C', title: 'C',
			  kind: 'PRODUCTION', state: 'SIGNED'})
			FOREACH (made IN [w, c] | SET made += record)
			CREATE (s)<-[:PERFORMED_BY]-(w)-[:PART_OF_WORK]->(p), (s)<-[:PLACED_WITH]-(c)-[:CONTRACT_FOR]->(p)
			WITH *
			""";

	@Autowired
	private Driver driver;

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		make("SET p.note = 'As it is'");
	}

	/**
	 * What owners have, as {@code owned owner percent date}, and what is told of it: the
	 * day, the day on which it ended, the nation before, the nation and its part.
	 */
	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			S Q 51 2020                             | 2020 null null XWB 51
			S Q 50 2020                             | ''
			S P 51 2020                             | ''
			S Q 30 2020; S R 21 2020                | 2020 null null XWB 51
			S Q 30 2020; S T 30 2020                | ''
			S P 60 2015; S Q 60 2020                | 2020 null XWA XWB 60
			S P 60 2015; S Q 40 2020                | ''
			S Q 60 2015; S T 70 2020                | 2020 null XWB XWC 70; 2015 2020 null XWB 60
			S Q 60 2015; S P 70 2020-06             | 2015 2020-06 null XWB 60
			S Q 60 2015; S Q 40 2020                | 2015 2020 null XWB 60
			S Q 60 2015; S Q 55 2020                | 2015 null null XWB 60
			S Q 60 2015; S Q - 2020                 | 2015 2020 null XWB 60
			S Q 60 -                                | null null null XWB 60
			S Q 60 -; S T 60 2020                   | 2020 null XWB XWC 60; null 2020 null XWB 60
			S P 60 2015; P Q 60 2020                | 2020 null XWA XWB 60
			S Q 60 2015; Q P 60 2015                | ''
			S P 60 2015; P Q 60 2020; Q T 60 2022   | 2022 null XWB XWC 60; 2020 2022 XWA XWB 60
			S Q 60 2015; Q S 60 2015                | ''
			S Q 60 2015; Q R 60 2015; R Q 60 2015   | 2015 null null XWB 60
			""")
	void moreThanHalfGivesControl(String shares, String changes) {
		own(shares);
		assertThat(told(ask(""))).isEqualTo(changes);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET w.until = '2020'                        | true
			SET c.state = 'COMPLETED'                   | true
			SET w.until = '2020', c.state = 'COMPLETED' | false
			SET part.left = '2020'                      | false
			SET part.role = 'FORMER_PARTNER'            | false
			DELETE seat                                 | false
			""")
	void supplierWorksForAProgramOfToday(String change, boolean told) {
		this.scene
			.run("""
					MATCH (w:WorkShare {key: 'FX-WRT-W'}), (c:Contract {key: 'FX-WRT-C'}),
					  (:Nation {key: 'XWA'})-[part:PARTICIPATES_IN]->(), (:Contractor {key: 'FX-WRT-S'})-[seat:SEATED_IN]->()
					"""
					+ change);
		own("S Q 51 2020");
		assertThat(told(ask(""))).isEqualTo(told ? "2020 null null XWB 51" : "");
	}

	/** Forty levels of two owners that both own both below: a million million ways up. */
	@Test
	void ownersAreMetOnceHoweverManyWaysLeadToThem() {
		this.scene
			.run("""
					MATCH (s:Contractor {key: 'FX-WRT-S'}), (y:Nation {key: 'XWB'})
					FOREACH (level IN range(1, 40) | FOREACH (side IN ['A', 'B'] |
					  CREATE (:Contractor {key: 'FX-WRT-' + side + level, name: side, kind: 'COMPANY', marking: 'PUBLIC',
					    releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})))
					WITH s, y
					UNWIND range(1, 40) AS level UNWIND ['A', 'B'] AS side
					MATCH (owner:Contractor {key: 'FX-WRT-' + side + level})
					OPTIONAL MATCH (below:Contractor) WHERE below.key IN ['FX-WRT-A' + (level - 1), 'FX-WRT-B' + (level - 1)]
					WITH y, level, owner, coalesce(below, s) AS owned
					CREATE (owner)-[:OWNS {key: 'FX-WRT-O' + randomUUID(), share: 500000, asOf: '2020'}]->(owned)
					WITH DISTINCT y, level, owner WHERE level = 40
					CREATE (owner)-[:SEATED_IN]->(y)""");
		Answer answer = ask("");
		assertThat(told(answer)).as(answer.text()).isEqualTo("2020 null null XWB 100");
	}

	@Test
	void whatChangedIsToldWithWhatWasBefore() {
		own("S P 60 2015; S Q 30 2015; P Q 10 2020; S P 45 2020; S Q 55 2020");
		Answer answer = ask("");
		JsonNode change = answer.data("/controlChanges/changes/0");
		assertThat(change.path("shares").valueStream().map(ControlTests::shared)).as(answer.text())
			.containsExactly("FX-WRT-P FX-WRT-Q XWB null 10 FX-WRT", "FX-WRT-S FX-WRT-P XWA 60 45 FX-WRT",
					"FX-WRT-S FX-WRT-Q XWB 30 55 FX-WRT");
		assertThat(change.at("/supplier/key").asString()).isEqualTo("FX-WRT-S");
		assertThat(change.at("/seat/key").asString()).isEqualTo("XWA");
		assertThat(change.at("/programs/0/key").asString()).isEqualTo("FX-WRT-ONE");
		assertThat(answer.data("/controlChanges/nation/key").asString()).isEqualTo("XWA");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			S Q 60 2020; S2 Q 60 2020; S2 T 10 2020 | S Q; S2 Q, S2 T
			S S2 60 2020; S2 Q 60 2020              | S S2, S2 Q; S2 Q
			""")
	void sharesAreToldOfASupplierAndItsOwnersAlone(String shares, String told) {
		this.scene
			.run("""
					MATCH (p:Program {key: 'FX-WRT-ONE'}), (x:Nation {key: 'XWA'}), (s:Contractor {key: 'FX-WRT-S'}),
					  (w:WorkShare {key: 'FX-WRT-W'})
					CREATE (x)<-[:SEATED_IN]-(s2:Contractor {key: 'FX-WRT-S2'})<-[:PERFORMED_BY]-(w2:WorkShare {key: 'FX-WRT-W2'})
					  -[:PART_OF_WORK]->(p)
					SET s2 += s {.*, key: 'FX-WRT-S2'}, w2 += w {.*, key: 'FX-WRT-W2'}""");
		new StoredReleases("WorkShare", Release.PUBLIC).store(this.driver, "FX-WRT-W2", List.of());
		own(shares);
		Answer answer = ask("");
		assertThat(answer.data("/controlChanges/changes")
			.valueStream()
			.map((change) -> change.path("shares")
				.valueStream()
				.map((share) -> share.at("/owned/key").asString() + " " + share.at("/owner/key").asString())
				.collect(Collectors.joining(", ")))
			.collect(Collectors.joining("; "))).as(answer.text()).isEqualTo(told.replaceAll("\\b[QST]", "FX-WRT-$0"));
	}

	private static String shared(JsonNode share) {
		return List
			.of(share.at("/owned/key"), share.at("/owner/key"), share.at("/nation/key"), share.path("before"),
					share.path("share"), share.path("source"))
			.stream()
			.map((value) -> value.asString("null"))
			.collect(Collectors.joining(" "));
	}

	@ParameterizedTest
	@CsvSource({ "2016, 1, false", "2015-01-01, 2, false", "2015-01-02, 1, false", "2021, 0, false" })
	void changesMayBeOfADayOrLater(String since, int changes) {
		own("S T 60 -; S Q 60 2015; S T 70 2020");
		Answer answer = ask("since: \"%s\"".formatted(since));
		assertThat(answer.data("/controlChanges/changes").size()).as(answer.text()).isEqualTo(changes);
	}

	@Test
	void suppliersOfATimeAreTold() throws InterruptedException {
		own("S Q 51 2020");
		this.scene.run("MATCH (c:Contract {key: 'FX-WRT-C'}) SET c.state = 'COMPLETED'");
		Instant before = Scene.between();
		this.scene.endWork("FX-WRT-W");
		assertThat(told(ask(""))).isEmpty();
		assertThat(told(this.scene.manager().query("query @asOf(at: \"%s\") %s".formatted(before, asked("")))))
			.isEqualTo("2020 null null XWB 51");
	}

	@Test
	void thereMayBeMore() {
		own("S Q 60 2015; S T 70 2020");
		Answer answer = ask("limit: 1");
		assertThat(told(answer)).isEqualTo("2020 null XWB XWC 70");
		assertThat(answer.data("/controlChanges/hasMore").asBoolean()).isTrue();
		assertThat(ask("limit: 2").data("/controlChanges/hasMore").asBoolean(true)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 501 })
	void limitHasBounds(int limit) {
		assertThat(ask("limit: " + limit).errorCodes()).containsExactly("BAD_INPUT");
	}

	@Test
	void nationThatIsNotThereIsNotFound() {
		assertThat(this.scene.manager()
			.query("{ controlChanges(nation: \"%s\") { hasMore } }".formatted(Scene.id("Nation", "XXX")))
			.errorCodes()).containsExactly("NOT_FOUND");
	}

	private void make(String change) {
		this.scene.run(SET + change);
		Map.of("FX-WRT-W", "WorkShare", "FX-WRT-C", "Contract")
			.forEach((key, label) -> new StoredReleases(label, Release.PUBLIC).store(this.driver, key, List.of()));
	}

	private void own(String shares) {
		for (String each : shares.split("; ")) {
			String[] share = each.split(" ");
			this.scene
				.run("""
						MATCH (owned:Contractor {key: 'FX-WRT-%s'}), (owner:Contractor {key: 'FX-WRT-%s'})
						CREATE (owner)-[:OWNS {key: 'FX-WRT-O' + randomUUID(), share: %s, asOf: %s, source: 'FX-WRT'}]->(owned)"""
					.formatted(share[0], share[1], share[2].equals("-") ? "null" : share[2] + "0000",
							share[3].equals("-") ? "null" : "'" + share[3] + "'"));
		}
	}

	private Answer ask(String arguments) {
		return this.scene.manager().query(asked(arguments));
	}

	private static String asked(String arguments) {
		return """
				{ controlChanges(nation: "%s", %s) {
				  nation { key }
				  changes {
				    supplier { key } seat { key } programs { key } asOf until nation { key } part before { key }
				    shares { owned { key } owner { key } nation { key } share before source }
				  }
				  hasMore } }""".formatted(Scene.id("Nation", "XWA"), arguments);
	}

	private static String told(Answer answer) {
		return answer.data("/controlChanges/changes")
			.valueStream()
			.map((change) -> List
				.of(change.path("asOf"), change.path("until"), change.at("/before/key"), change.at("/nation/key"),
						change.path("part"))
				.stream()
				.map((value) -> value.asString("null"))
				.collect(Collectors.joining(" ")))
			.collect(Collectors.joining("; "));
	}

}
