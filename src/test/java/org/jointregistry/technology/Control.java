package org.jointregistry.technology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.Staged;
import org.jointregistry.access.Marking;
import org.jointregistry.access.Release;
import org.jointregistry.access.StoredReleases;
import org.jointregistry.recording.Scene;

/**
 * A scene with a radar of the invented program FX-WRT-ONE, that XWA owns, derived from a
 * receiver that FX-WRT-WORKS of XWB owns. XWA and XWB are partners; XWC and XWD are not.
 */
final class Control implements Staged {

	static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	static final String RADAR = Scene.id("Technology", "FX-WRT-RADAR");

	private static final String SET = """
			MATCH (p:Program {key: 'FX-WRT-ONE'}), (a:Nation {key: 'XWA'}), (b:Nation {key: 'XWB'})
			SET p.marking = 'PUBLIC', p.releasedTo = p.releasedTo + 'public'
			CREATE (a)-[:PARTICIPATES_IN {key: 'FX-WRT-PA', role: 'PARTNER'}]->(p)
			CREATE (b)-[:PARTICIPATES_IN {key: 'FX-WRT-PB', role: 'PARTNER'}]->(p)
			CREATE (:Nation {key: 'XWD', name: 'XWD', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})
			WITH b
			UNWIND ['RADAR', 'RECEIVER', 'AMPLIFIER'] AS name
			CREATE (:Technology {key: 'FX-WRT-' + name, name: name, marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH DISTINCT b
			MATCH (radar:Technology {key: 'FX-WRT-RADAR'}), (receiver:Technology {key: 'FX-WRT-RECEIVER'}),
			  (amplifier:Technology {key: 'FX-WRT-AMPLIFIER'}), (a:Nation {key: 'XWA'})
			CREATE (radar)-[:DERIVED_FROM {key: 'FX-WRT-D1'}]->(receiver)-[:DERIVED_FROM {key: 'FX-WRT-D2'}]->(amplifier)
			CREATE (works:Contractor {key: 'FX-WRT-WORKS', name: 'Works', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})-[:SEATED_IN]->(b)
			CREATE (a)-[:HOLDS_RIGHT {key: 'FX-WRT-R1', right: 'FX-WRT-R1', subject: 'All', class: 'FOREGROUND',
			  grant: 'OWNS', joint: false, derived: false, program: 'FX-WRT-ONE'}]->(radar)
			CREATE (works)-[:HOLDS_RIGHT {key: 'FX-WRT-R2', right: 'FX-WRT-R2', subject: 'All', class: 'BACKGROUND',
			  grant: 'OWNS', joint: false, derived: false}]->(amplifier)
			CREATE (:ControlRegime {key: 'FX-WRT-STRICT', name: 'Strict', licenceRequired: true, consentRequired: false,
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})
			CREATE (:ControlRegime {key: 'FX-WRT-ASKING', name: 'Asking', licenceRequired: false, consentRequired: true,
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:REGIME_OF]->(b)
			""";

	private final Driver driver;

	private final Scene scene;

	Control(Driver driver, RegistryClient registry) {
		this.driver = driver;
		this.scene = new Scene(driver, registry);
	}

	@Override
	public void set() {
		clear();
		this.scene.set();
		run(SET);
	}

	@Override
	public void clear() {
		this.scene.clear();
		run("MATCH (nation:Nation {key: 'XWD'}) DETACH DELETE nation");
	}

	List<Record> run(String cypher) {
		return this.scene.run(cypher);
	}

	/**
	 * Shows a record that was made by hand to everyone, or to one nation alone.
	 * @param label the record's label
	 * @param key its key
	 * @param nation the nation's code; null for everyone
	 */
	void release(String label, String key, @Nullable String nation) {
		Release release = (nation == null) ? Release.PUBLIC : new Release(Marking.ORIGINATOR, null, Set.of(), nation,
				Set.of(), Set.of(), Set.of(), Set.of(), false);
		new StoredReleases(label, release).store(this.driver, key, List.of());
	}

	GraphqlSession manager() {
		return this.scene.manager();
	}

	GraphqlSession registrar() {
		return this.scene.registrar();
	}

	GraphqlSession delegate(String nation) {
		return this.scene.delegate(nation);
	}

	GraphqlSession industry(String organization) {
		return this.scene.industry(organization);
	}

	static String nation(String code) {
		return Scene.id("Nation", code);
	}

	/**
	 * Asks for consent to pass the radar from XWA on to XWC.
	 * @param facts what of the input is otherwise; null leaves out
	 * @return the answer, with the nations that are asked
	 */
	Answer request(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", PROGRAM, "askedBy", nation("XWA"), "from", nation("XWA"), "to", nation("XWC"),
						"technology", RADAR, "subject", "Radar", "purpose", "Patrol", "marking", "ORIGINATOR"));
		input.putAll(facts);
		input.values().removeIf((value) -> value.equals(""));
		return Scene.ask(manager(), "consentRequestAdd", "consentRequest { id nations { nodes { key } } }", input);
	}

	String requested() {
		return id(request(Map.of()), "consentRequestAdd/consentRequest");
	}

	/**
	 * Has a nation decide.
	 * @param request global id of the request
	 * @param nation the nation's code
	 * @param kind what it decides
	 * @param facts what else the input says
	 * @return the answer
	 */
	Answer decide(String request, String nation, String kind, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("consentRequest", request, "nation", nation(nation), "kind", kind));
		input.putAll(facts);
		return Scene.ask(delegate(nation), "consentDecide", "consentDecision { id originator }", input);
	}

	String decided(String request, String nation, String kind) {
		return id(decide(request, nation, kind, Map.of()), "consentDecide/consentDecision");
	}

	Answer revoke(String nation, String decision) {
		return revoke(nation, decision, Map.of());
	}

	Answer revoke(String nation, String decision, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("consentDecision", decision, "reason", "It changed"));
		input.putAll(facts);
		return Scene.ask(delegate(nation), "consentRevoke",
				"consentDecision { id kind originator nation { key } request { id } program { key } revokes { id } }",
				input);
	}

	static String id(Answer answer, String record) {
		if (!Scene.codes(answer).isEmpty()) {
			throw new IllegalStateException(answer.text());
		}
		return answer.data("/" + record + "/id").asString();
	}

	static boolean sees(GraphqlSession session, String id) {
		return session.query("{ node(id: \"%s\") { id } }".formatted(id)).errorCodes().isEmpty();
	}

}
