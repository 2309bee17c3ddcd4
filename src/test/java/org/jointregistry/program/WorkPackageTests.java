package org.jointregistry.program;

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
 * Work packages are parts of one program's work, and never more than the whole of it.
 */
@RegistryTest
class WorkPackageTests {

	private static final String OTHERS = """
			CREATE (works:Contractor {key: 'FX-WRT-WORKS', name: 'Works', kind: 'COMPANY', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			CREATE (other:Program {key: 'FX-WRT-OTHER', name: 'Other', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH other MATCH (program:Program {key: 'FX-WRT-ONE'})
			UNWIND [['FX-WRT-OWN', program], ['FX-WRT-ELSE', other]] AS part
			WITH part[0] AS key, part[1] AS of
			CREATE (:WorkShare {key: key, role: 'SUPPLIER', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})-[:PART_OF_WORK]->(of)
			CREATE (:WorkPackage {key: key, designation: key, title: key, state: 'PLANNED', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:PACKAGE_OF]->(of)
			""";

	private static final String SELECTION = "workPackage { id version designation title description state share since"
			+ " until leadNation { key } leadContractor { key } parent { key } workShares { nodes { key } } }";

	@OnStage
	private Scene scene;

	@BeforeEach
	void set() {
		this.scene.run(OTHERS);
	}

	@Test
	void whatIsSaidIsReadBack() {
		Answer added = add("1",
				Map.ofEntries(Map.entry("description", "Build it"), Map.entry("state", "IN_PROGRESS"),
						Map.entry("share", "12.5"), Map.entry("since", "2020-05"), Map.entry("until", "2026"),
						Map.entry("leadNation", Scene.id("Nation", "XWB")),
						Map.entry("leadContractor", Scene.id("Contractor", "FX-WRT-WORKS")),
						Map.entry("parent", Scene.id("WorkPackage", "FX-WRT-OWN")),
						Map.entry("workShares", List.of(Scene.id("WorkShare", "FX-WRT-OWN")))));
		assertThat(Scene.codes(added)).as(added.text()).isEmpty();
		assertThat(added.data("/workPackageAdd/workPackage").toString()).contains("\"designation\":\"1\"",
				"\"description\":\"Build it\"", "\"state\":\"IN_PROGRESS\"", "\"share\":\"12.5\"",
				"\"since\":\"2020-05\"", "\"until\":\"2026\"", "\"leadNation\":{\"key\":\"XWB\"}",
				"\"leadContractor\":{\"key\":\"FX-WRT-WORKS\"}", "\"parent\":{\"key\":\"FX-WRT-OWN\"}",
				"\"workShares\":{\"nodes\":[{\"key\":\"FX-WRT-OWN\"}]}");
	}

	@Test
	void whoLeadsItSeesItWhateverItsMarking() {
		String id = id(add("1", Map.of("marking", "ORIGINATOR", "leadNation", Scene.id("Nation", "XWB"),
				"leadContractor", Scene.id("Contractor", "FX-WRT-WORKS"))));
		String query = "{ node(id: \"%s\") { id } }".formatted(id);
		assertThat(this.scene.delegate("XWB").query(query).errorCodes()).isEmpty();
		assertThat(this.scene.industry("FX-WRT-WORKS").query(query).errorCodes()).isEmpty();
		assertThat(this.scene.delegate("XWA").query(query).errorCodes()).containsExactly("NOT_FOUND");
	}

	@Test
	void whoLedItBeforeSeesItNoMoreByThat() {
		String id = id(add("1", Map.of("marking", "ORIGINATOR", "leadNation", Scene.id("Nation", "XWB"),
				"leadContractor", Scene.id("Contractor", "FX-WRT-WORKS"))));
		Map<String, Object> handed = new HashMap<>(Map.of("leadNation", Scene.id("Nation", "XWC")));
		handed.put("leadContractor", null);
		assertThat(Scene.codes(revise(id, 1, handed))).isEmpty();
		String query = "{ node(id: \"%s\") { id } }".formatted(id);
		assertThat(this.scene.delegate("XWC").query(query).errorCodes()).isEmpty();
		assertThat(this.scene.delegate("XWB").query(query).errorCodes()).containsExactly("NOT_FOUND");
		assertThat(this.scene.industry("FX-WRT-WORKS").query(query).errorCodes()).containsExactly("NOT_FOUND");
	}

	@Test
	void whoWaitsForThePackagesOfAProgramHoldsNoneOfThem() throws Exception {
		String id = id(add("1", Map.of()));
		Answer revised = this.scene.whileHeld(Scene.lock("packages/FX-WRT-ONE"),
				"MATCH (package:WorkPackage {designation: '1'}) SET package.version = package.version",
				() -> revise(id, 1, Map.of("title", "FX-WRT other")));
		assertThat(Scene.codes(revised)).as(revised.text()).isEmpty();
	}

	@Test
	void designationIsOnceInAProgram() {
		add("1", Map.of());
		assertThat(Scene.codes(add("1", Map.of()))).containsExactly("DESIGNATION_TAKEN designation");
		assertThat(Scene.codes(add("FX-WRT-ELSE", Map.of()))).isEmpty();
		String other = id(add("2", Map.of()));
		assertThat(Scene.codes(revise(other, 1, Map.of("designation", "1"))))
			.containsExactly("DESIGNATION_TAKEN designation");
		assertThat(Scene.codes(revise(other, 1, Map.of("designation", "2", "title", "Two")))).isEmpty();
	}

	@Test
	void partsAreNotMoreThanTheWhole() {
		String first = id(add("1", Map.of("share", "60")));
		assertThat(Scene.codes(add("2", Map.of("share", "40.0001")))).containsExactly("SHARES_ABOVE_WHOLE share");
		id(add("2", Map.of("share", "40")));
		assertThat(Scene.codes(revise(first, 1, Map.of("share", "60.0001"))))
			.containsExactly("SHARES_ABOVE_WHOLE share");
		id(add("1.1", Map.of("share", "100", "parent", first)));
		assertThat(Scene.codes(add("1.2", Map.of("share", "0.0001", "parent", first))))
			.containsExactly("SHARES_ABOVE_WHOLE share");
		assertThat(Scene.codes(revise(first, 1, Map.of("state", "CANCELLED")))).isEmpty();
		id(add("3", Map.of("share", "60")));
		assertThat(Scene.codes(revise(first, 2, Map.of("state", "PLANNED"))))
			.containsExactly("SHARES_ABOVE_WHOLE state");
	}

	@Test
	void whatItIsPartOfIsOfTheSameProgram() {
		assertThat(Scene.codes(add("1", Map.of("parent", Scene.id("WorkPackage", "FX-WRT-ELSE")))))
			.containsExactly("OF_ANOTHER_PROGRAM parent");
		List<String> shares = List.of(Scene.id("WorkShare", "FX-WRT-OWN"), Scene.id("WorkShare", "FX-WRT-ELSE"));
		assertThat(Scene.codes(add("1", Map.of("workShares", shares))))
			.containsExactly("OF_ANOTHER_PROGRAM workShares 1");
		assertThat(Scene.codes(revise(id(add("1", Map.of())), 1, Map.of("workShares", shares))))
			.containsExactly("OF_ANOTHER_PROGRAM workShares 1");
	}

	private Answer add(String designation, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(Map.of("program", Scene.id("Program", "FX-WRT-ONE"), "designation",
				designation, "title", "FX-WRT package"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "workPackageAdd", SELECTION, input);
	}

	private Answer revise(String workPackage, int version, Map<String, Object> more) {
		Map<String, Object> input = new HashMap<>(
				Map.of("workPackage", workPackage, "version", version, "reason", "It is so"));
		input.putAll(more);
		return Scene.ask(this.scene.manager(), "workPackageRevise", SELECTION, input);
	}

	private static String id(Answer answer) {
		assertThat(Scene.codes(answer)).as(answer.text()).isEmpty();
		return answer.data("/workPackageAdd/workPackage/id").asString();
	}

}
