package org.jointregistry.technology;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A licence that ends stops what no other carries on, and what has none that was valid is
 * told.
 */
@RegistryTest
class LicenceQuestionTests {

	/** A transfer of the amplifier under two licences, of which one ends sooner. */
	private static final String MADE = """
			MATCH (p:Program {key: 'FX-WRT-ONE'}), (amplifier:Technology {key: 'FX-WRT-AMPLIFIER'}),
			  (radar:Technology {key: 'FX-WRT-RADAR'}), (efa:Program {key: 'EFA'})
			CREATE (t:Transfer {key: 'FX-WRT-T', kind: 'TECHNICAL_DATA', status: 'IN_FORCE', decided: '2026-06-01',
			  regime: 'FX-WRT-STRICT', marking: 'PUBLIC', releasableTo: [], industryReleasable: false, fictional: true,
			  version: 1})-[:UNDER]->(p)
			CREATE (t)-[:OF]->(amplifier)
			CREATE (p)-[use:USES {key: 'FX-WRT-U'}]->(radar)
			WITH *
			UNWIND [['SOON', '2031-02'], ['LATE', '2031-03']] AS row
			CREATE (l:ExportLicence {key: 'FX-WRT-' + row[0], regime: 'FX-WRT-STRICT', state: 'ISSUED', type: 'INDIVIDUAL',
			  scope: 'All', validFrom: '2026', validUntil: row[1], marking: 'PUBLIC', releasableTo: [],
			  industryReleasable: false, fictional: true, version: 1})-[:LICENSED_FOR]->(p)
			CREATE (t)-[under:TRANSFERRED_UNDER]->(l)
			WITH p, efa, t, use, collect(l) AS licences, collect(under) AS unders
			WITH p, efa, t, use, licences[0] AS soon, licences[1] AS late, unders[1] AS under
			""";

	@OnStage
	private Control control;

	@ParameterizedTest(name = "{0}: {1} {2}")
	@CsvSource(delimiter = '|', textBlock = """
			SET p.note = 'As it is'                     | false |
			SET late.validUntil = '2031-01-31'          | true  | AMPLIFIER RADAR RECEIVER ONE
			SET late.validFrom = '2031-02-02'           | true  | AMPLIFIER RADAR RECEIVER ONE
			SET late.state = 'REVOKED'                  | true  | AMPLIFIER RADAR RECEIVER ONE
			SET late.regime = 'FX-WRT-ASKING'           | true  | AMPLIFIER RADAR RECEIVER ONE
			DELETE under                                | true  | AMPLIFIER RADAR RECEIVER ONE
			DELETE under SET t.status = 'DENIED'        |       |
			SET late.state = 'REVOKED', soon.state = 'REVOKED' | |
			""")
	void transferStopsWithItsLastLicence(String change, @Nullable Boolean stops, @Nullable String dependent) {
		make(change);
		Answer answer = ask("2031-02-01", "2031-02");
		List<String> stopping = answer.all("stops");
		assertThat(stopping).as(answer.text()).isEqualTo((stops != null) ? List.of(stops.toString()) : List.of());
		String keys = String.join(" ", answer.all("key")).replace("FX-WRT-", "");
		assertThat(keys).isEqualTo((dependent != null) ? dependent : "");
	}

	@Test
	void programThatUsesItNoLongerDoesNotDepend() {
		make("""
				DELETE under
				WITH use, efa, t MATCH (t)-[under:UNDER]->() DELETE under
				SET use.until = '2020' CREATE (t)-[:UNDER]->(efa)""");
		assertThat(ask("2031-02-01", "2031-02").all("key")).containsExactly("FX-WRT-AMPLIFIER", "FX-WRT-RADAR",
				"FX-WRT-RECEIVER", "EFA");
	}

	@ParameterizedTest
	@CsvSource({ "2031-02-02, 2031-02-28, 0", "2031-02-01, 2031-02-01, 1", "2031-01, 2031-01, 0", "2031, 2031, 2",
			"2031-03, 2031-03, 1" })
	void licenceEndsWithinTheSpan(String from, String to, int endings) {
		make("SET p.note = 'As it is'");
		assertThat(ask(from, to).data("/licenceEndings/endings").size()).isEqualTo(endings);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET p.note = 'As it is'                                                   | false
			SET late.state = 'REVOKED'                                                | false
			SET late.state = 'REVOKED', soon.state = 'REVOKED'                        | true
			SET late.state = 'REVOKED', soon.state = 'REVOKED', t.status = 'AGREED'   | false
			SET late.state = 'REVOKED', soon.state = 'REVOKED', t.regime = null       | false
			SET late.state = 'REVOKED', soon.state = 'REVOKED', t.regime = 'FX-WRT-ASKING' | false
			SET t.regime = 'FX-WRT-UNKNOWN'                                           | true
			SET t.decided = '2025-12-31'                                              | true
			SET t.decided = '2026'                                                    | false
			SET t.decided = null, late.validUntil = '2026-02', soon.validUntil = '2026-02' | true
			WITH late, soon, efa UNWIND [late, soon] AS l MATCH (l)-[r:LICENSED_FOR]->() DELETE r \
			  CREATE (l)-[:LICENSED_FOR]->(efa)                                       | true
			""")
	void transferWithoutAValidLicenceIsTold(String change, boolean told) {
		make(change);
		Answer answer = this.control.manager()
			.query("{ unlicensedTransfers(program: \"%s\") { transfers { key } hasMore } }".formatted(Control.PROGRAM));
		assertThat(answer.all("key")).as(answer.text()).isEqualTo(told ? List.of("FX-WRT-T") : List.of());
		assertThat(this.control.manager().query("{ unlicensedTransfers(limit: 500) { transfers { key } } }").all("key"))
			.as("of all programs")
			.satisfies((keys) -> assertThat(keys.contains("FX-WRT-T")).isEqualTo(told));
	}

	@ParameterizedTest
	@CsvSource({ "licenceEndings(from: \"2026\"; to: \"2027\"; limit: 0)", "unlicensedTransfers(limit: 501)" })
	void limitHasBounds(String question) {
		assertThat(
				this.control.manager().query("{ %s { hasMore } }".formatted(question.replace(';', ','))).errorCodes())
			.containsExactly("BAD_INPUT");
	}

	private void make(String change) {
		this.control.run(MADE + change);
		Map.of("FX-WRT-T", "Transfer", "FX-WRT-SOON", "ExportLicence", "FX-WRT-LATE", "ExportLicence")
			.forEach((key, label) -> this.control.release(label, key, null));
	}

	private Answer ask(String from, String to) {
		return this.control.manager().query("""
				{ licenceEndings(from: "%s", to: "%s") { endings {
				  transfers { stops } technologies { key } programs { key } } } }""".formatted(from, to));
	}

}
