package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at the life of programs and at the schemes that it follows, and at protective
 * markings.
 */
final class LifeAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			UNWIND [['FIRST', 'ONE', 1], ['NEXT', 'ONE', 2], ['ELSE', 'TWO', 1]] AS stage
			CREATE (:LifecycleStage {key: 'FX-REC-' + stage[0], name: stage[0], scheme: 'FX-REC-' + stage[1],
			  sequence: stage[2], subject: 'PROGRAM', gate: 'Gate', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH count(*) AS made
			MATCH (first:LifecycleStage {key: 'FX-REC-FIRST'}), (next:LifecycleStage {key: 'FX-REC-NEXT'}),
			  (else:LifecycleStage {key: 'FX-REC-ELSE'}), (program:Program {key: 'EFA'})
			CREATE (program)-[:AT_STAGE {key: 'FX-REC-AT', entered: '2019', version: 1}]->(first)
			CREATE (first)-[:CORRESPONDS_TO {key: 'FX-REC-SAME', extent: 'SAME', version: 1}]->(else)
			WITH program
			UNWIND [['LEVEL', 'FX-REC'], ['HIGHER', 'NATO']] AS marking
			CREATE (:ProtectiveMarking {key: 'FX-REC-' + marking[0], scheme: marking[1], level: 'FX-REC-' + marking[0],
			  label: marking[0],
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})
			""";

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String NEXT = Stage.id("LifecycleStage", "FX-REC-NEXT");

	private static final String HIGHER = Stage.id("ProtectiveMarking", "FX-REC-HIGHER");

	private static final List<String> MANAGER = List.of("manager-efa");

	private static final List<String> REGISTRAR = List.of("registrar");

	private LifeAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(schemes(), stages(), markings()).flatMap(List::stream).toList();
	}

	private static List<Attempt> schemes() {
		return List.of(
				new Attempt("lifecycleStageAdd",
						Map.of("scheme", "FX-REC-ONE", "sequence", 3, "name", "Third", "gate", "Last gate"), REGISTRAR),
				new Attempt("lifecycleStageRevise",
						Map.of("lifecycleStage", NEXT, "version", 1, "reason", "It is so", "name", "Second"),
						REGISTRAR),
				new Attempt("stageCorrespondenceAdd",
						Map.of("lifecycleStage", NEXT, "correspondsTo", Stage.id("LifecycleStage", "FX-REC-ELSE"),
								"extent", "OVERLAPPING"),
						REGISTRAR),
				new Attempt("stageCorrespondenceRevise",
						Map.of("lifecycleStage", Stage.id("LifecycleStage", "FX-REC-FIRST"), "key", "FX-REC-SAME",
								"version", 1, "reason", "It is so", "extent", "OVERLAPPING"),
						REGISTRAR));
	}

	private static List<Attempt> stages() {
		return List.of(
				new Attempt("programStageEnter", Map.of("program", EUROFIGHTER, "stage", NEXT, "entered", "2020-05"),
						MANAGER),
				new Attempt("programStageRevise", Map.of("program", EUROFIGHTER, "key", "FX-REC-AT", "version", 1,
						"reason", "It is so", "left", "2020", "gateResult", "PASSED", "gateDecided", "2020"), MANAGER));
	}

	private static List<Attempt> markings() {
		return List.of(
				new Attempt("protectiveMarkingAdd",
						Map.of("scheme", "FX-REC", "level", "New", "rank", 3, "label", "N", "natoEquivalent", HIGHER),
						REGISTRAR),
				new Attempt("protectiveMarkingRevise",
						Map.of("protectiveMarking", Stage.id("ProtectiveMarking", "FX-REC-LEVEL"), "version", 1,
								"reason", "It is so", "rank", 2, "natoEquivalent", HIGHER),
						REGISTRAR));
	}

}
