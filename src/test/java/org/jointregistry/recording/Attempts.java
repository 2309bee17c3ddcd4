package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jointregistry.costsharing.Stage;

/**
 * A row or more for each mutation of the schema. A mutation without one fails
 * {@link MutationPolicyTests}.
 */
public final class Attempts {

	/** Records that the inputs name besides those of the curated data. */
	private static final String NAMED = """
			UNWIND ['PAID', 'PLEDGED'] AS kind
			MATCH (program:Program {key: 'EFA'}), (nation:Nation {key: 'DEU'})
			CREATE (nation)-[:CONTRIBUTES]->(entry:Contribution {key: 'FX-REC-' + kind, kind: kind, form: 'CASH',
			  amount: 50000, currency: 'EUR', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, recordedBy: 'someone-else'})-[:TOWARDS]->(program)
			WITH DISTINCT program
			MATCH (partner:Nation {key: 'XRB'}), (league:Community {key: 'FX-REC-LEAGUE'})
			CREATE (partner)-[:PARTICIPATES_IN {key: 'FX-REC-PART', role: 'PARTNER', version: 1}]->(program)
			CREATE (partner)-[:MEMBER_OF {key: 'FX-REC-MEMBER', role: 'MEMBER', version: 1}]->(league)
			CREATE (:CostShareKey {key: 'FX-REC-KEY', scheme: 'FX-REC old', remainder: 'Industry', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:APPLIES_TO]->(program)
			CREATE (:CostCeiling {key: 'FX-REC-CEILING', phase: 'FX-REC old', amount: 10000, currency: 'EUR',
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:LIMITS]->(program)
			CREATE (rule:LevyRule {key: 'FX-REC-LEVY', base: 'EXPORT_SALE', description: 'Price', rate: 50000,
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:LEVIED_FOR]->(program)
			CREATE (partner)-[:BENEFITS_FROM {key: 'FX-REC-PART', share: 1000000, version: 1}]->(rule)
			CREATE (rule)<-[:UNDER_RULE]-(:LevyPayment {key: 'FX-REC-DUE', kind: 'DUE', amount: 10000, currency: 'EUR',
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:LEVIED_IN]->(program)
			CREATE (:Program {key: 'FX-REC-OLD', name: 'Old', domain: 'AIR', kind: 'R_AND_T', status: 'ACTIVE',
			  marking: 'PUBLIC', originator: 'DEU', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, version: 1})
			""";

	private static final String OLD = Stage.id("Program", "FX-REC-OLD");

	private static final String LEAGUE = Stage.id("Community", "FX-REC-LEAGUE");

	private static final String NATION = Stage.id("Nation", "XRA");

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String GERMANY = Stage.id("Nation", "DEU");

	private static final String PAID = Stage.id("Contribution", "FX-REC-PAID");

	private static final String PLEDGED = Stage.id("Contribution", "FX-REC-PLEDGED");

	private Attempts() {
	}

	/**
	 * Makes the records that the inputs name.
	 * @param stage where they are named
	 */
	public static void name(Stage stage) {
		stage.run(NAMED);
		stage.run(FactAttempts.NAMED);
		stage.run(ReferenceAttempts.NAMED);
		stage.run(ControlAttempts.NAMED);
		stage.run(AgreementAttempts.NAMED);
		stage.run(GovernanceAttempts.NAMED);
		stage.run(DisputeAttempts.NAMED);
		stage.run(ExchangeAttempts.NAMED);
		stage.run(LifeAttempts.NAMED);
		stage.run(PlanAttempts.NAMED);
		stage.run(ContractAttempts.NAMED);
		stage.run(InnovationAttempts.NAMED);
		stage.run(EvaluationAttempts.NAMED);
		stage.run(ImportAttempts.NAMED);
	}

	/**
	 * The mutation of an attempt, which asks for what is wrong with its input.
	 * @param attempt whose input is to be sent
	 * @return a document with the variable {@code input}
	 */
	public static String document(Attempt attempt) {
		return Declared.read().document(attempt.mutation());
	}

	/** One row or more for each mutation. */
	public static List<Attempt> all() {
		Map<String, Object> call = Map.of("program", EUROFIGHTER, "contributor", GERMANY, "kind", "CALLED", "form",
				"CASH", "amount", "2.5", "currency", "EUR");
		Map<String, Object> pledge = Map.of("program", EUROFIGHTER, "nation", GERMANY, "form", "CASH", "amount", "2.5",
				"currency", "EUR");
		List<Attempt> all = new ArrayList<>();
		all.add(new Attempt("contributionRecord", call, List.of("manager-efa")));
		all.add(new Attempt("contributionBatchRecord", Map.of("contributions", List.of(call)), List.of("manager-efa")));
		all.add(new Attempt("contributionPledge", pledge, List.of("delegate-deu")));
		all.add(new Attempt("contributionReverse", Map.of("contribution", PAID, "reason", "Wrong"),
				List.of("manager-efa")));
		all.add(new Attempt("contributionReverse", Map.of("contribution", PLEDGED, "reason", "Wrong"),
				List.of("manager-efa", "delegate-deu")));
		all.add(new Attempt("contributionVerify", Map.of("contribution", PAID), List.of("manager-efa")));
		all.addAll(changes());
		all.addAll(ceilings());
		all.addAll(levies());
		all.addAll(ties());
		all.addAll(FactAttempts.all());
		all.addAll(ReferenceAttempts.all());
		all.addAll(ControlAttempts.all());
		all.addAll(AgreementAttempts.all());
		all.addAll(GovernanceAttempts.all());
		all.addAll(DisputeAttempts.all());
		all.addAll(ExchangeAttempts.all());
		all.addAll(LifeAttempts.all());
		all.addAll(PlanAttempts.all());
		all.addAll(ContractAttempts.all());
		all.addAll(InnovationAttempts.all());
		all.addAll(EvaluationAttempts.all());
		all.addAll(ImportAttempts.all());
		return all;
	}

	private static List<Attempt> changes() {
		return List.of(
				new Attempt("exchangeRateAdd",
						Map.of("baseCurrency", "USD", "quoteCurrency", "EUR", "rate", "0.9", "date", "1999-12-31",
								"source", "Invented"),
						List.of("registrar")),
				new Attempt("programOpen",
						Map.of("key", "FX-REC-NEW", "name", "New", "domain", "AIR", "kind", "R_AND_T", "status",
								"ACTIVE", "marking", "PUBLIC"),
						List.of("registrar")),
				new Attempt("programRevise", Map.of("program", OLD, "version", 1, "reason", "It is so", "name", "New"),
						List.of("registrar")),
				new Attempt("recordRelease",
						Map.of("record", OLD, "version", 1, "reason", "It is so", "releasableTo",
								List.of("nation:XRB")),
						List.of("delegate-deu")),
				new Attempt("costShareKeyAdd",
						Map.of("program", EUROFIGHTER, "scheme", "FX-REC new", "basis", "FIXED", "shares",
								List.of(Map.of("nation", NATION, "share", "100"))),
						List.of("manager-efa")),
				new Attempt("costShareKeyRevise", Map.of("costShareKey", Stage.id("CostShareKey", "FX-REC-KEY"),
						"version", 1, "reason", "It is so", "remainder", "Others"), List.of("manager-efa")));
	}

	private static List<Attempt> ceilings() {
		return List.of(
				new Attempt("costCeilingSet",
						Map.of("program", EUROFIGHTER, "phase", "FX-REC new", "amount", "100", "currency", "EUR"),
						List.of("manager-efa")),
				new Attempt("costCeilingRevise", Map.of("costCeiling", Stage.id("CostCeiling", "FX-REC-CEILING"),
						"version", 1, "reason", "It is so", "amount", "200"), List.of("manager-efa")));
	}

	private static List<Attempt> levies() {
		String rule = Stage.id("LevyRule", "FX-REC-LEVY");
		return List.of(
				new Attempt("levyRuleSet",
						Map.of("program", EUROFIGHTER, "base", "NON_RECURRING_COST", "description", "Each aircraft",
								"amountPerUnit", "5", "currency", "EUR", "unit", "Aircraft", "beneficiaries",
								List.of(Map.of("nation", NATION, "share", "100"))),
						List.of("manager-efa")),
				new Attempt("levyRuleRevise",
						Map.of("levyRule", rule, "version", 1, "reason", "It is so", "description", "Net price"),
						List.of("manager-efa")),
				new Attempt("levyPaymentRecord",
						Map.of("levyRule", rule, "kind", "PAID", "amount", "5", "currency", "EUR", "payer", NATION),
						List.of("manager-efa")),
				new Attempt("levyPaymentReverse",
						Map.of("levyPayment", Stage.id("LevyPayment", "FX-REC-DUE"), "reason", "Wrong"),
						List.of("manager-efa")));
	}

	private static List<Attempt> ties() {
		return List.of(
				new Attempt("participationAdd", Map.of("program", EUROFIGHTER, "nation", NATION, "role", "OBSERVER"),
						List.of("manager-efa")),
				new Attempt("participationRevise",
						Map.of("program", EUROFIGHTER, "key", "FX-REC-PART", "version", 1, "reason", "It is so", "role",
								"OBSERVER"),
						List.of("manager-efa")),
				new Attempt("membershipAdd", Map.of("community", LEAGUE, "nation", NATION, "role", "MEMBER"),
						List.of("registrar")),
				new Attempt("membershipRevise", Map.of("community", LEAGUE, "key", "FX-REC-MEMBER", "version", 1,
						"reason", "It is so", "since", "2020"), List.of("registrar")));
	}

}
