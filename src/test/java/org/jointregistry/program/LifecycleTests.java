package org.jointregistry.program;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Programs go forward through the stages of a scheme, and not past a gate that holds them
 * back; schemes have one stage at each place, and are compared with others.
 */
@RegistryTest
class LifecycleTests {

	private static final String STAGES = """
			UNWIND [['A', 1, 'PROGRAM'], ['A', 2, 'PROGRAM'], ['A', 3, 'PROGRAM'], ['B', 1, 'PROGRAM'], ['C', 1, 'AGREEMENT']]
			  AS stage
			CREATE (:LifecycleStage {key: 'FX-WRT-' + stage[0] + stage[1], name: 'Stage', scheme: 'FX-WRT-' + stage[0],
			  sequence: stage[1], subject: stage[2], gate: CASE stage[0] WHEN 'A' THEN 'Gate' END, marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			""";

	private static final String SELECTION = "program { stages { edges { key version entered left gateResult gateDecided"
			+ " note node { key } } } }";

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(STAGES);
	}

	@Test
	void programGoesForwardAndMayLeaveStagesOut() {
		Answer entered = enter("A1", "2020-05");
		assertThat(Scene.codes(entered)).as(entered.text()).isEmpty();
		assertThat(entered.data("/programStageEnter/program/stages/edges/0").toString())
			.contains("\"entered\":\"2020-05\"", "\"key\":\"FX-WRT-A1\"", "\"version\":1", "\"left\":null");
		assertThat(Scene.codes(enter("A1", "2021"))).containsExactly("STAGE_NOT_AHEAD stage");
		assertThat(Scene.codes(enter("A3", "2021"))).isEmpty();
		assertThat(Scene.codes(enter("A2", "2022"))).containsExactly("STAGE_NOT_AHEAD stage");
	}

	@Test
	void eachSchemeIsItsOwn() {
		assertThat(Scene.codes(enter("A3", "2021"))).isEmpty();
		assertThat(Scene.codes(enter("B1", "2019"))).isEmpty();
		assertThat(Scene.codes(enter("C1", "2019"))).containsExactly("NOT_OF_PROGRAMS stage");
	}

	@ParameterizedTest
	@ValueSource(strings = { "DEFERRED", "NOT_PASSED" })
	void gateHoldsTheProgramBack(String result) {
		String first = key(enter("A1", "2020"));
		assertThat(Scene.codes(revise(first, 1, Map.of("gateResult", result, "gateDecided", "2021")))).isEmpty();
		assertThat(Scene.codes(enter("A2", "2022"))).containsExactly("GATE_NOT_PASSED stage");
		assertThat(Scene.codes(revise(first, 2, Map.of("gateResult", "PASSED_WITH_CONDITIONS")))).isEmpty();
		assertThat(Scene.codes(enter("A2", "2022"))).isEmpty();
		assertThat(Scene.codes(revise(first, 3, Map.of("gateResult", result))))
			.containsExactly("GATE_NOT_PASSED gateResult");
		Answer left = revise(first, 3, Map.of("left", "2022", "note", "Went on"));
		assertThat(left.data("/programStageRevise/program/stages/edges").toString()).contains("\"left\":\"2022\"",
				"\"gateResult\":\"PASSED_WITH_CONDITIONS\"", "\"note\":\"Went on\"");
	}

	@Test
	void whatHasNoGateHasNoResult() {
		String only = key(enter("B1", "2020"));
		assertThat(Scene.codes(revise(only, 1, Map.of("gateResult", "PASSED")))).containsExactly("NO_GATE gateResult");
		assertThat(Scene.codes(revise(only, 1, Map.of("left", "2021")))).isEmpty();
	}

	@Test
	void dayOfADecisionNeedsWhatWasDecided() {
		String first = key(enter("A1", "2020"));
		assertThat(Scene.codes(revise(first, 1, Map.of("gateDecided", "2021"))))
			.containsExactly("VALUE_REQUIRED gateResult");
		assertThat(Scene.codes(revise(first, 1, Map.of("gateResult", "PASSED", "gateDecided", "2021")))).isEmpty();
		Map<String, Object> without = new HashMap<>();
		without.put("gateResult", null);
		assertThat(Scene.codes(revise(first, 2, without))).containsExactly("VALUE_REQUIRED gateResult");
		without.put("gateDecided", null);
		assertThat(Scene.codes(revise(first, 2, without))).isEmpty();
	}

	@Test
	void whoWaitsForTheStagesOfAProgramHoldsNoneOfThem() throws Exception {
		String first = key(enter("A1", "2020"));
		Answer revised = this.scene.whileHeld(Scene.lock("stages/FX-WRT-ONE"),
				"MATCH (:Program {key: 'FX-WRT-ONE'})-[at:AT_STAGE]->() SET at.note = at.note",
				() -> revise(first, 1, Map.of("left", "2021")));
		assertThat(Scene.codes(revised)).as(revised.text()).isEmpty();
	}

	@Test
	void stageWithAMarkingOfItsOwnIsShownAsThatSays() {
		String query = "{ programs(where: {key: {eq: \"FX-OSPREY\"}}) { nodes { stages { totalCount } } } }";
		assertThat(this.scene.delegate("DEU").query(query).data("/programs/nodes/0/stages/totalCount").asInt())
			.isEqualTo(4);
		assertThat(this.scene.delegate("ITA").query(query).data("/programs/nodes/0/stages/totalCount").asInt())
			.isEqualTo(3);
	}

	@Test
	void stagesAreEnteredInTheirOrderAsPreciselyAsThatIsKnown() {
		String first = key(enter("A1", "2020-05"));
		assertThat(Scene.codes(enter("A2", "2020-04-30"))).containsExactly("STAGES_OUT_OF_ORDER entered");
		String second = key(enter("A2", "2020"));
		assertThat(Scene.codes(revise(first, 1, Map.of("entered", "2021"))))
			.containsExactly("STAGES_OUT_OF_ORDER entered");
		assertThat(Scene.codes(revise(second, 1, Map.of("entered", "2019"))))
			.containsExactly("STAGES_OUT_OF_ORDER entered");
		assertThat(Scene.codes(revise(second, 1, Map.of("entered", "2020-05")))).isEmpty();
	}

	@Test
	void whatIsYetToComeIsNotRecorded() {
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		String tomorrow = today.plusDays(1).toString();
		assertThat(Scene.codes(enter("A1", tomorrow))).containsExactly("IN_THE_FUTURE entered");
		String first = key(enter("A1", today.toString()));
		assertThat(Scene.codes(revise(first, 1, Map.of("left", tomorrow)))).containsExactly("IN_THE_FUTURE left");
		assertThat(Scene.codes(revise(first, 1, Map.of("gateResult", "PASSED", "gateDecided", tomorrow))))
			.containsExactly("IN_THE_FUTURE gateDecided");
	}

	@Test
	void stageIsShownToWhomTheProgramIsShown() {
		enter("A1", "2020");
		String query = "{ lifecycleStages(where: {key: {eq: \"FX-WRT-A1\"}}) { nodes { programs { totalCount } } } }";
		assertThat(this.scene.manager().query(query).data("/lifecycleStages/nodes/0/programs/totalCount").asInt())
			.isOne();
		assertThat(this.scene.delegate("XWA").query(query).data("/lifecycleStages/nodes/0/programs/totalCount").asInt())
			.isZero();
	}

	@Test
	void schemeHasOneStageAtEachPlace() {
		assertThat(Scene.codes(add("FX-WRT-A", 2))).containsExactly("STAGE_TAKEN sequence");
		Answer added = add("FX-WRT-A", 4);
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/lifecycleStageAdd/lifecycleStage").toString()).contains("\"marking\":\"PUBLIC\"",
				"\"subject\":\"PROGRAM\"");
	}

	@Test
	void stagesOfDifferentSchemesAreComparedOnce() {
		assertThat(Scene.codes(compare("A1", "A2"))).containsExactly("SAME_SCHEME correspondsTo");
		Answer compared = compare("A1", "B1");
		assertThat(Scene.codes(compared)).as(compared.text()).isEmpty();
		assertThat(compared.data("/stageCorrespondenceAdd/lifecycleStage/correspondsTo/edges/0").toString())
			.contains("\"extent\":\"OVERLAPPING\"", "\"key\":\"FX-WRT-B1\"");
		assertThat(Scene.codes(compare("A1", "B1"))).containsExactly("TIED_ALREADY correspondsTo");
		assertThat(Scene.codes(compare("B1", "A1"))).containsExactly("TIED_ALREADY correspondsTo");
		Answer revised = Scene.ask(this.scene.registrar(), "stageCorrespondenceRevise",
				"lifecycleStage { correspondsTo { edges { extent } } }",
				Map.of("lifecycleStage", Scene.id("LifecycleStage", "FX-WRT-A1"), "key",
						compared.data("/stageCorrespondenceAdd/lifecycleStage/correspondsTo/edges/0/key").asString(),
						"version", 1, "reason", "It is so", "extent", "SAME"));
		assertThat(revised.data("/stageCorrespondenceRevise").toString()).contains("\"extent\":\"SAME\"");
	}

	private Answer enter(String stage, String entered) {
		return Scene.ask(this.scene.manager(), "programStageEnter", SELECTION,
				Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "stage",
						Scene.id("LifecycleStage", "FX-WRT-" + stage), "entered", entered));
	}

	private Answer revise(String key, int version, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "key", key,
				"version", version, "reason", "It is so"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "programStageRevise", SELECTION, input);
	}

	/** The newest has the highest key. */
	private static String key(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/programStageEnter/program/stages/edges")
			.values()
			.stream()
			.map((edge) -> edge.path("key").asString())
			.max(String::compareTo)
			.orElseThrow();
	}

	private Answer add(String scheme, int sequence) {
		return Scene.ask(this.scene.registrar(), "lifecycleStageAdd", "lifecycleStage { key marking subject }",
				Map.of("scheme", scheme, "sequence", sequence, "name", "Another"));
	}

	private Answer compare(String stage, String other) {
		return Scene.ask(this.scene.registrar(), "stageCorrespondenceAdd",
				"lifecycleStage { correspondsTo { edges { key extent node { key } } } }",
				Map.of("lifecycleStage", Scene.id("LifecycleStage", "FX-WRT-" + stage), "correspondsTo",
						Scene.id("LifecycleStage", "FX-WRT-" + other), "extent", "OVERLAPPING"));
	}

}
