package org.jointregistry.program;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.jointregistry.Answer;
import org.jointregistry.OnStage;
import org.jointregistry.RegistryTest;
import org.jointregistry.recording.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A milestone has a baseline that is set anew only with a reason and until it is reached,
 * and says itself whether it was kept.
 */
@RegistryTest
class MilestoneTests {

	private static final String OTHERS = """
			CREATE (other:Program {key: 'FX-WRT-OTHER', name: 'Other', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH other MATCH (program:Program {key: 'FX-WRT-ONE'}), (nation:Nation {key: 'XWA'})
			CREATE (nation)-[:PARTICIPATES_IN {key: 'FX-WRT-PART', role: 'PARTNER'}]->(program)
			WITH program, other
			UNWIND [['FX-WRT-OWN', program], ['FX-WRT-ELSE', other]] AS package
			WITH package[0] AS key, package[1] AS of
			CREATE (:WorkPackage {key: key, designation: key, title: key, state: 'PLANNED', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:PACKAGE_OF]->(of)
			""";

	private static final String SELECTION = "milestone { id version baseline forecast actual standing daysLate marking"
			+ " program { key } workPackage { key } baselines(orderBy: [{key: ASC}]) { nodes { date setOn reason marking"
			+ " releasableTo program { key } } } }";

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(OTHERS);
	}

	@Test
	void firstBaselineIsAnEntryShownAsTheMilestoneIs() {
		Answer added = add(Map.of("baseline", "2026-05", "forecast", "2027", "releasableTo", List.of("nation:XWB")));
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/milestoneAdd/milestone/standing").asString()).isEqualTo("SLIPPING");
		assertThat(added.data("/milestoneAdd/milestone/baselines/nodes").values()).singleElement()
			.satisfies((baseline) -> assertThat(baseline.toString()).contains("\"date\":\"2026-05\"", "\"reason\":null",
					"\"setOn\":\"" + LocalDate.now(ZoneOffset.UTC), "\"marking\":\"PARTNERS\"", "nation:XWB",
					"FX-WRT-ONE"));
		String query = "{ milestoneBaselines(where: {milestone: {name: {eq: \"FX-WRT flight\"}}}) { totalCount } }";
		for (String nation : List.of("XWA", "XWB")) {
			assertThat(this.scene.delegate(nation).query(query).data("/milestoneBaselines/totalCount").asInt()).isOne();
		}
		assertThat(this.scene.delegate("XWC").query(query).data("/milestoneBaselines/totalCount").asInt()).isZero();
	}

	@Test
	void anotherBaselineIsAnotherEntryWithItsReason() {
		String milestone = id(add(Map.of("baseline", "2025-03", "forecast", "2026-04")));
		Answer rebased = rebase(milestone, 1, "2026-05");
		assertThat(Scene.codes(rebased)).as(rebased.text()).isEmpty();
		assertThat(rebased.data("/milestoneRebaseline/milestone").toString()).contains("\"baseline\":\"2026-05\"",
				"\"standing\":\"ON_TRACK\"");
		assertThat(rebased.data("/milestoneRebaseline/milestone/baselines/nodes").values())
			.extracting((node) -> node.path("date").asString() + " " + node.path("reason").asString(""))
			.containsExactly("2025-03 ", "2026-05 A partner left");
	}

	@Test
	void whatHadNoBaselineGetsOne() {
		Answer added = add(Map.of());
		assertThat(added.data("/milestoneAdd/milestone").toString()).contains("\"nodes\":[]", "\"standing\":null");
		assertThat(rebase(id(added), 1, "2026").data("/milestoneRebaseline/milestone/baselines/nodes").values())
			.hasSize(1);
	}

	@Test
	void whatIsReachedWasKeptOrLateAndKeepsItsBaseline() {
		String milestone = id(add(Map.of("baseline", "2024-03-31")));
		Answer reached = revise(milestone, 1, Map.of("actual", "2024-04-18"));
		assertThat(Scene.codes(reached)).as(reached.text()).isEmpty();
		assertThat(reached.data("/milestoneRevise/milestone").toString()).contains("\"standing\":\"LATE\"",
				"\"daysLate\":\"18\"");
		assertThat(Scene.codes(rebase(milestone, 2, "2024-05"))).containsExactly("MILESTONE_REACHED milestone");
		Map<String, Object> early = new HashMap<>(Map.of("actual", "2024-03-30"));
		assertThat(revise(milestone, 2, early).data("/milestoneRevise/milestone").toString())
			.contains("\"standing\":\"KEPT\"", "\"daysLate\":\"-1\"");
		early.put("actual", null);
		assertThat(revise(milestone, 3, early).data("/milestoneRevise/milestone").toString())
			.contains("\"standing\":null", "\"daysLate\":null");
	}

	@Test
	void whatWasNotReachedAfterAllIsOpenAgainAndHasAllItsBaselines() {
		String milestone = id(add(Map.of("baseline", "2024-03", "actual", "2024-04-18")));
		Map<String, Object> open = new HashMap<>();
		open.put("actual", null);
		assertThat(Scene.codes(revise(milestone, 1, open))).isEmpty();
		Answer rebased = rebase(milestone, 2, "2026");
		assertThat(Scene.codes(rebased)).as(rebased.text()).isEmpty();
		assertThat(rebased.data("/milestoneRebaseline/milestone/baselines/nodes").values())
			.extracting((node) -> node.path("date").asString() + " " + node.path("reason").asString(""))
			.containsExactly("2024-03 ", "2026 A partner left");
	}

	@Test
	void keptAndLateAreFoundAndCounted() {
		add(Map.of("baseline", "2024-03-31", "actual", "2024-04-18"));
		add(Map.of("baseline", "2024-03-31", "actual", "2024-04-20"));
		add(Map.of("baseline", "2024-03-31", "actual", "2024-03-01"));
		Answer answer = this.scene.manager().query("""
				{ milestones(where: {program: {key: {eq: "FX-WRT-ONE"}}}) {
				  groups(by: [STANDING]) { key { standing } count average { daysLate } } } }""");
		assertThat(answer.data("/milestones/groups").toString()).contains("\"standing\":\"LATE\"},\"count\":2",
				"\"daysLate\":\"19\"", "\"standing\":\"KEPT\"},\"count\":1");
	}

	@Test
	void whatIsStillToComeIsNotReached() {
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		String tomorrow = today.plusDays(1).toString();
		assertThat(Scene.codes(add(Map.of("actual", tomorrow)))).containsExactly("IN_THE_FUTURE actual");
		String milestone = id(add(Map.of("forecast", tomorrow)));
		assertThat(Scene.codes(revise(milestone, 1, Map.of("actual", tomorrow))))
			.containsExactly("IN_THE_FUTURE actual");
		assertThat(Scene.codes(revise(milestone, 1, Map.of("actual", today.toString())))).isEmpty();
	}

	@Test
	void workPackageIsOfTheSameProgram() {
		assertThat(Scene.codes(add(Map.of("workPackage", Scene.id("WorkPackage", "FX-WRT-ELSE")))))
			.containsExactly("OF_ANOTHER_PROGRAM workPackage");
		Answer added = add(Map.of("workPackage", Scene.id("WorkPackage", "FX-WRT-OWN")));
		assertThat(added.data("/milestoneAdd/milestone/workPackage/key").asString()).isEqualTo("FX-WRT-OWN");
	}

	private Answer add(Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "name", "FX-WRT flight", "kind", "TEST"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "milestoneAdd", SELECTION, input);
	}

	private Answer revise(String milestone, int version, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("milestone", milestone, "version", version, "reason", "It is so"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "milestoneRevise", SELECTION, input);
	}

	private Answer rebase(String milestone, int version, String baseline) {
		return Scene.ask(this.scene.manager(), "milestoneRebaseline", SELECTION,
				Map.of("milestone", milestone, "version", version, "reason", "A partner left", "baseline", baseline));
	}

	private static String id(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/milestoneAdd/milestone/id").asString();
	}

}
