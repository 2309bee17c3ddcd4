package org.jointregistry.technology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No technology flows before a licence, where its regime asks for one.
 */
@RegistryTest
class FlowLicenceTests {

	private static final String LICENCE_MISSING = "LICENCE_MISSING licences";

	private static final String LICENCE = """
			MATCH (p:Program {key: 'FX-WRT-ONE'})
			CREATE (p)<-[:LICENSED_FOR]-(l:ExportLicence {key: 'FX-WRT-LICENCE', regime: 'FX-WRT-STRICT',
			  type: 'INDIVIDUAL', scope: 'All', state: 'ISSUED', validFrom: '2026-03', validUntil: '2027',
			  marking: 'ORIGINATOR', releasableTo: [], releasedTo: ['office:FX-WRT-ONE'], industryReleasable: false,
			  fictional: true, version: 1})
			SET %s
			""";

	private static final String WAITING = """
			SHOW TRANSACTIONS YIELD status, currentQuery
			WHERE status STARTS WITH 'Blocked' AND currentQuery CONTAINS 'ExportLicence' RETURN status
			""";

	private static final List<String> LICENCES = List.of(Scene.id("ExportLicence", "FX-WRT-LICENCE"));

	@Autowired
	private Driver driver;

	@OnStage
	private Control control;

	@ParameterizedTest
	@ValueSource(strings = { "BLOCKED_THEN_RELEASED", "COMPLETED", "IN_FORCE", "PARTLY_DISPUTED", "REDUCED" })
	void statusByWhichTechnologyFlowsNeedsALicence(String status) {
		assertThat(Scene.codes(add(Map.of("status", status, "regime", "FX-WRT-STRICT"))))
			.containsExactly(LICENCE_MISSING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "AGREED", "APPROVED", "APPROVED_IN_PRINCIPLE", "DELAYED", "DENIED", "STOPPED" })
	void transferThatWaitsNeedsNone(String status) {
		assertThat(Scene.codes(add(Map.of("status", status, "regime", "FX-WRT-STRICT", "to", Control.nation("XWC")))))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "EXPORT_CONSENT, true", "EXPORT_POLICY, true", "LICENCE_EXEMPTION, true", "LICENSING_RULE, true",
			"DELIVERY_AND_WORK, false", "EQUIPMENT, false", "EXPORT, false", "INFORMATION, false",
			"MANUFACTURING_DATA, false", "TECHNICAL_DATA, false", "TECHNOLOGY, false" })
	void consentsAndRulesMoveNothing(String kind, boolean done) {
		Answer added = add(Map.of("kind", kind, "regime", "FX-WRT-STRICT"));
		assertThat(Scene.codes(added)).isEqualTo(done ? List.of() : List.of(LICENCE_MISSING));
	}

	@ParameterizedTest
	@CsvSource({ "FX-WRT-STRICT, false", "FX-WRT-UNKNOWN, false", "FX-WRT-ASKING, true", ", true" })
	void regimeSaysWhetherALicenceIsNeeded(@Nullable String regime, boolean done) {
		Answer added = add((regime != null) ? Map.of("regime", regime) : Map.of());
		assertThat(Scene.codes(added)).isEqualTo(done ? List.of() : List.of(LICENCE_MISSING));
	}

	@ParameterizedTest(name = "{0} on {1}: {2}")
	@CsvSource(delimiter = '|', textBlock = """
			l.number = '1'                               | 2026-06-01 | true
			l.number = '1'                               | 2026-03    | true
			l.number = '1'                               | 2026-02-28 | false
			l.number = '1'                               | 2026       | false
			l.number = '1'                               | 2026-12-31 | true
			l.number = '1'                               | 2027       | false
			l.validFrom = null                           | 1999       | true
			l.validUntil = null                          | 2099       | true
			l.validFrom = '9999'                         |            | false
			l.validFrom = '2000', l.validUntil = '9999'  |            | true
			l.state = 'APPLIED'                          | 2026-06-01 | false
			l.state = 'REFUSED'                          | 2026-06-01 | false
			l.state = 'REVOKED'                          | 2026-06-01 | false
			l.regime = 'FX-WRT-OTHER'                    | 2026-06-01 | false
			""")
	void licenceCountsThatIsValidOnTheDate(String change, @Nullable String decided, boolean done) {
		this.control.run(LICENCE.formatted(change));
		Map<String, Object> facts = new LinkedHashMap<>(Map.of("regime", "FX-WRT-STRICT", "licences", LICENCES));
		if (decided != null) {
			facts.put("decided", decided);
		}
		assertThat(Scene.codes(add(facts))).isEqualTo(done ? List.of() : List.of(LICENCE_MISSING));
	}

	@Test
	void licenceOfAnotherProgramDoesNotCount() {
		this.control.run(LICENCE.formatted("l.number = '1'"));
		this.control.run("""
				MATCH (l:ExportLicence {key: 'FX-WRT-LICENCE'})-[r:LICENSED_FOR]->(), (p:Program {key: 'EFA'})
				DELETE r CREATE (l)-[:LICENSED_FOR]->(p)""");
		assertThat(Scene.codes(add(Map.of("regime", "FX-WRT-STRICT", "licences", LICENCES, "decided", "2026-06-01"))))
			.containsExactly(LICENCE_MISSING);
	}

	/**
	 * What revokes the licence is not committed before the transfer waits for it, or has
	 * not waited.
	 */
	@Test
	void licenceThatIsRevokedAtOnceIsAwaited() throws Exception {
		this.control.run(LICENCE.formatted("l.number = '1'"));
		Map<String, Object> facts = Map.of("regime", "FX-WRT-STRICT", "licences", LICENCES, "decided", "2026-06-01");
		try (ExecutorService caller = Executors.newSingleThreadExecutor();
				Session session = this.driver.session();
				Transaction revoking = session.beginTransaction()) {
			revoking.run("MATCH (l:ExportLicence {key: 'FX-WRT-LICENCE'}) SET l.state = 'REVOKED'").consume();
			Future<Answer> added = caller.submit(() -> add(facts));
			while (!added.isDone() && this.control.run(WAITING).isEmpty()) {
				Thread.sleep(20);
			}
			revoking.commit();
			assertThat(Scene.codes(added.get())).containsExactly(LICENCE_MISSING);
		}
	}

	@Test
	void changeIsJudgedWhereItMayHaveTechnologyFlow() {
		this.control.run(LICENCE.formatted("l.number = '1'"));
		String id = Control.id(add(Map.of("status", "AGREED", "regime", "FX-WRT-STRICT", "decided", "2026-06-01")),
				"transferAdd/transfer");
		assertThat(Scene.codes(revise(id, 1, Map.of("status", "IN_FORCE")))).containsExactly(LICENCE_MISSING);
		assertThat(Scene.codes(revise(id, 1, Map.of("status", "IN_FORCE", "licences", LICENCES)))).isEmpty();
		this.control.run("MATCH (l:ExportLicence {key: 'FX-WRT-LICENCE'}) SET l.state = 'REVOKED'");
		assertThat(Scene.codes(revise(id, 2, Map.of("note", "Held")))).isEmpty();
		assertThat(Scene.codes(revise(id, 3, Map.of("decided", "2026-07-01")))).containsExactly(LICENCE_MISSING);
		assertThat(Scene.codes(revise(id, 3, Map.of("licences", List.of())))).containsExactly(LICENCE_MISSING);
		assertThat(Scene.codes(revise(id, 3, Map.of("kind", "INFORMATION")))).containsExactly(LICENCE_MISSING);
		assertThat(Scene.codes(revise(id, 3, Map.of("status", "STOPPED")))).isEmpty();
	}

	@Test
	void requestOfIndustryIsDecidedUnderALicence() {
		this.control.run(LICENCE.formatted("l.number = '1'"));
		this.control.run("""
				MATCH (p:Program {key: 'FX-WRT-ONE'}), (works:Contractor {key: 'FX-WRT-WORKS'})
				CREATE (works)<-[:PERFORMED_BY]-(:WorkShare {key: 'FX-WRT-SHARE', role: 'SUPPLIER', marking: 'PUBLIC',
				  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
				  -[:PART_OF_WORK]->(p)""");
		Answer asked = Scene.ask(this.control.industry("FX-WRT-WORKS"), "transferRequest", "transfer { id }",
				Map.of("program", Control.PROGRAM, "from", Scene.id("Contractor", "FX-WRT-WORKS"), "to",
						Control.nation("XWA"), "technology", Control.RADAR, "kind", "TECHNICAL_DATA", "regime",
						"FX-WRT-STRICT"));
		Map<String, Object> decision = new LinkedHashMap<>(
				Map.of("transfer", Control.id(asked, "transferRequest/transfer"), "version", 1, "status", "IN_FORCE",
						"decided", "2026-06-01"));
		assertThat(Scene.codes(Scene.ask(this.control.manager(), "transferDecide", "transfer { id }", decision)))
			.containsExactly(LICENCE_MISSING);
		decision.put("licences", LICENCES);
		Answer decided = Scene.ask(this.control.manager(), "transferDecide",
				"transfer { status licences { nodes { key } } }", decision);
		assertThat(decided.data("/transferDecide/transfer/licences/nodes/0/key").asString()).as(decided.text())
			.isEqualTo("FX-WRT-LICENCE");
	}

	private Answer add(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", Control.PROGRAM, "from", Control.nation("XWA"), "to", Control.nation("XWB"),
						"technology", Control.RADAR, "kind", "TECHNICAL_DATA", "status", "IN_FORCE"));
		input.putAll(facts);
		return Scene.ask(this.control.manager(), "transferAdd", "transfer { id }", input);
	}

	private Answer revise(String id, int version, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("transfer", id, "version", version, "reason", "It is so"));
		input.putAll(facts);
		return Scene.ask(this.control.manager(), "transferRevise", "transfer { id }", input);
	}

}
