package org.jointregistry.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at reference data, organizations and exercises, and at what programs say of
 * standards and of their funding.
 */
final class ReferenceAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			UNWIND ['Standard', 'Exercise', 'Institution', 'InnovationHub', 'PartyRole', 'FundingMechanism'] AS label
			CREATE (made:$(label) {key: 'FX-REC-' + label, name: label, title: label, marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			WITH collect(made) AS all
			MATCH (program:Program {key: 'EFA'}), (mechanism:FundingMechanism {key: 'FX-REC-FundingMechanism'}),
			  (standard:Standard {key: 'FX-REC-Standard'}), (works:Contractor {key: 'FX-REC-WORKS'})
			CREATE (mechanism)-[:FUNDS]->(program)
			CREATE (program)-[:IMPLEMENTS {key: 'FX-REC-IMPLEMENTS', status: 'PLANNED', version: 1}]->(standard)
			CREATE (owner:Contractor {key: 'FX-REC-OWNER', name: 'Owner', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			CREATE (:Standard {key: 'FX-REC-OTHER', title: 'Other', marking: 'PUBLIC', releasableTo: [],
			  releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			CREATE (owner)-[:OWNS {key: 'FX-REC-OWNS', version: 1}]->(works)
			WITH program
			MATCH (exercise:Exercise {key: 'FX-REC-Exercise'}), (nation:Nation {key: 'XRB'})
			CREATE (nation)-[:EXERCISED_IN {key: 'FX-REC-PART', version: 1}]->(exercise)
			CREATE (exercise)-[:TESTED {key: 'FX-REC-TEST', version: 1}]->(program)
			""";

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String WORKS = Stage.id("Contractor", "FX-REC-WORKS");

	private static final String EXERCISE = Stage.id("Exercise", "FX-REC-Exercise");

	private static final String STANDARD = Stage.id("Standard", "FX-REC-Standard");

	private static final String NATION = Stage.id("Nation", "XRB");

	private static final List<String> MANAGER = List.of("manager-efa");

	private static final List<String> REGISTRAR = List.of("registrar");

	private ReferenceAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(added(), revised(), ties(), exercises(), funding()).flatMap(List::stream).toList();
	}

	private static List<Attempt> added() {
		return List.of(
				new Attempt("nationAdd", Map.of("key", "XRE", "name", "New", "status", "USER_ASSIGNED"), REGISTRAR),
				new Attempt("communityAdd", Map.of("key", "FX-REC-NEW", "name", "New", "type", "AGENCY"), REGISTRAR),
				new Attempt("standardAdd", Map.of("key", "FX-REC-NEW", "title", "New", "body", "None", "area", "AIR"),
						REGISTRAR),
				new Attempt("exerciseAdd", exercise(Map.of("name", "New", "marking", "PUBLIC")), REGISTRAR),
				new Attempt("contractorAdd", organization("COMPANY"), REGISTRAR),
				new Attempt("institutionAdd", institution(organization("UNIVERSITY")), REGISTRAR),
				new Attempt("innovationHubAdd", organization("FUND"), REGISTRAR), new Attempt("partyRoleAdd",
						Map.of("key", "FX-REC-NEW", "name", "New", "marking", "PUBLIC"), REGISTRAR));
	}

	private static Map<String, Object> organization(String kind) {
		return Map.of("key", "FX-REC-NEW", "name", "New", "kind", kind, "marking", "PUBLIC");
	}

	private static List<Attempt> revised() {
		return List.of(new Attempt("nationRevise", change("nation", NATION), REGISTRAR),
				new Attempt("communityRevise", change("community", Stage.id("Community", "FX-REC-LEAGUE")), REGISTRAR),
				new Attempt("standardRevise", change("standard", Stage.id("Standard", "FX-REC-Standard")), REGISTRAR),
				new Attempt("exerciseRevise", exercise(change("exercise", EXERCISE)), REGISTRAR),
				new Attempt("contractorRevise", change("contractor", WORKS), REGISTRAR),
				new Attempt("institutionRevise",
						institution(change("institution", Stage.id("Institution", "FX-REC-Institution"))), REGISTRAR),
				new Attempt("innovationHubRevise",
						change("innovationHub", Stage.id("InnovationHub", "FX-REC-InnovationHub")), REGISTRAR),
				new Attempt("partyRoleRevise", change("partyRole", Stage.id("PartyRole", "FX-REC-PartyRole")),
						REGISTRAR));
	}

	private static Map<String, Object> institution(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(facts);
		input.put("maintainedBy", List.of(NATION));
		return input;
	}

	private static Map<String, Object> exercise(Map<String, Object> facts) {
		Map<String, Object> input = new LinkedHashMap<>(facts);
		input.put("standards", List.of(STANDARD));
		input.put("threats", List.of(Stage.id("Threat", "FX-REC-THREAT")));
		return input;
	}

	private static Map<String, Object> change(String field, String record) {
		Map<String, Object> input = new LinkedHashMap<>(
				Map.of(field, record, "version", 1, "reason", "It is so", "name", "Another"));
		if (field.equals("standard")) {
			input.remove("name");
			input.put("title", "Another");
		}
		return input;
	}

	private static List<Attempt> ties() {
		return List.of(
				new Attempt("ownershipAdd",
						Map.of("contractor", WORKS, "owner", Stage.id("Contractor", "FX-REC-OWNER"), "share", "50",
								"asOf", "2024"),
						REGISTRAR),
				new Attempt("ownershipRevise",
						Map.of("contractor", WORKS, "key", "FX-REC-OWNS", "version", 1, "reason", "It is so", "share",
								"60"),
						REGISTRAR),
				new Attempt("implementationAdd",
						Map.of("program", EUROFIGHTER, "standard", Stage.id("Standard", "FX-REC-OTHER"), "status",
								"PLANNED"),
						MANAGER),
				new Attempt("implementationRevise", Map.of("program", EUROFIGHTER, "key", "FX-REC-IMPLEMENTS",
						"version", 1, "reason", "It is so", "status", "IMPLEMENTS"), MANAGER));
	}

	private static List<Attempt> exercises() {
		return List.of(
				new Attempt("exerciseParticipationAdd",
						Map.of("exercise", EXERCISE, "nation", NATION, "editionYear", 2024), REGISTRAR),
				new Attempt("exerciseParticipationRevise",
						Map.of("exercise", EXERCISE, "key", "FX-REC-PART", "version", 1, "reason", "It is so",
								"editionYear", 2024),
						REGISTRAR),
				new Attempt("exerciseTestAdd", Map.of("exercise", EXERCISE, "program", EUROFIGHTER, "result", "Passed"),
						REGISTRAR),
				new Attempt("exerciseTestRevise", Map.of("exercise", EXERCISE, "key", "FX-REC-TEST", "version", 1,
						"reason", "It is so", "result", "Passed"), REGISTRAR));
	}

	private static List<Attempt> funding() {
		return List.of(
				new Attempt("fundingMechanismAdd",
						Map.of("program", EUROFIGHTER, "kind", "EQUAL_SHARES", "description", "All the same"), MANAGER),
				new Attempt("fundingMechanismRevise",
						Map.of("fundingMechanism", Stage.id("FundingMechanism", "FX-REC-FundingMechanism"), "version",
								1, "reason", "It is so", "description", "All the same"),
						MANAGER));
	}

}
