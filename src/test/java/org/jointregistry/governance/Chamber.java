package org.jointregistry.governance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Driver;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.RegistryClient;
import org.jointregistry.Staged;
import org.jointregistry.recording.Scene;

/**
 * Bodies of the scene's program on which XWA, XWB and XWC sit, and what they decide.
 */
final class Chamber implements Staged {

	static final List<String> NATIONS = List.of("XWA", "XWB", "XWC");

	private static final String SELECTION = "decision { id key version state decided awaits { nodes { key } }"
			+ " votes { edges { vote weight date statement node { key } } } }";

	private final Scene scene;

	private final RegistryClient registry;

	Chamber(Driver driver, RegistryClient registry) {
		this.scene = new Scene(driver, registry);
		this.registry = registry;
	}

	@Override
	public void set() {
		this.scene.set();
	}

	@Override
	public void clear() {
		this.scene.clear();
	}

	Scene scene() {
		return this.scene;
	}

	GraphqlSession registrar() {
		return this.registry
			.claiming((claims) -> claims.subject("scene-registrar").claim("roles", List.of("REGISTRAR")));
	}

	/** A body of the program, with a seat of each nation. */
	String body(Map<String, Object> facts, int... weights) {
		Map<String, Object> input = new LinkedHashMap<>(Map.of("name", "FX-WRT body", "level", "EXECUTIVE", "program",
				Scene.id("Program", "FX-WRT-ONE"), "fictional", true));
		input.putAll(facts);
		Answer answer = Scene.ask(registrar(), "governanceBodyAdd", "governanceBody { id }", input);
		String body = answer.data("/governanceBodyAdd/governanceBody/id").asString();
		for (int place = 0; place < weights.length; place++) {
			require(seat(body, NATIONS.get(place), Map.of("weight", weights[place])));
		}
		return body;
	}

	Answer seat(String body, String nation, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("governanceBody", body, "nation", Scene.id("Nation", nation)));
		input.putAll(facts);
		return Scene.ask(registrar(), "seatAdd", "governanceBody { seats { edges { key weight node { key } } } }",
				input);
	}

	Answer propose(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "title", "FX-WRT decision"));
		input.putAll(facts);
		return Scene.ask(this.scene.manager(), "decisionPropose", SELECTION, input);
	}

	String proposed(String body) {
		return require(propose(Map.of("body", body))).data("/decisionPropose/decision/id").asString();
	}

	Answer vote(String decision, String nation, String vote) {
		return Scene.ask(this.scene.delegate(nation), "decisionVote", SELECTION, Map.of("decision", decision, "nation",
				Scene.id("Nation", nation), "vote", vote, "statement", "We say " + vote));
	}

	Answer change(String mutation, String decision, int version, Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of("decision", decision, "version", version, "reason", "It is so"));
		input.putAll(facts);
		return Scene.ask(this.scene.manager(), mutation, SELECTION, input);
	}

	String state(String decision) {
		return this.scene.manager()
			.query("{ node(id: \"%s\") { ... on Decision { state } } }".formatted(decision))
			.data("/node/state")
			.asString();
	}

	/** Codes of the nations whose vote a decision awaits, as its manager sees it. */
	List<String> awaited(String decision) {
		return this.scene.manager()
			.query("{ node(id: \"%s\") { ... on Decision { awaits(orderBy: [{key: ASC}]) { nodes { key } } } } }"
				.formatted(decision))
			.all("key");
	}

	static Answer require(Answer answer) {
		if (!answer.errorCodes().isEmpty() || !Scene.codes(answer).isEmpty()) {
			throw new AssertionError(answer.text());
		}
		return answer;
	}

}
