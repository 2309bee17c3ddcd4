package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at agreements, their life and what they say.
 */
final class AgreementAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			MATCH (other:Nation {key: 'XRB'}), (germany:Nation {key: 'DEU'}), (mou:Agreement {key: 'FX-REC-MOU'}),
			  (program:Program {key: 'EFA'})-[:GOVERNED_BY]->(governing:Agreement)
			CREATE (other)-[:PARTY_TO {key: 'FX-REC-PARTY', role: 'PARTY', version: 1}]->(mou)
			CREATE (threat:Threat {key: 'FX-REC-THREAT', name: 'Threat', kind: 'AIR'})
			CREATE (mou)-[:ADDRESSES {key: 'FX-REC-ANSWER', version: 1}]->(threat)
			CREATE (clause:Clause {key: 'FX-REC-CLAUSE', section: 'ANNEX', ownWords: 'Work'})-[:CLAUSE_OF]->(governing)
			CREATE (owed:Obligation {key: 'FX-REC-OWED', kind: 'FUNDING', ownWords: 'Pay', status: 'STANDING'})
			CREATE (owed)-[:OBLIGATION_UNDER]->(governing), (owed)-[:OBLIGATION_FOR]->(program)
			CREATE (toStage:Agreement {key: 'FX-REC-STAGE'})
			CREATE (toSign:Agreement {key: 'FX-REC-SIGN', stage: 'SIGNATURE'})
			CREATE (bound:Agreement {key: 'FX-REC-BOUND', stage: 'IN_FORCE', signed: '2020', inForce: '2020'})
			CREATE (germany)-[:PARTY_TO {key: 'FX-REC-SIGN-DEU', role: 'PARTY', version: 1}]->(toSign)
			CREATE (germany)-[:PARTY_TO {key: 'FX-REC-BOUND-DEU', role: 'PARTY', signed: '2020', since: '2020', version: 1}]
			  ->(bound)
			CREATE (step:AgreementStep {key: 'FX-REC-STEP', stage: 'SIGNATURE', date: '2023'})-[:STEP_OF]->(toSign)
			FOREACH (agreement IN [toStage, toSign, bound] | SET agreement.entryIntoForce = 'ON_SIGNATURE',
			  agreement.title = agreement.key, agreement.status = 'NEGOTIATED')
			FOREACH (made IN [threat, clause, owed, toStage, toSign, bound, step] | SET made.marking = 'PUBLIC',
			  made.releasableTo = [], made.releasedTo = ['public'], made.industryReleasable = false, made.fictional = true,
			  made.version = 1)
			""";

	private static final String AGREEMENT = Stage.id("Agreement", "FX-REC-MOU");

	private static final String BOUND = Stage.id("Agreement", "FX-REC-BOUND");

	private static final String GOVERNING = Stage.id("Agreement", "AG023");

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String NATION = Stage.id("Nation", "XRA");

	private static final String GERMANY = Stage.id("Nation", "DEU");

	private static final String CLAUSE = Stage.id("Clause", "FX-REC-CLAUSE");

	private static final String OWED = Stage.id("Obligation", "FX-REC-OWED");

	private static final String THREAT = Stage.id("Threat", "FX-REC-THREAT");

	private static final List<String> REGISTRAR = List.of("registrar");

	private static final List<String> DELEGATE = List.of("delegate-deu");

	private static final List<String> BOTH = List.of("registrar", "manager-efa");

	private AgreementAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(agreements(), lives(), contents(), obligations()).flatMap(List::stream).toList();
	}

	private static List<Attempt> agreements() {
		return List.of(
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

	private static List<Attempt> lives() {
		return List.of(
				new Attempt("agreementStageRecord",
						Map.of("agreement", Stage.id("Agreement", "FX-REC-STAGE"), "version", 1, "stage", "NEGOTIATION",
								"date", "2024"),
						REGISTRAR),
				new Attempt("agreementSign",
						Map.of("agreement", Stage.id("Agreement", "FX-REC-SIGN"), "nation", GERMANY, "key",
								"FX-REC-SIGN-DEU", "version", 1, "signed", "2024"),
						DELEGATE),
				new Attempt("agreementRatify",
						Map.of("agreement", BOUND, "nation", GERMANY, "body", "Bundestag", "date", "2024", "result",
								"APPROVED"),
						DELEGATE),
				new Attempt("agreementWithdraw",
						Map.of("agreement", BOUND, "nation", GERMANY, "key", "FX-REC-BOUND-DEU", "version", 1, "until",
								"2025", "reason", "It is so"),
						DELEGATE),
				new Attempt("agreementStageReverse",
						Map.of("step", Stage.id("AgreementStep", "FX-REC-STEP"), "reason", "It is so"), REGISTRAR),
				new Attempt("agreementActReverse",
						Map.of("agreement", BOUND, "nation", GERMANY, "what", "SIGNATURE", "reason", "It is so"),
						DELEGATE));
	}

	private static List<Attempt> contents() {
		return List.of(
				new Attempt("clauseAdd", Map.of("agreement", AGREEMENT, "section", "OBJECTIVES", "ownWords", "A radar"),
						REGISTRAR),
				new Attempt("clauseRevise",
						Map.of("clause", CLAUSE, "version", 1, "reason", "It is so", "number", "7.3"), REGISTRAR),
				new Attempt("threatAdd", Map.of("key", "FX-REC-NEW", "name", "New", "kind", "SEA", "marking", "PUBLIC"),
						REGISTRAR),
				new Attempt("threatRevise", Map.of("threat", THREAT, "version", 1, "reason", "It is so", "kind", "SEA"),
						REGISTRAR),
				new Attempt("threatAnswerAdd", Map.of("threat", THREAT, "agreement", BOUND), REGISTRAR),
				new Attempt("threatAnswerRevise", Map.of("threat", THREAT, "key", "FX-REC-ANSWER", "version", 1,
						"reason", "It is so", "until", "2024"), REGISTRAR));
	}

	private static List<Attempt> obligations() {
		return List.of(
				new Attempt("obligationAdd",
						Map.of("agreement", GOVERNING, "program", EUROFIGHTER, "clause", CLAUSE, "debtors",
								List.of(GERMANY), "creditors", List.of(NATION), "kind", "FUNDING", "ownWords", "Pay",
								"amount", "5", "currency", "EUR"),
						BOTH),
				new Attempt("obligationRevise",
						Map.of("obligation", OWED, "version", 1, "reason", "It is so", "dueTerms", "Each year"), BOTH),
				new Attempt("obligationFulfil",
						Map.of("obligation", OWED, "version", 1, "reason", "It is so", "fulfilled", "2024"), BOTH));
	}

}
