package org.jointregistry.technology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the insight says of consents is what the rules do.
 */
@RegistryTest
class ConsentNeedTests {

	private static final String QUESTION = """
			query ($technology: ID!, $program: ID!, $from: ID!, $to: ID!, $regime: String, $on: PartialDate) {
			  consentNeed(technology: $technology, program: $program, from: $from, to: $to, regime: $regime, on: $on) {
			    on toPartner licenceRequired
			    nations { nation { key } given decisions { kind }
			      grounds { kind technology { key } depth holder { key } right rightClass restriction regime { key }
			        transfer { key } } }
			    coveredBy { key }
			    licences { key }
			  } }
			""";

	/** A transfer by which the amplifier came, which is changed before it is asked. */
	private static final String CAME = """
			MATCH (p:Program {key: 'FX-WRT-ONE'}), (amplifier:Technology {key: 'FX-WRT-AMPLIFIER'}),
			  (n:Nation {key: 'XWD'}), (c:Nation {key: 'XWC'}), (radar:Technology {key: 'FX-WRT-RADAR'})
			CREATE (n)<-[:REGIME_OF]-(regime:ControlRegime {key: 'FX-WRT-OLD', name: 'Old', licenceRequired: false,
			  consentRequired: true, marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})
			CREATE (p)<-[under:UNDER]-(came:Transfer {key: 'FX-WRT-CAME', kind: 'TECHNOLOGY', status: 'COMPLETED',
			  regime: 'FX-WRT-OLD', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})-[:OF]->(amplifier)
			WITH *
			MATCH ()-[own:HOLDS_RIGHT {key: 'FX-WRT-R2'}]->() MATCH ()-[inside:DERIVED_FROM {key: 'FX-WRT-D2'}]->()
			MATCH (works:Contractor {key: 'FX-WRT-WORKS'})-[seat:SEATED_IN]->()
			""";

	@OnStage
	private Control control;

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			SET p.note = 'As it is'                                                             | XWA XWB XWD
			SET came.status = 'DENIED'                                                          | XWA XWB
			SET came.kind = 'EXPORT_POLICY'                                                     | XWA XWB
			SET came.originator = 'XWC'                                                         | XWA XWB
			SET regime.consentRequired = false                                                  | XWA XWB
			SET inside.until = '2020'                                                           | XWA
			SET inside.releasedTo = ['nation:XWC']                                              | XWA
			SET own.until = '2020'                                                              | XWA XWD
			SET own.since = '9999'                                                              | XWA XWD
			SET own.confirmation = 'DECLARED'                                                   | XWA XWD
			SET own.grant = 'MAY_USE', own.restriction = 'Own fleet'                            | XWA XWD
			SET own.grant = 'MAY_SUBLICENSE'                                                    | XWA XWD
			SET own.grant = 'MAY_SUBLICENSE', own.restriction = 'Asking'                        | XWA XWB XWD
			SET own.releasedTo = ['nation:XWC']                                                 | XWA XWD
			DELETE seat                                                                         | XWA XWD
			DELETE seat CREATE (works)-[:SEATED_IN]->(c)                                        | XWA XWD
			CREATE (c)-[:PARTICIPATES_IN {key: 'FX-WRT-PC', role: 'PARTNER'}]->(p)              | ''
			CREATE (c)-[:PARTICIPATES_IN {key: 'FX-WRT-PC', role: 'PARTNER', left: '2020'}]->(p) | XWA XWB XWD
			CREATE (c)-[:PARTICIPATES_IN {key: 'FX-WRT-PC', role: 'OBSERVER'}]->(p)             | XWA XWB XWD
			SET radar.releasedTo = ['nation:XWC']                                               | hidden
			""")
	void insightNamesWhomTheRulesWaitFor(String change, String nations) {
		this.control.run(CAME + change);
		this.control.release("Transfer", "FX-WRT-CAME", change.contains("originator") ? "XWC" : null);
		Answer answer = ask(this.control.manager(), Map.of());
		if (nations.equals("hidden")) {
			assertThat(answer.errorCodes()).containsExactly("NOT_FOUND");
			return;
		}
		List<String> named = answer.data("/consentNeed/nations")
			.values()
			.stream()
			.map((nation) -> nation.at("/nation/key").asString())
			.toList();
		assertThat(String.join(" ", named)).as(answer.text()).isEqualTo(nations);
		assertThat(Scene.codes(add(Map.of()))).hasSize(named.isEmpty() ? 0 : 1);
		if (!named.isEmpty()) {
			assertThat(this.control.request(Map.of()).all("key")).containsExactlyInAnyOrderElementsOf(named);
		}
	}

	@Test
	void transferThatIsCoveredIsRecorded() {
		String request = this.control.requested();
		assertCovered(request, "2026-06-01", false);
		Control.id(this.control.decide(request, "XWA", "CONSENTED", Map.of("decided", "2026-05-01")),
				"consentDecide/consentDecision");
		assertCovered(request, "2026-06-01", false);
		String decision = Control.id(this.control.decide(request, "XWB", "CONSENTED", Map.of("decided", "2026-05-02")),
				"consentDecide/consentDecision");
		assertCovered(request, "2026-06-01", true);
		assertCovered(request, "2026-05-01", false);
		assertThat(given("2026-05-01")).containsExactly("true", "false");
		this.control.revoke("XWB", decision);
		assertCovered(request, "2026-06-01", false);
		this.control.decided(request, "XWB", "REFUSED");
		assertThat(ask(this.control.manager(), Map.of()).all("kind")).contains("REFUSED");
		assertThat(given("2027")).containsExactly("true", "false");
		assertCovered(request, "2027", false);
	}

	@Test
	void requestThatDoesNotAskALaterOwnerCoversNothing() {
		String request = this.control.requested();
		this.control.decided(request, "XWA", "CONSENTED");
		this.control.decided(request, "XWB", "CONSENTED");
		assertCovered(request, "2027", true);
		this.control.run("""
				MATCH (n:Nation {key: 'XWD'}), (t:Technology {key: 'FX-WRT-RADAR'})
				CREATE (n)-[:HOLDS_RIGHT {key: 'FX-WRT-R3', right: 'FX-WRT-R3', subject: 'All', class: 'FOREGROUND',
				  grant: 'OWNS', joint: false, derived: false}]->(t)""");
		assertCovered(request, "2027", false);
		assertThat(given("2027")).containsExactly("true", "true", "false");
	}

	private List<String> given(String on) {
		return ask(this.control.manager(), Map.of("on", on)).all("given");
	}

	private void assertCovered(String request, String on, boolean covered) {
		Answer answer = ask(this.control.manager(), Map.of("on", on));
		assertThat(answer.data("/consentNeed/coveredBy").size()).as(answer.text()).isEqualTo(covered ? 1 : 0);
		assertThat(Scene.codes(add(Map.of("consentRequest", request, "decided", on)))).hasSize(covered ? 0 : 1);
	}

	@Test
	void requestBetweenOthersCoversNothing() {
		String request = Control.id(this.control.request(Map.of("to", Control.nation("XWD"))),
				"consentRequestAdd/consentRequest");
		this.control.decided(request, "XWA", "CONSENTED");
		this.control.decided(request, "XWB", "CONSENTED");
		assertThat(ask(this.control.manager(), Map.of()).data("/consentNeed/coveredBy").size()).isZero();
		assertThat(given("2027")).containsExactly("false", "false");
		assertThat(
				ask(this.control.manager(), Map.of("to", Control.nation("XWD"))).data("/consentNeed/coveredBy").size())
			.isEqualTo(1);
	}

	@Test
	void groundsSayWhichRightOfWhichAncestorOrWhichRegime() {
		Answer answer = ask(this.control.manager(), Map.of("regime", "FX-WRT-ASKING"));
		assertThat(answer.data("/consentNeed/nations/1/grounds").toString()).isEqualTo("""
				[{"kind":"RIGHT","technology":{"key":"FX-WRT-AMPLIFIER"},"depth":2,"holder":{"key":"FX-WRT-WORKS"},\
				"right":"FX-WRT-R2","rightClass":"BACKGROUND","restriction":null,"regime":null,"transfer":null},\
				{"kind":"PASSED_UNDER","technology":null,"depth":null,"holder":null,"right":null,"rightClass":null,\
				"restriction":null,"regime":{"key":"FX-WRT-ASKING"},"transfer":null}]""");
	}

	@ParameterizedTest
	@CsvSource({ "FX-WRT-STRICT, 2026-06, true, 1", "FX-WRT-STRICT, 2028, true, 0", "FX-WRT-ASKING, 2026-06, false, 0",
			"FX-WRT-UNKNOWN, 2026-06, true, 0", ", 2026-06, false, 0" })
	void licenceIsThatOfTheRegimeAndTheDay(@Nullable String regime, String on, boolean required, int licences) {
		this.control
			.run("""
					MATCH (p:Program {key: 'FX-WRT-ONE'})
					CREATE (l:ExportLicence {key: 'FX-WRT-L', regime: 'FX-WRT-STRICT', state: 'ISSUED', type: 'INDIVIDUAL',
					  scope: 'All', validFrom: '2026', validUntil: '2027', marking: 'PUBLIC', releasableTo: [],
					  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})-[:LICENSED_FOR]->(p)""");
		this.control.release("ExportLicence", "FX-WRT-L", null);
		Map<String, Object> asked = new LinkedHashMap<>(Map.of("on", on));
		if (regime != null) {
			asked.put("regime", regime);
		}
		Answer answer = ask(this.control.manager(), asked);
		assertThat(answer.data("/consentNeed/licenceRequired").asBoolean()).as(answer.text()).isEqualTo(required);
		assertThat(answer.data("/consentNeed/licences").size()).isEqualTo(licences);
	}

	private Answer add(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", Control.PROGRAM, "from", Control.nation("XWA"), "to", Control.nation("XWC"),
						"technology", Control.RADAR, "kind", "TECHNICAL_DATA", "status", "IN_FORCE"));
		input.putAll(facts);
		return Scene.ask(this.control.manager(), "transferAdd", "transfer { id }", input);
	}

	private static Answer ask(GraphqlSession session, Map<String, Object> asked) {
		Map<String, Object> variables = new LinkedHashMap<>(Map.of("technology", Control.RADAR, "program",
				Control.PROGRAM, "from", Control.nation("XWA"), "to", Control.nation("XWC")));
		variables.putAll(asked);
		return session.query(QUESTION, variables);
	}

}
