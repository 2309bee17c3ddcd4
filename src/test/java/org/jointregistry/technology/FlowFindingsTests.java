package org.jointregistry.technology;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of transfers that are there, those are found that the rules would have refused.
 */
@RegistryTest
class FlowFindingsTests {

	/** A transfer of the radar from XWA to XWC, with its licence and all consents. */
	private static final String MADE = """
			MATCH (p:Program {key: 'FX-WRT-ONE'}), (radar:Technology {key: 'FX-WRT-RADAR'}), (a:Nation {key: 'XWA'}),
			  (b:Nation {key: 'XWB'}), (c:Nation {key: 'XWC'})
			CREATE (t:Transfer {key: 'FX-WRT-T', kind: 'TECHNICAL_DATA', status: 'IN_FORCE', decided: '2026-06-01',
			  regime: 'FX-WRT-STRICT'})-[:UNDER]->(p)
			CREATE (t)-[:FROM]->(a) CREATE (t)-[:TO]->(c) CREATE (t)-[:OF]->(radar)
			CREATE (t)-[:TRANSFERRED_UNDER]->(:ExportLicence {key: 'FX-WRT-L', regime: 'FX-WRT-STRICT', state: 'ISSUED',
			  validFrom: '2026-03', validUntil: '2027'})-[:LICENSED_FOR]->(p)
			CREATE (t)-[:RESTS_ON]->(q:ConsentRequest {key: 'FX-WRT-Q'})-[:CONSENT_IN]->(p)
			CREATE (q)-[:CONSENT_FROM]->(a) CREATE (q)-[:CONSENT_TO]->(c) CREATE (q)-[:CONSENT_ON]->(radar)
			WITH q, a, b
			UNWIND [a, b] AS nation
			CREATE (q)-[:CONSENT_ASKED_OF]->(nation)
			CREATE (q)<-[:DECIDES]-(:ConsentDecision {key: 'FX-WRT-D' + nation.key, kind: 'CONSENTED',
			  decided: '2026-05-01'})-[:DECIDED_BY]->(nation)
			""";

	private static final String NAMED = """
			MATCH (t:Transfer {key: 'FX-WRT-T'}), (l:ExportLicence {key: 'FX-WRT-L'}), (q:ConsentRequest {key: 'FX-WRT-Q'}),
			  (d:ConsentDecision {key: 'FX-WRT-DXWB'}), (b:Nation {key: 'XWB'}), (n:Nation {key: 'XWD'}),
			  (p:Program {key: 'EFA'}), (amplifier:Technology {key: 'FX-WRT-AMPLIFIER'})
			MATCH (q)-[asked:CONSENT_ASKED_OF]->(b) MATCH (t)-[rests:RESTS_ON]->(q) MATCH (t)-[to:TO]->()
			MATCH ()-[own:HOLDS_RIGHT {key: 'FX-WRT-R2'}]->() MATCH ()-[part:PARTICIPATES_IN {key: 'FX-WRT-PB'}]->()
			MATCH ()-[inside:DERIVED_FROM {key: 'FX-WRT-D2'}]->()
			""";

	@Autowired
	private Driver driver;

	@OnStage
	private Control control;

	@BeforeEach
	void set() {
		this.control.run(MADE);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET t.note = 'As it is'                                                      | false
			SET l.state = 'REVOKED'                                                      | true
			SET l.state = 'REVOKED', t.status = 'AGREED'                                 | false
			SET l.state = 'REVOKED', t.regime = null                                     | false
			SET l.state = 'REVOKED', t.regime = 'FX-WRT-ASKING'                          | false
			SET l.regime = 'FX-WRT-OTHER'                                                | true
			SET t.regime = 'FX-WRT-UNKNOWN'                                              | true
			SET t.regime = 'FX-WRT-UNKNOWN', l.regime = 'FX-WRT-UNKNOWN'                 | false
			SET l.validFrom = '2026-06-02'                                               | true
			SET l.validUntil = '2026-06-01'                                              | true
			SET t.decided = '2026-06', l.validUntil = '2026-06-01'                       | true
			SET t.decided = null, l.validUntil = '2026-06-01'                            | true
			WITH l, p MATCH (l)-[r:LICENSED_FOR]->() DELETE r CREATE (l)-[:LICENSED_FOR]->(p) | true
			""")
	void transferWithoutItsLicenceIsFound(String change, boolean found) {
		this.control.run(NAMED + change);
		assertThat(found(FlowFindings.WITHOUT_LICENCE)).isEqualTo(found);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET t.note = 'As it is'                                                      | false
			SET d.kind = 'REFUSED'                                                       | true
			SET d.kind = 'REFUSED', t.status = 'AGREED'                                  | false
			SET d.kind = 'CONSENTED_WITH_CONDITIONS'                                     | false
			SET d.decided = '2026-06-02'                                                 | true
			SET d.decided = '2026-06-02', t.decided = null                               | false
			SET d.decided = null                                                         | false
			CREATE (d)<-[:REVOKES]-(:ConsentDecision {key: 'FX-WRT-BACK', kind: 'REVOKED'}) | true
			CREATE (q)-[:CONSENT_ASKED_OF]->(n)                                          | true
			WITH q, p MATCH (q)-[r:CONSENT_IN]->() DELETE r CREATE (q)-[:CONSENT_IN]->(p) | true
			WITH q, n MATCH (q)-[r:CONSENT_FROM]->() DELETE r CREATE (q)-[:CONSENT_FROM]->(n) | true
			WITH q, n MATCH (q)-[r:CONSENT_TO]->() DELETE r CREATE (q)-[:CONSENT_TO]->(n) | true
			WITH q, amplifier MATCH (q)-[r:CONSENT_ON]->() DELETE r CREATE (q)-[:CONSENT_ON]->(amplifier) | true
			DELETE rests                                                                 | true
			DELETE rests, to CREATE (t)-[:TO]->(b)                                       | false
			DELETE rests, to                                                             | true
			DELETE rests, to SET part.left = '2020' CREATE (t)-[:TO]->(b)                | true
			DELETE rests, to SET part.joined = '9999' CREATE (t)-[:TO]->(b)              | true
			DELETE rests, to SET part.role = 'FORMER_PARTNER' CREATE (t)-[:TO]->(b)      | true
			DELETE rests, to SET part.role = 'OBSERVER' CREATE (t)-[:TO]->(b)            | true
			DELETE asked                                                                 | true
			DELETE asked SET inside.until = '2020'                                       | false
			DELETE asked SET own.until = '2020'                                          | false
			DELETE asked SET own.since = '9999'                                          | false
			DELETE asked SET own.confirmation = 'DECLARED'                               | false
			DELETE asked SET own.grant = 'MAY_USE', own.restriction = 'Own fleet'        | false
			DELETE asked SET own.grant = 'MAY_SUBLICENSE', own.restriction = 'Asking'    | true
			DELETE asked, own SET t.regime = 'FX-WRT-ASKING'                             | true
			DELETE asked, own SET t.regime = 'FX-WRT-STRICT'                             | false
			""")
	void transferWithoutItsConsentsIsFound(String change, boolean found) {
		this.control.run(NAMED + change);
		assertThat(found(FlowFindings.WITHOUT_CONSENT)).isEqualTo(found);
	}

	@ParameterizedTest
	@CsvSource({ "COMPLETED, FX-WRT-ONE, true", "DENIED, FX-WRT-ONE, false", "COMPLETED, EFA, false" })
	void nationWhoseRegimeItCameUnderIsToBeAsked(String status, String program, boolean found) {
		this.control.run(NAMED + "DELETE asked, own");
		this.control.run("""
				MATCH (p:Program {key: '%s'}), (amplifier:Technology {key: 'FX-WRT-AMPLIFIER'})
				CREATE (p)<-[:UNDER]-(:Transfer {key: 'FX-WRT-CAME', kind: 'TECHNOLOGY', status: '%s',
				  regime: 'FX-WRT-ASKING'})-[:OF]->(amplifier)""".formatted(program, status));
		assertThat(found(FlowFindings.WITHOUT_CONSENT)).isEqualTo(found);
	}

	private boolean found(String statement) {
		List<String> keys = this.driver.executableQuery(statement)
			.withParameters(Map.of("subjects", List.of("FX-WRT-T"), "today", "2026-11-25"))
			.execute()
			.records()
			.stream()
			.map((row) -> row.get("key").asString())
			.toList();
		assertThat(keys).isSubsetOf("FX-WRT-T");
		return !keys.isEmpty();
	}

}
