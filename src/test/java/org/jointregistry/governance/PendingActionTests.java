package org.jointregistry.governance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
 * What waits is told with whom it waits for, and what is due when its day is over.
 */
@RegistryTest
class PendingActionTests {

	private static final String SET = """
			MATCH (p:Program {key: 'FX-WRT-ONE'}), (x:Nation {key: 'XWA'}), (y:Nation {key: 'XWB'}), (z:Nation {key: 'XWC'})
			WITH p, x, y, z, {marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1} AS record
			CREATE (d:Decision {key: 'FX-WRT-D', title: 'D', state: 'PROPOSED', proposed: '2026-02', affects: []})
			CREATE (r:ConsentRequest {key: 'FX-WRT-R', subject: 'R', purpose: 'R', asked: '2026-01-01'})
			CREATE (c:ConsentDecision {key: 'FX-WRT-C', kind: 'CONSENTED'})
			CREATE (o:Obligation {key: 'FX-WRT-O', kind: 'FUNDING', ownWords: 'O', status: 'IN_PROGRESS', due: '2026-03'})
			CREATE (a:Contractor {key: 'FX-WRT-A', name: 'A', kind: 'COMPANY'})
			CREATE (f:Offset {key: 'FX-WRT-F', description: 'F', kind: 'DIRECT', state: 'OPEN', due: '2025'})
			CREATE (w:WorkPackage {key: 'FX-WRT-W', designation: '1', title: 'W', state: 'IN_PROGRESS'})
			CREATE (m:Milestone {key: 'FX-WRT-M', name: 'M', kind: 'TEST', baseline: '2026-05-01'})
			FOREACH (made IN [d, r, c, o, a, f, w, m] | SET made += record)
			CREATE (d)-[:DECIDES_ON]->(p), (d)-[first:AWAITS_VOTE_OF]->(x), (d)-[second:AWAITS_VOTE_OF]->(y),
			  (r)-[:CONSENT_IN]->(p), (r)-[:CONSENT_ASKED_OF]->(x), (r)-[:CONSENT_ASKED_OF]->(y),
			  (c)-[:DECIDES]->(r), (c)-[theirs:DECIDED_BY]->(x), (o)-[:OBLIGATION_FOR]->(p), (o)-[:OWED_BY]->(z),
			  (f)-[:OFFSET_IN]->(p), (f)-[:OFFSET_BY]->(a), (m)-[:MILESTONE_OF]->(p), (m)-[within:MILESTONE_IN]->(w),
			  (w)-[:PACKAGE_OF]->(p), (w)-[:PACKAGE_LED_BY_NATION]->(x), (w)-[:PACKAGE_LED_BY]->(a)
			""";

	private static final Map<String, String> RECORDS = Map.of("FX-WRT-D", "Decision", "FX-WRT-R", "ConsentRequest",
			"FX-WRT-C", "ConsentDecision", "FX-WRT-O", "Obligation", "FX-WRT-A", "Contractor", "FX-WRT-F", "Offset",
			"FX-WRT-W", "WorkPackage", "FX-WRT-M", "Milestone");

	private static final String OFFSET = "OFFSET FX-WRT-F FX-WRT-A 2025 152";

	private static final String OBLIGATION = "OBLIGATION FX-WRT-O XWC 2026-03 62";

	private static final String MILESTONE = "MILESTONE FX-WRT-M FX-WRT-A,XWA 2026-05-01 31";

	private static final String CONSENT = "CONSENT FX-WRT-R XWB 2026-01-01";

	private static final String VOTE = "VOTE FX-WRT-D XWA,XWB 2026-02";

	@Autowired
	private Driver driver;

	@OnStage
	private Chamber chamber;

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET d.state = 'ADOPTED'                           | VOTE       | ''
			DELETE first                                      | VOTE       | VOTE FX-WRT-D XWB 2026-02
			DELETE first, second                              | VOTE       | ''
			SET d.proposed = null                             | VOTE       | VOTE FX-WRT-D XWA,XWB null
			SET c.kind = 'REFUSED'                            | CONSENT    | CONSENT FX-WRT-R XWB 2026-01-01
			CREATE (c)-[:DECIDED_BY]->(y)                     | CONSENT    | ''
			DELETE theirs                                     | CONSENT    | CONSENT FX-WRT-R XWA,XWB 2026-01-01
			SET c.kind = 'REVOKED'                            | CONSENT    | CONSENT FX-WRT-R XWA,XWB 2026-01-01
			CREATE (n:ConsentDecision {key: 'FX-WRT-N', kind: 'REVOKED'})-[:REVOKES]->(c) SET n += record | \
			  CONSENT | CONSENT FX-WRT-R XWA,XWB 2026-01-01
			SET o.status = 'BREACHED', o.due = '2026-05-31'   | OBLIGATION | OBLIGATION FX-WRT-O XWC 2026-05-31 1
			SET o.status = 'STANDING', o.due = '2024-02'      | OBLIGATION | OBLIGATION FX-WRT-O XWC 2024-02 823
			SET o.status = 'FULFILLED'                        | OBLIGATION | ''
			SET o.status = 'NOT_TRIGGERED'                    | OBLIGATION | ''
			SET o.status = 'PENDING_RATIFICATION'             | OBLIGATION | ''
			SET o.due = '2026-06-01'                          | OBLIGATION | ''
			SET o.due = '2026-06'                             | OBLIGATION | ''
			SET o.due = '2026'                                | OBLIGATION | ''
			SET o.due = null                                  | OBLIGATION | ''
			SET f.state = 'RELEASED'                          | OFFSET     | ''
			SET m.actual = '2026-05-20'                       | MILESTONE  | ''
			SET m.baseline = null                             | MILESTONE  | ''
			DELETE within                                      | MILESTONE  | MILESTONE FX-WRT-M '' 2026-05-01 31
			""")
	void whatIsNotDoneWaits(String change, String kind, String told) {
		make(change);
		assertThat(String.join("; ", told(ask("").data("/pendingActions/actions"), kind)))
			.isEqualTo(told.replace("''", ""));
	}

	@Test
	void whatWasDueFirstComesFirstAndThenWhatHasNoDay() {
		make("SET p.note = 'As it is'");
		Answer answer = ask("");
		assertThat(told(answer.data("/pendingActions/actions"), "")).as(answer.text())
			.containsExactly(OFFSET, OBLIGATION, MILESTONE, CONSENT, VOTE);
		assertThat(answer.data("/pendingActions/on").asString()).isEqualTo("2026-06-01");
		assertThat(answer.data("/pendingActions/hasMore").asBoolean(true)).isFalse();
		Answer first = ask("limit: 2");
		assertThat(told(first.data("/pendingActions/actions"), "")).containsExactly(OFFSET, OBLIGATION);
		assertThat(first.data("/pendingActions/hasMore").asBoolean()).isTrue();
	}

	@Test
	void ofAllProgramsTheSameIsTold() {
		make("SET p.note = 'As it is'");
		JsonNode actions = this.chamber.scene()
			.manager()
			.query("""
					{ pendingActions(on: "2026-06-01", limit: 500) {
					  actions { kind record { key } awaited { key } since due daysOverdue } } }""")
			.data("/pendingActions/actions");
		assertThat(told(actions, "")).containsSubsequence(OFFSET, OBLIGATION, MILESTONE, CONSENT, VOTE);
	}

	@Test
	void whatIsOfAnotherProgramIsNotTold() {
		make("""
				WITH * MATCH (efa:Program {key: 'EFA'}), (made)-[of:DECIDES_ON|CONSENT_IN|OBLIGATION_FOR|OFFSET_IN|MILESTONE_OF]->(p)
				DELETE of
				FOREACH (it IN CASE WHEN made:Decision THEN [made] ELSE [] END | CREATE (it)-[:DECIDES_ON]->(efa))
				FOREACH (it IN CASE WHEN made:ConsentRequest THEN [made] ELSE [] END | CREATE (it)-[:CONSENT_IN]->(efa))
				FOREACH (it IN CASE WHEN made:Obligation THEN [made] ELSE [] END | CREATE (it)-[:OBLIGATION_FOR]->(efa))
				FOREACH (it IN CASE WHEN made:Offset THEN [made] ELSE [] END | CREATE (it)-[:OFFSET_IN]->(efa))
				FOREACH (it IN CASE WHEN made:Milestone THEN [made] ELSE [] END | CREATE (it)-[:MILESTONE_OF]->(efa))""");
		assertThat(ask("").data("/pendingActions/actions").size()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 501 })
	void limitHasBounds(int limit) {
		assertThat(ask("limit: " + limit).errorCodes()).containsExactly("BAD_INPUT");
	}

	@Test
	void programThatIsNotThereIsNotFound() {
		Answer answer = this.chamber.scene()
			.delegate("XWA")
			.query("{ pendingActions(program: \"%s\") { hasMore } }".formatted(Scene.id("Program", "FX-WRT-NONE")));
		assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
	}

	private void make(String change) {
		this.chamber.scene().run(SET + change);
		RECORDS.forEach((key, label) -> new StoredReleases(label, Release.PUBLIC).store(this.driver, key, List.of()));
	}

	private Answer ask(String arguments) {
		return this.chamber.scene()
			.manager()
			.query("""
					{ pendingActions(program: "%s", on: "2026-06", %s) {
					  on hasMore actions { kind record { key } awaited { key } since due daysOverdue } } }"""
				.formatted(Scene.id("Program", "FX-WRT-ONE"), arguments));
	}

	/** Actions of a kind, or of all, each in a line. */
	private static List<String> told(JsonNode actions, String kind) {
		return actions.valueStream()
			.filter((action) -> action.path("kind").asString().contains(kind))
			.map((action) -> action.path("kind").asString() + " " + action.at("/record/key").asString() + " "
					+ action.path("awaited")
						.valueStream()
						.map((party) -> party.path("key").asString())
						.collect(Collectors.joining(","))
					+ " "
					+ (action.path("due").isNull() ? action.path("since").asString("null")
							: action.path("due").asString() + " " + action.path("daysOverdue").asInt()))
			.toList();
	}

}
