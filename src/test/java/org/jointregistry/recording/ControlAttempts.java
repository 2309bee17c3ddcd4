package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at licences, consents and what controls technology.
 */
final class ControlAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			MATCH (program:Program {key: 'EFA'}), (germany:Nation {key: 'DEU'})
			UNWIND [['FX-REC-APPLIED', 'APPLIED'], ['FX-REC-ISSUED', 'ISSUED']] AS licence
			CREATE (made:ExportLicence {key: licence[0], regime: 'ITAR', type: 'TAA', scope: 'All', state: licence[1],
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:LICENSED_FOR]->(program)
			CREATE (made)-[:ISSUED_BY]->(germany)
			WITH DISTINCT program, germany
			UNWIND ['FX-REC-ASKED', 'FX-REC-ANSWERED'] AS request
			CREATE (asked:ConsentRequest {key: request, subject: 'All', purpose: 'Any', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:CONSENT_IN]->(program)
			CREATE (asked)-[:CONSENT_ASKED_OF]->(germany)
			WITH program, germany, asked WHERE asked.key = 'FX-REC-ANSWERED'
			CREATE (decision:ConsentDecision {key: 'FX-REC-DECISION', kind: 'CONSENTED', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:DECIDES]->(asked)
			CREATE (program)<-[:DECIDED_IN]-(decision)-[:DECIDED_BY]->(germany)
			CREATE (:ControlRegime {key: 'FX-REC-REGIME', name: 'Old', licenceRequired: true, consentRequired: false,
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})
			CREATE (:RestrictedListEntry {key: 'FX-REC-ENTRY', list: 'Old', category: '1', description: 'Old',
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})
			""";

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String GERMANY = Stage.id("Nation", "DEU");

	private static final String NATION = Stage.id("Nation", "XRA");

	private static final List<String> MANAGER = List.of("manager-efa");

	private static final List<String> DELEGATE = List.of("delegate-deu");

	private static final List<String> REGISTRAR = List.of("registrar");

	private ControlAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(licences(), consents(), regimes(), lists()).flatMap(List::stream).toList();
	}

	private static List<Attempt> licences() {
		String applied = Stage.id("ExportLicence", "FX-REC-APPLIED");
		return List.of(
				new Attempt("exportLicenceApply",
						Map.of("program", EUROFIGHTER, "issuer", GERMANY, "holder", NATION, "regime", "ITAR", "type",
								"TAA", "scope", "All"),
						MANAGER),
				new Attempt("exportLicenceRevise",
						Map.of("exportLicence", applied, "version", 1, "reason", "It is so", "scope", "Less"), MANAGER),
				new Attempt("exportLicenceIssue",
						Map.of("exportLicence", applied, "version", 1, "validUntil", "2030-01-01"), DELEGATE),
				new Attempt("exportLicenceRefuse", Map.of("exportLicence", applied, "version", 1, "reason", "It is so"),
						DELEGATE),
				new Attempt("exportLicenceRevoke", Map.of("exportLicence", Stage.id("ExportLicence", "FX-REC-ISSUED"),
						"version", 1, "reason", "It is so"), DELEGATE));
	}

	private static List<Attempt> consents() {
		return List.of(
				new Attempt("consentRequestAdd",
						Map.of("program", EUROFIGHTER, "askedBy", GERMANY, "from", GERMANY, "to", NATION, "technology",
								Stage.id("Technology", "FX-REC-TECH"), "subject", "All", "purpose", "Any", "nations",
								List.of(GERMANY)),
						MANAGER),
				new Attempt("consentDecide",
						Map.of("consentRequest", Stage.id("ConsentRequest", "FX-REC-ASKED"), "nation", GERMANY, "kind",
								"CONSENTED_WITH_CONDITIONS", "conditions", "None"),
						DELEGATE),
				new Attempt("consentRevoke",
						Map.of("consentDecision", Stage.id("ConsentDecision", "FX-REC-DECISION"), "reason", "Wrong"),
						DELEGATE));
	}

	private static List<Attempt> regimes() {
		return List.of(
				new Attempt("controlRegimeAdd",
						Map.of("key", "FX-REC-NEW", "name", "New", "licenceRequired", true, "consentRequired", true,
								"nation", NATION),
						REGISTRAR),
				new Attempt("controlRegimeRevise", Map.of("controlRegime", Stage.id("ControlRegime", "FX-REC-REGIME"),
						"version", 1, "reason", "It is so", "licenceRequired", false), REGISTRAR));
	}

	private static List<Attempt> lists() {
		String entry = Stage.id("RestrictedListEntry", "FX-REC-ENTRY");
		String technology = Stage.id("Technology", "FX-REC-TECH");
		return List.of(
				new Attempt("restrictedListEntryAdd",
						Map.of("key", "FX-REC-NEW", "list", "New", "category", "1", "description", "New",
								"technologies", List.of(technology)),
						REGISTRAR),
				new Attempt("restrictedListEntryRevise",
						Map.of("restrictedListEntry", entry, "version", 1, "reason", "It is so", "description", "New",
								"technologies", List.of(technology)),
						REGISTRAR),
				new Attempt("complianceCheckRecord",
						Map.of("transfer", Stage.id("Transfer", "FX-REC-TRANSFER"), "entry", entry, "result", "CLEAR"),
						MANAGER));
	}

}
