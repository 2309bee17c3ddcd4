package org.jointregistry.technology;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is inside a technology is met once, by a shortest way that is seen and has not
 * ended, and each part restricts where it may go.
 */
@RegistryTest
class LineageTests {

	private static final String PARTS = """
			MATCH (radar:Technology {key: 'FX-WRT-RADAR'}), (receiver:Technology {key: 'FX-WRT-RECEIVER'}),
			  (amplifier:Technology {key: 'FX-WRT-AMPLIFIER'}), (p:Program {key: 'FX-WRT-ONE'}), (c:Nation {key: 'XWC'})
			MATCH ()-[first:DERIVED_FROM {key: 'FX-WRT-D1'}]->() MATCH ()-[second:DERIVED_FROM {key: 'FX-WRT-D2'}]->()
			WITH *
			""";

	@OnStage
	private Control control;

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET p.note = 'As it is'                              | RADAR 0 RECEIVER 1 AMPLIFIER 2
			SET second.until = '2020'                            | RADAR 0 RECEIVER 1
			SET second.releasedTo = ['nation:XWD']               | RADAR 0 RECEIVER 1
			SET receiver.releasedTo = ['nation:XWD']             | RADAR 0
			CREATE (radar)-[:DERIVED_FROM {key: 'FX-WRT-D3'}]->(amplifier) | RADAR 0 AMPLIFIER 1 RECEIVER 1
			CREATE (amplifier)-[:DERIVED_FROM {key: 'FX-WRT-D3'}]->(radar) | RADAR 0 RECEIVER 1 AMPLIFIER 2
			""")
	void partIsMetOnceByAShortestWay(String change, String inside) {
		this.control.run(PARTS + change);
		Answer answer = ask();
		StringBuilder told = new StringBuilder();
		answer.data("/technologyLineage/inside")
			.values()
			.forEach((part) -> told.append(part.at("/technology/key").asString().replace("FX-WRT-", ""))
				.append(' ')
				.append(part.path("depth").asInt())
				.append(' '));
		assertThat(told.toString().strip()).as(answer.text()).isEqualTo(inside);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET p.note = 'As it is'                                                        | true  |
			SET receiver.marking = 'PARTNERS', receiver.releasableTo = ['nation:XWC']      | false | XWC:
			SET receiver.marking = 'ORIGINATOR', receiver.originator = 'XWB'               | false | XWB:
			SET receiver.marking = 'ORIGINATOR', receiver.originator = 'XWB', \
			  amplifier.marking = 'ORIGINATOR', amplifier.originator = 'XWC'               | false | \
			  XWB:FX-WRT-AMPLIFIER XWC:FX-WRT-RECEIVER
			SET receiver.marking = 'PARTNERS' CREATE (p)-[:USES {key: 'FX-WRT-U'}]->(receiver) | false | XWA: XWB:
			SET receiver.marking = 'ORIGINATOR' CREATE (p)-[:USES {key: 'FX-WRT-U'}]->(receiver) | false |
			SET receiver.marking = 'PARTNERS' CREATE (p)-[:USES {key: 'FX-WRT-U', until: '2020'}]->(receiver) | false |
			""")
	void technologyGoesWhereEachPartMay(String change, boolean unrestricted, @Nullable String parties) {
		this.control.run(PARTS + change);
		Answer answer = ask();
		assertThat(answer.data("/technologyLineage/unrestricted").asBoolean()).as(answer.text())
			.isEqualTo(unrestricted);
		List<String> told = answer.data("/technologyLineage/releasability")
			.values()
			.stream()
			.map((party) -> party.at("/party/key").asString() + ":"
					+ (party.path("releasable").asBoolean() ? "" : party.at("/excludedBy/0/key").asString()))
			.toList();
		assertThat(String.join(" ", told)).isEqualTo((parties != null) ? parties : "");
	}

	/**
	 * Sixty levels, where each part is inside both parts above: more ways than could ever
	 * be followed.
	 */
	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			manager |
			manager | @asOf(at: "2026-01-01T00:00:00Z")
			registrar |
			registrar | @asOf(at: "2026-01-01T00:00:00Z")
			""")
	void ofManyWaysEachPartIsMetOnce(String viewer, @Nullable String past) {
		this.control.run("MATCH (p:Program {key: 'FX-WRT-ONE'}) REMOVE p.recordedAt");
		this.control.run("""
				UNWIND range(0, 60) AS level
				UNWIND ['L', 'R'] AS side
				CREATE (:Technology {key: 'FX-WRT-' + level + side, name: 'Part', marking: 'PUBLIC', releasableTo: [],
				  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})""");
		this.control
			.run("""
					MATCH (radar:Technology {key: 'FX-WRT-RADAR'}), (first:Technology {key: 'FX-WRT-0L'})
					CREATE (radar)-[:DERIVED_FROM {key: 'FX-WRT-DD'}]->(first)
					WITH count(*) AS none
					UNWIND range(0, 59) AS level
					UNWIND ['L', 'R'] AS side
					UNWIND ['L', 'R'] AS below
					MATCH (from:Technology {key: 'FX-WRT-' + level + side}), (to:Technology {key: 'FX-WRT-' + (level + 1) + below})
					CREATE (from)-[:DERIVED_FROM {key: 'FX-WRT-DD' + level + side + below}]->(to)""");
		Answer answer = (viewer.equals("registrar") ? this.control.registrar() : this.control.manager())
			.query("""
					query %1$s {
					  technologyLineage(technology: "%2$s") { inside { depth technology { key } } }
					  consentNeed(technology: "%2$s", program: "%3$s", from: "%4$s", to: "%5$s") { nations { nation { key } } }
					}"""
				.formatted((past != null) ? past : "", Control.RADAR, Control.PROGRAM, Control.nation("XWA"),
						Control.nation("XWC")));
		assertThat(answer.data("/technologyLineage/inside").size()).as(answer.text()).isEqualTo(3 + 1 + 2 * 60);
		assertThat(answer.data("/technologyLineage/inside/123/depth").asInt()).isEqualTo(61);
		assertThat(answer.data("/consentNeed/nations").size()).as(answer.text()).isEqualTo(2);
	}

	@Test
	void pastIsAnsweredOfWhatWasRecordedThen() {
		this.control.run(PARTS + "SET second.recordedFrom = datetime('2026-02-01T00:00:00Z')");
		String question = "query %s { technologyLineage(technology: \"" + Control.RADAR
				+ "\") { inside { technology { key } } } }";
		assertThat(this.control.manager().query(question.formatted("@asOf(at: \"2026-01-01T00:00:00Z\")")).all("key"))
			.containsExactly("FX-WRT-RADAR", "FX-WRT-RECEIVER");
		assertThat(this.control.manager().query(question.formatted("")).all("key")).containsExactly("FX-WRT-RADAR",
				"FX-WRT-RECEIVER", "FX-WRT-AMPLIFIER");
	}

	private Answer ask() {
		return this.control.manager().query("""
				{ technologyLineage(technology: "%s") { unrestricted inside { depth technology { key } }
				  releasability { party { key } releasable excludedBy { key } } } }""".formatted(Control.RADAR));
	}

}
