package org.jointregistry.agreement;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An invented agreement FX-WRT-PACT, shown to its parties and released to XWA, XWB and
 * XWC, and the steps of its life.
 */
final class Pact {

	static final String ID = Scene.id("Agreement", "FX-WRT-PACT");

	private static final String WHOLE = """
			{ agreements(where: {key: {eq: "FX-WRT-PACT"}}) { nodes {
			  version stage status signed inForce ended
			  parties { edges { key version signed ratified since until node { key } } }
			  steps(orderBy: [{date: ASC}]) { nodes { id stage date marking reversedBy { reason } } }
			  approvals { nodes { body result date reversedBy { reason } } } } } }
			""";

	private final Scene scene;

	private Pact(Scene scene) {
		this.scene = scene;
	}

	/**
	 * Opens the agreement.
	 * @param scene where
	 * @param facts what it says besides, or instead
	 * @return what became of it
	 */
	static Answer open(Scene scene, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("key", "FX-WRT-PACT", "title", "Pact", "type",
				"MULTILATERAL", "instrument", "TREATY", "status", "NEGOTIATED", "marking", "PARTNERS", "fictional",
				true, "releasableTo", List.of("nation:XWA", "nation:XWB", "nation:XWC")));
		input.putAll(facts);
		return Scene.ask(scene.registrar(), "agreementOpen", "agreement { id }", input);
	}

	/**
	 * An agreement that is open for signature.
	 * @param scene where
	 * @param facts what it says besides
	 * @param nations its parties
	 * @return the agreement
	 */
	static Pact toSign(Scene scene, Map<String, Object> facts, String... nations) {
		Pact pact = toNegotiate(scene, facts);
		for (String nation : nations) {
			done(pact.add(nation, Map.of()));
		}
		done(pact.stage("NEGOTIATION", "2023-01"));
		done(pact.stage("SIGNATURE", "2024-01"));
		return pact;
	}

	/**
	 * An agreement without parties, at no stage.
	 */
	static Pact toNegotiate(Scene scene, Map<String, Object> facts) {
		done(open(scene, facts));
		return new Pact(scene);
	}

	static void done(Answer answer) {
		assertThat(answer.errorCodes()).as(answer.text()).isEmpty();
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
	}

	Answer add(String nation, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("agreement", ID, "nation", Scene.id("Nation", nation), "role", "PARTY"));
		input.putAll(facts);
		return Scene.ask(this.scene.registrar(), "agreementPartyAdd", "agreement { id }", input);
	}

	Answer revisePart(String nation, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(named(nation));
		input.remove("nation");
		input.put("reason", "It is so");
		input.putAll(facts);
		return Scene.ask(this.scene.registrar(), "agreementPartyRevise", "agreement { id }", input);
	}

	Answer revise(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("agreement", ID, "version", whole().path("version").asInt(), "reason", "It is so"));
		input.putAll(facts);
		return Scene.ask(this.scene.registrar(), "agreementRevise", "agreement { id }", input);
	}

	Answer stage(String stage, String date) {
		return Scene.ask(this.scene.registrar(), "agreementStageRecord", "agreement { stage }",
				Map.of("agreement", ID, "version", whole().path("version").asInt(), "stage", stage, "date", date));
	}

	Answer sign(String nation, String date) {
		return sign(this.scene.delegate(nation), nation, Map.of("signed", date));
	}

	Answer sign(GraphqlSession session, String nation, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(named(nation));
		input.putAll(facts);
		return Scene.ask(session, "agreementSign", "agreement { id }", input);
	}

	Answer ratify(String nation, String date, String result) {
		return Scene.ask(this.scene.delegate(nation), "agreementRatify", "approval { id version body }",
				Map.of("agreement", ID, "nation", Scene.id("Nation", nation), "body", "Parliament", "date", date,
						"result", result));
	}

	Answer withdraw(String nation, String until) {
		Map<String, Object> input = new LinkedHashMap<>(named(nation));
		input.putAll(Map.of("until", until, "reason", "It is so"));
		return Scene.ask(this.scene.delegate(nation), "agreementWithdraw", "agreement { id }", input);
	}

	Answer takeBack(String nation, String what) {
		return Scene.ask(this.scene.delegate(nation), "agreementActReverse",
				"agreementReversal { what date reason nation { key } step { stage } }", Map.of("agreement", ID,
						"nation", Scene.id("Nation", nation), "what", what, "reason", "It was another"));
	}

	Answer takeBackStage(String stage, String date) {
		String id = whole().at("/steps/nodes")
			.values()
			.stream()
			.filter((step) -> step.path("stage").asString().equals(stage) && step.path("date").asString().equals(date))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
		return Scene.ask(this.scene.registrar(), "agreementStageReverse", "agreementReversal { what date step { id } }",
				Map.of("step", id, "reason", "It was another"));
	}

	/**
	 * The stages that stand, and when they were reached.
	 */
	List<String> stages() {
		return whole().at("/steps/nodes")
			.values()
			.stream()
			.filter((step) -> step.path("reversedBy").isNull())
			.map((step) -> step.path("stage").asString() + " " + step.path("date").asString())
			.toList();
	}

	/**
	 * What was taken back, as the registrar sees it.
	 */
	List<String> reversals() {
		return this.scene.registrar()
			.query("""
					{ agreements(where: {key: {eq: "FX-WRT-PACT"}}) { nodes {
					  reversals(orderBy: [{key: ASC}]) { nodes { what marking originator reason } } } } }
					""")
			.data("/agreements/nodes/0/reversals/nodes")
			.values()
			.stream()
			.map((reversal) -> "%s %s %s %s".formatted(reversal.path("what").asString(),
					reversal.path("marking").asString(), reversal.path("originator").asString("-"),
					reversal.path("reason").asString()))
			.toList();
	}

	private Map<String, Object> named(String nation) {
		JsonNode part = part(nation);
		return Map.of("agreement", ID, "nation", Scene.id("Nation", nation), "key", part.path("key").asString(),
				"version", part.path("version").asInt());
	}

	/**
	 * The agreement as the registrar sees it.
	 */
	JsonNode whole() {
		return this.scene.registrar().query(WHOLE).data("/agreements/nodes/0");
	}

	String text(String field) {
		return whole().path(field).asString("");
	}

	/**
	 * The part of a nation, the one without an end where there are several.
	 */
	JsonNode part(String nation) {
		return whole().at("/parties/edges")
			.values()
			.stream()
			.filter((edge) -> edge.at("/node/key").asString().equals(nation))
			.min(Comparator.comparing((edge) -> !edge.path("until").isNull()))
			.orElseThrow();
	}

	/**
	 * Whether a nation's delegate sees a record.
	 * @param nation its key
	 * @param id the record's global id
	 * @return false where it is not there for the delegate
	 */
	boolean isSeen(String nation, String id) {
		return this.scene.delegate(nation).query("{ node(id: \"%s\") { id } }".formatted(id)).errorCodes().isEmpty();
	}

	/**
	 * Since when the agreement binds a nation.
	 * @return empty where it does not
	 */
	String since(String nation) {
		return part(nation).path("since").asString("");
	}

}
