package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at bodies of governance, their seats, their decisions and the votes on them.
 */
final class GovernanceAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			UNWIND ['GovernanceBody', 'Decision'] AS label
			CREATE (:$(label) {key: 'FX-REC-' + label, name: label, title: label, level: 'EXECUTIVE', state: 'PROPOSED',
			  proposed: '2026', affects: [], marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})
			WITH count(*) AS made
			MATCH (program:Program {key: 'EFA'}), (germany:Nation {key: 'DEU'}), (nation:Nation {key: 'XRB'}),
			  (body:GovernanceBody {key: 'FX-REC-GovernanceBody'}), (decision:Decision {key: 'FX-REC-Decision'})
			CREATE (decision)-[:DECIDES_ON]->(program)
			CREATE (decision)-[:AWAITS_VOTE_OF]->(germany)
			CREATE (nation)-[:HAS_SEAT_ON {key: 'FX-REC-SEAT', weight: 1, version: 1}]->(body)
			""";

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String BODY = Stage.id("GovernanceBody", "FX-REC-GovernanceBody");

	private static final String DECISION = Stage.id("Decision", "FX-REC-Decision");

	private static final String NATION = Stage.id("Nation", "XRA");

	private static final List<String> KEYS = List.of(Stage.id("CostShareKey", "FX-REC-KEY"));

	private static final List<String> WORK = List.of(Stage.id("WorkShare", "FX-REC-SHARE"));

	private static final List<String> CONTRACTS = List.of(Stage.id("Contract", "FX-REC-CONTRACT"));

	private static final List<String> MANAGER = List.of("manager-efa");

	private static final List<String> REGISTRAR = List.of("registrar");

	private GovernanceAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(bodies(), decisions()).flatMap(List::stream).toList();
	}

	private static List<Attempt> bodies() {
		return List.of(
				new Attempt("governanceBodyAdd", Map.of("name", "New", "level", "EXECUTIVE", "marking", "PUBLIC"),
						REGISTRAR),
				new Attempt("governanceBodyRevise",
						Map.of("governanceBody", BODY, "version", 1, "reason", "It is so", "name", "Another"),
						REGISTRAR),
				new Attempt("seatAdd", Map.of("governanceBody", BODY, "nation", NATION, "weight", 2), REGISTRAR),
				new Attempt("seatRevise", Map.of("governanceBody", BODY, "key", "FX-REC-SEAT", "version", 1, "reason",
						"It is so", "weight", 2), REGISTRAR));
	}

	private static List<Attempt> decisions() {
		return List.of(
				new Attempt("decisionPropose",
						Map.of("program", EUROFIGHTER, "body", BODY, "title", "New", "affects", List.of("FUNDING"),
								"costShareKeys", KEYS, "workShares", WORK, "contracts", CONTRACTS, "affectedNations",
								List.of(NATION)),
						MANAGER),
				new Attempt("decisionRevise",
						Map.of("decision", DECISION, "version", 1, "reason", "It is so", "affects", List.of("FUNDING"),
								"costShareKeys", KEYS, "workShares", WORK, "contracts", CONTRACTS, "affectedNations",
								List.of(NATION)),
						MANAGER),
				new Attempt("decisionVote",
						Map.of("decision", DECISION, "nation", Stage.id("Nation", "DEU"), "vote", "FOR"),
						List.of("delegate-deu")),
				new Attempt("decisionClose",
						Map.of("decision", DECISION, "version", 1, "reason", "It is so", "outcome", "ADOPTED"),
						MANAGER),
				new Attempt("decisionWithdraw", Map.of("decision", DECISION, "version", 1, "reason", "It is so"),
						MANAGER));
	}

}
