package org.jointregistry.recording;

import java.util.List;
import java.util.Map;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at evaluations.
 */
final class EvaluationAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			MATCH (program:Program {key: 'EFA'})
			CREATE (:Evaluation {key: 'FX-REC-EVALUATION', indicator: 'THREAT_RESPONSE', measure: 'Missions', value: 10000,
			  unit: 'missions', asOf: '2020', evaluator: 'Office', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})-[:EVALUATES_PROGRAM]->(program)
			""";

	private EvaluationAttempts() {
	}

	static List<Attempt> all() {
		List<String> writers = List.of("manager-efa", "registrar");
		return List.of(new Attempt("evaluationAdd", input("program", Stage.id("Program", "EFA")), writers),
				new Attempt("evaluationAdd", input("hub", Stage.id("InnovationHub", "FX-REC-InnovationHub")),
						List.of("registrar")),
				new Attempt("evaluationRevise", Map.of("evaluation", Stage.id("Evaluation", "FX-REC-EVALUATION"),
						"version", 1, "reason", "It is so", "value", "2"), writers));
	}

	private static Map<String, Object> input(String subject, String id) {
		return Map.of(subject, id, "indicator", "THREAT_RESPONSE", "measure", "Flights", "value", "5", "unit",
				"flights", "asOf", "2020", "evaluator", "Office", "marking", "PUBLIC");
	}

}
