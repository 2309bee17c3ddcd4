package org.jointregistry.recording;

import java.util.List;
import java.util.Map;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at disputes, their answers, stages and ends.
 */
final class DisputeAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			MATCH (program:Program {key: 'EFA'}), (germany:Nation {key: 'DEU'})
			CREATE (dispute:Dispute {key: 'FX-REC-DISPUTE', subject: 'Late', stage: 'CONSULTATION', status: 'UNRESOLVED',
			  raised: '2020', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1})-[:DISPUTED_IN]->(program)
			CREATE (dispute)-[:DISPUTED_BETWEEN]->(germany)
			""";

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String GERMANY = Stage.id("Nation", "DEU");

	private static final String DISPUTE = Stage.id("Dispute", "FX-REC-DISPUTE");

	private static final List<String> MANAGER = List.of("manager-efa");

	private static final List<String> DELEGATE = List.of("delegate-deu");

	private DisputeAttempts() {
	}

	static List<Attempt> all() {
		return List.of(
				new Attempt("disputeRaise",
						Map.of("program", EUROFIGHTER, "nation", GERMANY, "others",
								List.of(Stage.id("Contractor", "FX-REC-WORKS")), "subject", "Late", "cause", "DELAY",
								"claimAmount", "5", "claimCurrency", "EUR", "contract",
								Stage.id("Contract", "FX-REC-CONTRACT")),
						DELEGATE),
				new Attempt("disputeAnswer",
						Map.of("dispute", DISPUTE, "nation", GERMANY, "statement", "It was on time"), DELEGATE),
				new Attempt("disputeEscalate",
						Map.of("dispute", DISPUTE, "version", 1, "reason", "It is so", "stage", "COURT"), MANAGER),
				new Attempt(
						"disputeResolve", Map.of("dispute", DISPUTE, "version", 1, "reason", "It is so", "status",
								"SETTLED", "resolved", "2021", "settledAmount", "4", "settledCurrency", "EUR"),
						MANAGER));
	}

}
