package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at contracts, at what is owed in return for them, and at who funds what.
 */
final class ContractAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			MATCH (program:Program {key: 'EFA'}), (works:Contractor {key: 'FX-REC-WORKS'}), (nation:Nation {key: 'XRA'})
			CREATE (contract:Contract {key: 'FX-REC-CONTRACT', title: 'Wings', kind: 'PRODUCTION', state: 'TENDERED',
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:CONTRACT_FOR]->(program)
			CREATE (contract)-[:PLACED_WITH]->(works)
			CREATE (above:Contract {key: 'FX-REC-ABOVE', title: 'Aircraft', kind: 'PRODUCTION', state: 'SIGNED',
			  signed: '2019', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1})-[:CONTRACT_FOR]->(program)
			CREATE (above)-[:PLACED_WITH]->(works)
			CREATE (offset:Offset {key: 'FX-REC-OFFSET', description: 'Work', kind: 'DIRECT', value: 50000,
			  currency: 'EUR', state: 'OPEN', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})-[:OFFSET_UNDER]->(contract)
			CREATE (offset)-[:OFFSET_IN]->(program)
			WITH works MATCH (mechanism:FundingMechanism {key: 'FX-REC-FundingMechanism'})
			CREATE (mechanism)-[:SUPPORTED_BY {key: 'FX-REC-STAKE', brings: 'CAPITAL', version: 1}]->(works)
			""";

	private static final String WORKS = Stage.id("Contractor", "FX-REC-WORKS");

	private static final String OTHER = Stage.id("Contractor", "FX-REC-OWNER");

	private static final String CONTRACT = Stage.id("Contract", "FX-REC-CONTRACT");

	private static final String ABOVE = Stage.id("Contract", "FX-REC-ABOVE");

	private static final String NATION = Stage.id("Nation", "XRA");

	private static final List<String> MANAGER = List.of("manager-efa");

	private ContractAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(contracts(), stakes()).flatMap(List::stream).toList();
	}

	private static List<Attempt> stakes() {
		String mechanism = Stage.id("FundingMechanism", "FX-REC-FundingMechanism");
		return List.of(new Attempt("fundingStakeAdd",
				Map.of("fundingMechanism", mechanism, "party", NATION, "brings", "FACILITIES", "share", "5"), MANAGER),
				new Attempt("fundingStakeRevise", Map.of("fundingMechanism", mechanism, "key", "FX-REC-STAKE",
						"version", 1, "reason", "It is so", "share", "6"), MANAGER));
	}

	private static List<Attempt> contracts() {
		return List.of(
				new Attempt("contractAdd", Map.ofEntries(Map.entry("program", Stage.id("Program", "EFA")),
						Map.entry("agreement", Stage.id("Agreement", "AG023")), Map.entry("authority", WORKS),
						Map.entry("parent", ABOVE), Map.entry("workShare", Stage.id("WorkShare", "FX-REC-SHARE")),
						Map.entry("licensor", NATION), Map.entry("kind", "LICENSED_PRODUCTION"),
						Map.entry("title", "Flaps"), Map.entry("state", "SIGNED"), Map.entry("signed", "2020"),
						Map.entry("contractor", OTHER), Map.entry("value", "5"), Map.entry("currency", "EUR")),
						MANAGER),
				new Attempt("contractRevise",
						Map.of("contract", CONTRACT, "version", 1, "reason", "It is so", "state", "SIGNED", "signed",
								"2021", "contractor", OTHER, "value", "6", "currency", "EUR"),
						MANAGER),
				new Attempt("offsetAdd",
						Map.of("contract", ABOVE, "nation", NATION, "description", "Orders", "kind", "INDIRECT",
								"value", "5", "fulfilled", "1", "currency", "EUR"),
						MANAGER),
				new Attempt("offsetRevise", Map.of("offset", Stage.id("Offset", "FX-REC-OFFSET"), "version", 1,
						"reason", "It is so", "fulfilled", "5"), MANAGER));
	}

}
