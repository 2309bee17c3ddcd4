package org.jointregistry.technology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a transfer is tied to and its manager does not see is as what is absent, and stays
 * as it is.
 */
@RegistryTest
class FlowSightTests {

	private static final String CONSENT_MISSING = "CONSENT_MISSING consentRequest";

	/** A program that FX-WRT-WORKS works on too, and that alone uses a technology. */
	private static final String ELSEWHERE = """
			MATCH (works:Contractor {key: 'FX-WRT-WORKS'}), (one:Program {key: 'FX-WRT-ONE'})
			CREATE (two:Program {key: 'FX-WRT-TWO', name: 'Two', marking: 'PARTNERS', releasableTo: [],
			  releasedTo: ['office:FX-WRT-TWO'], industryReleasable: false, fictional: true, version: 1})
			CREATE (two)-[:USES {key: 'FX-WRT-USE'}]->(:Technology {key: 'FX-WRT-HIDDEN', name: 'Hidden',
			  marking: 'PARTNERS', releasableTo: [], industryReleasable: true, fictional: true, version: 1,
			  releasedTo: ['industry:FX-WRT-TWO', 'office:FX-WRT-TWO', 'partner:FX-WRT-TWO']})
			WITH works, one, two
			UNWIND [one, two] AS program
			CREATE (works)<-[:PERFORMED_BY]-(:WorkShare {key: program.key, role: 'SUPPLIER', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:PART_OF_WORK]->(program)
			""";

	private static final String HIDE = """
			MATCH (n {key: '%s'}) SET n.marking = 'ORIGINATOR', n.originator = 'XWD', n.releasedTo = ['nation:XWD']
			""";

	private static final String HIDDEN = Scene.id("Technology", "FX-WRT-HIDDEN");

	private static final String WORKS = Scene.id("Contractor", "FX-WRT-WORKS");

	@OnStage
	private Control control;

	@BeforeEach
	void set() {
		this.control.run(ELSEWHERE);
	}

	@Test
	void hiddenTechnologyOfATransferIsAsNone() {
		assertThat(Control.sees(this.control.manager(), HIDDEN)).isFalse();
		String ofNone = consented(WORKS, "");
		String ofRadar = consented(WORKS, Control.RADAR);
		for (String technology : List.of("", HIDDEN)) {
			assertThat(Scene.codes(decide(asked(technology), null))).isEmpty();
			assertThat(Scene.codes(decide(asked(technology), ofNone))).isEmpty();
			assertThat(Scene.codes(decide(asked(technology), ofRadar))).containsExactly(CONSENT_MISSING);
		}
	}

	@Test
	void technologyOfARequestThatWentOutOfSightIsAsNone() {
		String request = consented(Control.nation("XWA"), Control.RADAR);
		String ofRadar = added(Map.of("technology", Control.RADAR));
		String ofNone = added(Map.of());
		assertThat(Scene.codes(flow(ofNone, Map.of("consentRequest", request)))).containsExactly(CONSENT_MISSING);
		this.control.run(HIDE.formatted("FX-WRT-RADAR"));
		assertThat(Scene.codes(flow(ofNone, Map.of("consentRequest", request)))).isEmpty();
		assertThat(Scene.codes(flow(ofRadar, Map.of("consentRequest", request)))).isEmpty();
	}

	@Test
	void hiddenReceiverIsNoPartner() {
		String id = added(Map.of("to", WORKS, "technology", Control.RADAR));
		String other = added(Map.of("to", WORKS, "technology", Control.RADAR));
		assertThat(Scene.codes(flow(id, Map.of()))).isEmpty();
		this.control.run(HIDE.formatted("FX-WRT-WORKS"));
		assertThat(Scene.codes(flow(other, Map.of()))).containsExactly(CONSENT_MISSING);
	}

	@Test
	void hiddenRequestIsAsNone() {
		String id = added(Map.of("to", Control.nation("XWB"), "technology", Control.RADAR));
		this.control
			.run("""
					MATCH (t:Transfer {recordedBy: 'scene-manager'}), (two:Program {key: 'FX-WRT-TWO'}), (n:Nation {key: 'XWD'})
					CREATE (t)-[:RESTS_ON]->(request:ConsentRequest {key: 'FX-WRT-ASKED', subject: 'All', purpose: 'Any',
					  marking: 'ORIGINATOR', releasableTo: [], releasedTo: ['nation:XWD'], industryReleasable: false,
					  fictional: true, version: 1})-[:CONSENT_IN]->(two)
					CREATE (request)-[:CONSENT_ASKED_OF]->(n)""");
		assertThat(Scene.codes(flow(id, Map.of()))).isEmpty();
	}

	@Test
	void hiddenLicenceStaysWhereASeenOneIsTakenAway() {
		String id = added(Map.of());
		this.control
			.run("""
					MATCH (t:Transfer {recordedBy: 'scene-manager'})
					UNWIND [['SEEN', 'office:FX-WRT-ONE', 'FX-WRT-ONE'], ['UNSEEN', 'office:FX-WRT-TWO', 'FX-WRT-TWO']] AS row
					MATCH (p:Program {key: row[2]})
					CREATE (t)-[:TRANSFERRED_UNDER]->(:ExportLicence {key: 'FX-WRT-' + row[0], regime: 'FX-WRT-STRICT',
					  type: 'INDIVIDUAL', scope: 'All', state: 'ISSUED', marking: 'ORIGINATOR', releasableTo: [],
					  releasedTo: [row[1]], industryReleasable: false, fictional: true, version: 1})-[:LICENSED_FOR]->(p)""");
		Answer revised = revise(id, Map.of("licences", List.of()));
		assertThat(Scene.codes(revised)).as(revised.text()).isEmpty();
		assertThat(licences("TRANSFERRED_UNDER")).containsExactly("FX-WRT-UNSEEN");
		assertThat(licences("WAS_TRANSFERRED_UNDER")).containsExactly("FX-WRT-SEEN");
	}

	private List<String> licences(String tie) {
		return this.control
			.run("""
					MATCH (:Transfer {recordedBy: 'scene-manager'})-[:%s]->(licence) RETURN licence.key AS key"""
				.formatted(tie))
			.stream()
			.map((row) -> row.get("key").asString())
			.toList();
	}

	/** A request to pass on to XWC, with the consent of all nations that it asks. */
	private String consented(String from, String technology) {
		Answer answer = this.control
			.request(Map.of("from", from, "technology", technology, "nations", List.of(Control.nation("XWD"))));
		String request = Control.id(answer, "consentRequestAdd/consentRequest");
		answer.data("/consentRequestAdd/consentRequest/nations/nodes")
			.values()
			.forEach((nation) -> this.control.decided(request, nation.path("key").asString(), "CONSENTED"));
		return request;
	}

	/** A transfer to XWC that industry asks for. */
	private String asked(String technology) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("program", Control.PROGRAM, "from", WORKS, "to",
				Control.nation("XWC"), "kind", "TECHNICAL_DATA"));
		if (!technology.isEmpty()) {
			input.put("technology", technology);
		}
		return Control.id(Scene.ask(this.control.industry("FX-WRT-WORKS"), "transferRequest", "transfer { id }", input),
				"transferRequest/transfer");
	}

	private Answer decide(String transfer, @Nullable String request) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("transfer", transfer, "version", 1, "status", "IN_FORCE"));
		if (request != null) {
			input.put("consentRequest", request);
		}
		return Scene.ask(this.control.manager(), "transferDecide", "transfer { id }", input);
	}

	/** A transfer from XWA to XWC that is agreed. */
	private String added(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("program", Control.PROGRAM, "from",
				Control.nation("XWA"), "to", Control.nation("XWC"), "kind", "TECHNICAL_DATA", "status", "AGREED"));
		input.putAll(facts);
		return Control.id(Scene.ask(this.control.manager(), "transferAdd", "transfer { id }", input),
				"transferAdd/transfer");
	}

	private Answer flow(String transfer, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(facts);
		input.put("status", "IN_FORCE");
		return revise(transfer, input);
	}

	private Answer revise(String transfer, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("transfer", transfer, "version", 1, "reason", "It is so"));
		input.putAll(facts);
		return Scene.ask(this.control.manager(), "transferRevise", "transfer { id }", input);
	}

}
