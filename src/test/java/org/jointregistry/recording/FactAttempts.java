package org.jointregistry.recording;

import java.util.List;
import java.util.Map;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at what programs and agreements are made of.
 */
final class FactAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			MATCH (program:Program {key: 'EFA'}), (works:Contractor {key: 'FX-REC-WORKS'}),
			  (nation:Nation {key: 'XRB'}), (agreement:Agreement {key: 'FX-REC-MOU'})
			CREATE (:WorkShare {key: 'FX-REC-SHARE', role: 'SUPPLIER', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})-[:PART_OF_WORK]->(program)
			CREATE (nation)-[:PARTY_TO {key: 'FX-REC-PARTY', role: 'PARTY', version: 1}]->(agreement)
			""";

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String NATION = Stage.id("Nation", "XRA");

	private static final String WORKS = Stage.id("Contractor", "FX-REC-WORKS");

	private static final String AGREEMENT = Stage.id("Agreement", "FX-REC-MOU");

	private static final List<String> MANAGER = List.of("manager-efa");

	private static final List<String> REGISTRAR = List.of("registrar");

	private FactAttempts() {
	}

	static List<Attempt> all() {
		return List.of(
				new Attempt("workShareAdd",
						Map.of("program", EUROFIGHTER, "contractor", WORKS, "role", "SUPPLIER", "planned", "10", "paid",
								"9", "contracted", "8", "currency", "EUR"),
						MANAGER),
				new Attempt("workShareRevise",
						Map.of("workShare", Stage.id("WorkShare", "FX-REC-SHARE"), "version", 1, "reason", "It is so",
								"role", "CO_PRODUCER"),
						MANAGER),
				new Attempt("agreementOpen",
						Map.of("key", "FX-REC-NEW", "title", "New", "type", "MULTILATERAL", "instrument", "MOU",
								"status", "SIGNED", "marking", "PUBLIC"),
						REGISTRAR),
				new Attempt("agreementRevise",
						Map.of("agreement", AGREEMENT, "version", 1, "reason", "It is so", "status", "IN_FORCE"),
						REGISTRAR),
				new Attempt("agreementPartyAdd", Map.of("agreement", AGREEMENT, "nation", NATION, "role", "PARTY"),
						REGISTRAR),
				new Attempt("agreementPartyRevise", Map.of("agreement", AGREEMENT, "key", "FX-REC-PARTY", "version", 1,
						"reason", "It is so", "since", "2020"), REGISTRAR));
	}

}
