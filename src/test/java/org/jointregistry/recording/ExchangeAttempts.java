package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at what nations share, and at the operations that they support.
 */
final class ExchangeAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			MATCH (program:Program {key: 'EFA'}), (other:Nation {key: 'XRB'})
			CREATE (other)-[:SHARES_UNDER {key: 'FX-REC-SHARES', role: 'BOTH', version: 1}]->(arrangement:ExchangeArrangement
			  {key: 'FX-REC-EXCHANGE', name: 'Exchange', kind: 'TECHNOLOGY', topics: 'All'})-[:ARRANGED_FOR]->(program)
			CREATE (other)-[:SERVES_IN {key: 'FX-REC-SERVES', version: 1}]->(operation:SupportedOperation
			  {key: 'FX-REC-OPERATION', name: 'Operation', kind: 'PEACEKEEPING'})
			FOREACH (made IN [arrangement, operation] | SET made.marking = 'PUBLIC', made.releasableTo = [],
			  made.releasedTo = ['public'], made.industryReleasable = false, made.fictional = true, made.version = 1)
			""";

	private static final String ARRANGEMENT = Stage.id("ExchangeArrangement", "FX-REC-EXCHANGE");

	private static final String OPERATION = Stage.id("SupportedOperation", "FX-REC-OPERATION");

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String GOVERNING = Stage.id("Agreement", "AG023");

	private static final String NATION = Stage.id("Nation", "XRA");

	private static final List<String> TECHNOLOGIES = List.of(Stage.id("Technology", "FX-REC-TECH"));

	private static final List<String> REGISTRAR = List.of("registrar");

	private static final List<String> BOTH = List.of("registrar", "manager-efa");

	private ExchangeAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(arrangements(), operations()).flatMap(List::stream).toList();
	}

	private static List<Attempt> arrangements() {
		return List.of(
				new Attempt("exchangeArrangementAdd",
						Map.of("name", "New", "kind", "TECHNOLOGY", "topics", "Tests", "program", EUROFIGHTER,
								"agreement", GOVERNING, "technologies", TECHNOLOGIES, "parties",
								List.of(Map.of("nation", NATION, "role", "GIVES"),
										Map.of("nation", Stage.id("Nation", "XRB"), "role", "RECEIVES"))),
						BOTH),
				new Attempt("exchangeArrangementRevise",
						Map.of("exchangeArrangement", ARRANGEMENT, "version", 1, "reason", "It is so", "technologies",
								TECHNOLOGIES),
						BOTH),
				new Attempt("exchangePartAdd",
						Map.of("exchangeArrangement", ARRANGEMENT, "nation", NATION, "role", "BOTH"), BOTH),
				new Attempt("exchangePartRevise", Map.of("exchangeArrangement", ARRANGEMENT, "key", "FX-REC-SHARES",
						"version", 1, "reason", "It is so", "role", "GIVES"), BOTH));
	}

	private static List<Attempt> operations() {
		return List.of(
				new Attempt("supportedOperationAdd",
						Map.of("name", "New", "kind", "EVACUATION", "leadCommunity",
								Stage.id("Community", "FX-REC-LEAGUE"), "programs", List.of(EUROFIGHTER), "agreements",
								List.of(GOVERNING), "marking", "PUBLIC"),
						REGISTRAR),
				new Attempt("supportedOperationRevise",
						Map.of("supportedOperation", OPERATION, "version", 1, "reason", "It is so", "programs",
								List.of(EUROFIGHTER), "agreements", List.of(GOVERNING)),
						REGISTRAR),
				new Attempt("operationPartAdd",
						Map.of("supportedOperation", OPERATION, "nation", NATION, "contribution", "Ships"), REGISTRAR),
				new Attempt("operationPartRevise", Map.of("supportedOperation", OPERATION, "key", "FX-REC-SERVES",
						"version", 1, "reason", "It is so", "since", "2020"), REGISTRAR));
	}

}
