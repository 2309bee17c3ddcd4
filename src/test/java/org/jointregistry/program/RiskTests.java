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
 * Risks are scored, owned, mitigated and closed.
 */
@RegistryTest
class RiskTests {

	private static final String OTHERS = """
			CREATE (other:Program {key: 'FX-WRT-OTHER', name: 'Other', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH other MATCH (program:Program {key: 'FX-WRT-ONE'})
			UNWIND [['FX-WRT-OWN', program], ['FX-WRT-ELSE', other]] AS part
			WITH part[0] AS key, part[1] AS of
			CREATE (:Milestone {key: key, name: key, kind: 'OTHER', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})-[:MILESTONE_OF]->(of)
			CREATE (:WorkPackage {key: key, designation: key, title: key, state: 'PLANNED', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:PACKAGE_OF]->(of)
			""";

	private static final String SELECTION = "risk { id version category likelihood impact score state mitigation raised"
			+ " reviewed closed owner { ... on Nation { key } } milestones { nodes { key } } workPackages { nodes { key } } }";

	private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(OTHERS);
	}

	@Test
	void riskIsScoredOwnedAndRaisedToday() {
		Answer added = add(
				Map.of("owner", Scene.id("Nation", "XWB"), "milestones", List.of(Scene.id("Milestone", "FX-WRT-OWN")),
						"workPackages", List.of(Scene.id("WorkPackage", "FX-WRT-OWN")), "marking", "ORIGINATOR"));
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/riskAdd/risk").toString()).contains("\"score\":12", "\"state\":\"OPEN\"",
				"\"raised\":\"" + TODAY, "\"reviewed\":null", "\"owner\":{\"key\":\"XWB\"}",
				"\"milestones\":{\"nodes\":[{\"key\":\"FX-WRT-OWN\"}]}",
				"\"workPackages\":{\"nodes\":[{\"key\":\"FX-WRT-OWN\"}]}");
		String query = "{ node(id: \"%s\") { id } }".formatted(id(added));
		assertThat(this.scene.delegate("XWB").query(query).errorCodes()).isEmpty();
		assertThat(this.scene.delegate("XWA").query(query).errorCodes()).containsExactly("NOT_FOUND");
	}

	@Test
	void whoLooksAtItAgainScoresItAnew() {
		Answer added = add(Map.of("raised", "2024-05"));
		assertThat(added.text()).contains("\"raised\":\"2024-05\"", "\"reviewed\":null");
		Answer revised = revise(id(added), 1, Map.of("impact", "SEVERE"));
		assertThat(revised.data("/riskRevise/risk").toString()).contains("\"score\":20", "\"raised\":\"2024-05\"",
				"\"reviewed\":\"" + TODAY, "\"closed\":null");
	}

	@Test
	void whatIsClosedStaysSo() {
		String risk = id(add(Map.of()));
		Answer closed = revise(risk, 1, Map.of("state", "CLOSED"));
		assertThat(closed.data("/riskRevise/risk").toString()).contains("\"closed\":\"" + TODAY,
				"\"state\":\"CLOSED\"");
		assertThat(Scene.codes(revise(risk, 2, Map.of("state", "OPEN")))).containsExactly("RISK_CLOSED risk");
	}

	@Test
	void whatIsMitigatedSaysHow() {
		assertThat(Scene.codes(add(Map.of("state", "MITIGATING")))).containsExactly("MITIGATION_REQUIRED mitigation");
		String risk = id(add(Map.of()));
		assertThat(Scene.codes(revise(risk, 1, Map.of("state", "MITIGATING"))))
			.containsExactly("MITIGATION_REQUIRED mitigation");
		assertThat(Scene.codes(revise(risk, 1, Map.of("state", "MITIGATING", "mitigation", "Rent a rig")))).isEmpty();
	}

	@Test
	void whatItThreatensIsOfTheSameProgram() {
		List<String> milestones = List.of(Scene.id("Milestone", "FX-WRT-ELSE"));
		List<String> packages = List.of(Scene.id("WorkPackage", "FX-WRT-ELSE"));
		assertThat(Scene.codes(add(Map.of("milestones", milestones))))
			.containsExactly("OF_ANOTHER_PROGRAM milestones 0");
		assertThat(Scene.codes(add(Map.of("workPackages", packages))))
			.containsExactly("OF_ANOTHER_PROGRAM workPackages 0");
		assertThat(Scene.codes(revise(id(add(Map.of())), 1, Map.of("milestones", milestones))))
			.containsExactly("OF_ANOTHER_PROGRAM milestones 0");
		assertThat(Scene.codes(revise(id(add(Map.of())), 1, Map.of("workPackages", packages))))
			.containsExactly("OF_ANOTHER_PROGRAM workPackages 0");
	}

	@Test
	void whoOwnedItBeforeSeesItNoMoreByThat() {
		String hidden = id(add(Map.of("owner", Scene.id("Nation", "XWB"), "marking", "ORIGINATOR")));
		String shared = id(add(Map.of("owner", Scene.id("Nation", "XWB"), "releasableTo", List.of("nation:XWB"))));
		for (String risk : List.of(hidden, shared)) {
			assertThat(Scene.codes(revise(risk, 1, Map.of("owner", Scene.id("Nation", "XWC"))))).isEmpty();
		}
		assertThat(sees("XWC", hidden)).isTrue();
		assertThat(sees("XWB", hidden)).isFalse();
		assertThat(sees("XWB", shared)).isTrue();
	}

	private boolean sees(String nation, String risk) {
		return this.scene.delegate(nation).query("{ node(id: \"%s\") { id } }".formatted(risk)).errorCodes().isEmpty();
	}

	@Test
	void whatIsStillToComeWasNotRaised() {
		String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
		assertThat(Scene.codes(add(Map.of("raised", tomorrow)))).containsExactly("IN_THE_FUTURE raised");
	}

	private Answer add(Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "title",
				"FX-WRT risk", "category", "SCHEDULE", "likelihood", "LIKELY", "impact", "MODERATE"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "riskAdd", SELECTION, input);
	}

	private Answer revise(String risk, int version, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("risk", risk, "version", version, "reason", "It is so"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "riskRevise", SELECTION, input);
	}

	private static String id(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/riskAdd/risk/id").asString();
	}

}
