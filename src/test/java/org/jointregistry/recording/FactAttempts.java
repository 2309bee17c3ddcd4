package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at what programs are made of.
 */
final class FactAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			MATCH (program:Program {key: 'EFA'}), (works:Contractor {key: 'FX-REC-WORKS'}),
			  (leonardo:Contractor {key: 'LEONARDO'})
			CREATE (:WorkShare {key: 'FX-REC-SHARE', role: 'SUPPLIER', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})-[:PART_OF_WORK]->(program)
			CREATE (leonardo)<-[:PERFORMED_BY]-(:WorkShare {key: 'FX-REC-OWN', role: 'SUPPLIER', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:PART_OF_WORK]->(program)
			CREATE (:WorkShareDelivery {key: 'FX-REC-DELIVERY', item: 'Rig', delivered: '2020', status: 'DECLARED',
			  recordedBy: 'someone-else', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})-[:DELIVERED_TO]->(program)
			CREATE (:Transfer {key: 'FX-REC-TRANSFER', kind: 'TECHNOLOGY', status: 'AGREED', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:UNDER]->(program)
			CREATE (:Transfer {key: 'FX-REC-REQUEST', kind: 'TECHNOLOGY', status: 'REQUESTED', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:UNDER]->(program)
			WITH works
			UNWIND ['FX-REC-TOOL', 'FX-REC-TECH', 'FX-REC-BASE'] AS key
			CREATE (technology:Technology {key: key, name: key, marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH works, technology WHERE technology.key = 'FX-REC-TECH'
			UNWIND [['FX-REC-RIGHT', null], ['FX-REC-DECLARED', 'DECLARED']] AS right
			CREATE (works)-[:HOLDS_RIGHT {key: right[0], right: right[0], subject: 'All', class: 'BACKGROUND',
			  grant: 'OWNS', joint: false, derived: false, program: 'EFA', confirmation: right[1], marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], recordedBy: 'someone-else', version: 1}]->(technology)
			WITH DISTINCT technology
			MATCH (tool:Technology {key: 'FX-REC-TOOL'}), (base:Technology {key: 'FX-REC-BASE'}), (user:Program {key: 'EFA'})
			CREATE (user)-[:USES {key: 'FX-REC-USE', version: 1}]->(tool)
			CREATE (tool)-[:DERIVED_FROM {key: 'FX-REC-DERIVED', version: 1}]->(base)
			""";

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String NATION = Stage.id("Nation", "XRA");

	private static final String WORKS = Stage.id("Contractor", "FX-REC-WORKS");

	private static final String AGREEMENT = Stage.id("Agreement", "FX-REC-MOU");

	private static final List<String> LICENCES = List.of(Stage.id("ExportLicence", "FX-REC-ISSUED"));

	private static final List<String> MANAGER = List.of("manager-efa");

	private static final List<String> REGISTRAR = List.of("registrar");

	private static final String TECHNOLOGY = Stage.id("Technology", "FX-REC-TECH");

	private static final String LEONARDO = Stage.id("Contractor", "LEONARDO");

	private static final List<String> INDUSTRY = List.of("industry-leonardo");

	private FactAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(shares(), deliveries(), technologies(), rights(), transfers()).flatMap(List::stream).toList();
	}

	private static List<Attempt> shares() {
		return List.of(
				new Attempt("workShareAdd",
						Map.of("program", EUROFIGHTER, "contractor", WORKS, "role", "SUPPLIER", "planned", "10", "paid",
								"9", "contracted", "8", "currency", "EUR"),
						MANAGER),
				new Attempt("workShareRevise", Map.of("workShare", Stage.id("WorkShare", "FX-REC-SHARE"), "version", 1,
						"reason", "It is so", "role", "CO_PRODUCER"), MANAGER));
	}

	private static List<Attempt> deliveries() {
		String delivery = Stage.id("WorkShareDelivery", "FX-REC-DELIVERY");
		return List.of(
				new Attempt("workShareDeliveryDeclare",
						Map.of("workShare", Stage.id("WorkShare", "FX-REC-OWN"), "item", "Rig", "delivered", "2020",
								"value", "2.5", "currency", "EUR"),
						INDUSTRY),
				new Attempt("workShareDeliveryConfirm", Map.of("workShareDelivery", delivery, "version", 1), MANAGER),
				new Attempt("workShareDeliveryRefuse",
						Map.of("workShareDelivery", delivery, "version", 1, "note", "It never came"), MANAGER));
	}

	private static List<Attempt> technologies() {
		return List.of(
				new Attempt("technologyAdd", Map.of("key", "FX-REC-NEW", "name", "New", "marking", "PUBLIC"),
						REGISTRAR),
				new Attempt("technologyRevise",
						Map.of("technology", TECHNOLOGY, "version", 1, "reason", "It is so", "area", "AIR"), REGISTRAR),
				new Attempt("technologyUseAdd", Map.of("technology", TECHNOLOGY, "program", EUROFIGHTER), REGISTRAR),
				new Attempt("derivationAdd",
						Map.of("technology", TECHNOLOGY, "derivedFrom", Stage.id("Technology", "FX-REC-BASE")),
						REGISTRAR),
				new Attempt("technologyUseRevise", ended("FX-REC-USE"), REGISTRAR),
				new Attempt("derivationRevise", ended("FX-REC-DERIVED"), REGISTRAR));
	}

	private static Map<String, Object> ended(String tie) {
		return Map.of("technology", Stage.id("Technology", "FX-REC-TOOL"), "key", tie, "version", 1, "reason",
				"It is so", "until", "2020");
	}

	private static List<Attempt> rights() {
		return List.of(
				new Attempt("ipRightAdd",
						Map.of("technology", TECHNOLOGY, "holder", NATION, "program", EUROFIGHTER, "agreement",
								AGREEMENT, "subject", "All", "class", "FOREGROUND", "grant", "MAY_USE", "joint", true),
						MANAGER),
				new Attempt("ipRightRevise",
						Map.of("technology", TECHNOLOGY, "key", "FX-REC-RIGHT", "program", EUROFIGHTER, "version", 1,
								"reason", "It is so", "restriction", "None"),
						MANAGER),
				new Attempt("ipRightDeclare",
						Map.of("technology", TECHNOLOGY, "organization", LEONARDO, "program", EUROFIGHTER, "subject",
								"All", "grant", "OWNS"),
						INDUSTRY),
				new Attempt("ipRightConfirm",
						Map.of("technology", TECHNOLOGY, "key", "FX-REC-DECLARED", "program", EUROFIGHTER, "version",
								1),
						MANAGER),
				new Attempt("ipRightRefuse", Map.of("technology", TECHNOLOGY, "key", "FX-REC-DECLARED", "program",
						EUROFIGHTER, "version", 1, "reason", "It is so"), MANAGER));
	}

	private static List<Attempt> transfers() {
		return List.of(
				new Attempt("transferAdd",
						Map.of("program", EUROFIGHTER, "from", LEONARDO, "to", NATION, "technology", TECHNOLOGY, "kind",
								"TECHNOLOGY", "status", "AGREED", "licences", LICENCES),
						MANAGER),
				new Attempt("transferRevise",
						Map.of("transfer", Stage.id("Transfer", "FX-REC-TRANSFER"), "version", 1, "reason", "It is so",
								"status", "DELAYED", "licences", LICENCES),
						MANAGER),
				new Attempt("transferDecide",
						Map.of("transfer", Stage.id("Transfer", "FX-REC-REQUEST"), "version", 1, "status", "DENIED",
								"licences", LICENCES),
						MANAGER),
				new Attempt("transferRequest",
						Map.of("program", EUROFIGHTER, "from", LEONARDO, "to", NATION, "kind", "TECHNOLOGY"), INDUSTRY),
				new Attempt("transferRequest",
						Map.of("program", EUROFIGHTER, "from", NATION, "to", LEONARDO, "kind", "TECHNOLOGY"),
						INDUSTRY));
	}

}
