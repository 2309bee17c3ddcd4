package org.jointregistry.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.Answer;
import org.jointregistry.GraphqlSession;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Evaluations are of one subject, say something with its unit, and tell of a measure once
 * for each date and evaluator.
 */
@RegistryTest
class EvaluationTests {

	private static final String OTHERS = """
			CREATE (pact:Agreement {key: 'FX-WRT-PACT', title: 'Pact'}), (league:Community {key: 'FX-WRT-LEAGUE', name: 'League',
			  type: 'UNION'}), (hub:InnovationHub {key: 'FX-WRT-HUB', name: 'Hub', kind: 'FUND'})
			FOREACH (made IN [pact, league, hub] | SET made.marking = 'PUBLIC', made.releasableTo = [],
			  made.releasedTo = ['public'], made.industryReleasable = false, made.fictional = true, made.version = 1)
			""";

	private static final String SELECTION = "evaluation { id version indicator measure value finding unit asOf evaluator "
			+ "source program { key } agreement { key } community { key } hub { key } }";

	private static final String PROGRAM = Scene.id("Program", "FX-WRT-ONE");

	@Autowired
	private RegistryClient registry;

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(OTHERS);
	}

	@Test
	void managerAddsAndRevisesOneOfTheOwnProgram() {
		Answer added = add(this.scene.manager(), Map.of("source", "Report 7"));
		assertThat(added.data("/evaluationAdd/evaluation").toString()).contains("\"value\":\"2.5\"",
				"\"unit\":\"years\"", "\"asOf\":\"2020\"", "\"source\":\"Report 7\"",
				"\"program\":{\"key\":\"FX-WRT-ONE\"}", "\"agreement\":null", "\"hub\":null");
		Answer revised = revise(id(added), 1, Map.of("value", "3", "asOf", "2020-06"));
		assertThat(revised.data("/evaluationRevise/evaluation").toString()).contains("\"version\":2", "\"value\":\"3\"",
				"\"asOf\":\"2020-06\"", "\"measure\":\"Delay\"");
	}

	@ParameterizedTest
	@CsvSource({ "agreement, Agreement, FX-WRT-PACT", "community, Community, FX-WRT-LEAGUE",
			"hub, InnovationHub, FX-WRT-HUB" })
	void registrarAddsOneOfSomethingElse(String field, String type, String key) {
		Answer added = add(registrar(), ofElse(field, Scene.id(type, key)));
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/evaluationAdd/evaluation/" + field + "/key").asString()).isEqualTo(key);
		assertThat(add(this.scene.manager(), ofElse(field, Scene.id(type, key))).errorCodes())
			.containsExactly("FORBIDDEN");
	}

	@Test
	void evaluationIsOfOneSubject() {
		Map<String, @Nullable Object> none = new HashMap<>();
		none.put("program", null);
		assertThat(Scene.codes(add(registrar(), none))).containsExactly("ONE_SUBJECT program");
		assertThat(Scene.codes(add(registrar(),
				Map.of("agreement", Scene.id("Agreement", "FX-WRT-PACT"), "hub",
						Scene.id("InnovationHub", "FX-WRT-HUB")))))
			.containsExactly("ONE_SUBJECT agreement", "ONE_SUBJECT hub");
	}

	@Test
	void evaluationSaysAValueWithItsUnitOrWhatWasFound() {
		Map<String, @Nullable Object> nothing = new HashMap<>();
		nothing.put("value", null);
		assertThat(Scene.codes(add(this.scene.manager(), nothing))).containsExactly("VALUE_REQUIRED value");
		Map<String, @Nullable Object> bare = new HashMap<>();
		bare.put("unit", null);
		assertThat(Scene.codes(add(this.scene.manager(), bare))).containsExactly("UNIT_REQUIRED unit");
		nothing.put("finding", "Limits of the test were overstated");
		nothing.put("unit", null);
		String found = id(add(this.scene.manager(), nothing));
		bare.remove("unit");
		bare.put("finding", null);
		assertThat(Scene.codes(revise(found, 1, bare))).containsExactly("VALUE_REQUIRED value");
		assertThat(Scene.codes(revise(found, 1, Map.of("value", "1")))).containsExactly("UNIT_REQUIRED unit");
	}

	@Test
	void evaluatorTellsOfAMeasureOnceForEachDate() {
		id(add(this.scene.manager(), Map.of()));
		assertThat(Scene.codes(add(this.scene.manager(), Map.of("value", "9"))))
			.containsExactly("EVALUATED_ALREADY measure");
		assertThat(Scene.codes(add(this.scene.manager(), Map.of("unit", "months")))).isEmpty();
		assertThat(Scene.codes(add(this.scene.manager(), Map.of("evaluator", "Others")))).isEmpty();
		assertThat(Scene.codes(add(this.scene.manager(), Map.of("measure", "Growth")))).isEmpty();
		String later = id(add(this.scene.manager(), Map.of("asOf", "2021")));
		assertThat(Scene.codes(revise(later, 1, Map.of("asOf", "2020")))).containsExactly("EVALUATED_ALREADY measure");
		assertThat(Scene.codes(revise(later, 1, Map.of("value", "4")))).isEmpty();
	}

	@Test
	void partnersSeeItsFiguresAsTheyAreMarked() {
		this.scene.run("""
				MATCH (n:Nation {key: 'XWB'}), (p:Program {key: 'FX-WRT-ONE'})
				CREATE (n)-[:PARTICIPATES_IN {key: 'FX-WRT-IN', role: 'PARTNER', version: 1}]->(p)""");
		String id = id(add(this.scene.manager(), Map.of("figuresMarking", "ORIGINATOR", "finding", "Late")));
		String query = "{ node(id: \"%s\") { ... on Evaluation { measure value finding } } }".formatted(id);
		assertThat(this.scene.delegate("XWB").query(query).data("/node").toString())
			.isEqualTo("{\"measure\":\"Delay\",\"value\":null,\"finding\":null}");
		assertThat(this.scene.delegate("XWC").query(query).errorCodes()).containsExactly("NOT_FOUND");
		assertThat(this.scene.manager().query(query).data("/node/value").asString()).isEqualTo("2.5");
	}

	private GraphqlSession registrar() {
		return this.registry
			.claiming((claims) -> claims.subject("scene-registrar").claim("roles", List.of("REGISTRAR")));
	}

	private static Map<String, @Nullable Object> ofElse(String field, String id) {
		Map<String, @Nullable Object> input = new HashMap<>();
		input.put("program", null);
		input.put(field, id);
		input.put("marking", "PUBLIC");
		return input;
	}

	private static Answer add(GraphqlSession session, Map<String, ? extends @Nullable Object> more) {
		Map<String, @Nullable Object> input = new HashMap<>(
				Map.of("program", PROGRAM, "indicator", "OPERATIONAL_EFFICIENCY", "measure", "Delay", "value", "2.5",
						"unit", "years", "asOf", "2020", "evaluator", "Office", "marking", "PARTNERS"));
		input.putAll(more);
		return Scene.ask(session, "evaluationAdd", SELECTION, input);
	}

	private Answer revise(String evaluation, int version, Map<String, ? extends @Nullable Object> more) {
		Map<String, @Nullable Object> input = new HashMap<>(
				Map.of("evaluation", evaluation, "version", version, "reason", "It is so"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "evaluationRevise", SELECTION, input);
	}

	private static String id(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/evaluationAdd/evaluation/id").asString();
	}

}
