package org.jointregistry.importing;

import java.util.List;
import java.util.Optional;

import static org.jointregistry.importing.FileFormat.edges;
import static org.jointregistry.importing.FileFormat.nodes;

/**
 * The files that can be imported, each before those that refer to it. Columns are written
 * as {@link Column#of} reads them.
 */
final class FileFormats {

	private static final List<FileFormat> ALL = List.of(
			nodes("nations.csv", "Nation", "iso2", "iso3=key", "iso_numeric", "name", "region", "sub_region",
					"currency", "independent", "status", "cow_code", "cow_alpha=cowAbbreviation"),
			nodes("communities.csv", "Community", "community_id=key", "name", "type", "founded", "founding_instrument",
					"seat_nation=seat", "seat_city", "scope"),
			edges("memberships.csv", "Community", "members", "community_id=key", "nation=target", "role", "since+",
					"until"),
			nodes("markings.csv", "ProtectiveMarking", "scheme+", "level+", "rank", "label",
					"equivalent_nato=natoEquivalent", "note")
				.with(Translations::protectiveMarking),
			nodes("lifecycle_stages.csv", "LifecycleStage", "scheme+", "seq=sequence+", "stage=name", "gate", "note",
					"subject!")
				.with(Translations::lifecycleStage),
			edges("stage_correspondences.csv", "LifecycleStage", "correspondsTo", "stage=key", "corresponds_to=target",
					"extent", "note"),
			nodes("agreements.csv", "Agreement", "agreement_id=key", "title", "short_name", "type", "instrument",
					"subject", "signed", "in_force", "ended", "status", "ratification", "duration", "security_note",
					"supersedes", "supplements?", "amends?", "annex_of?", "entry_into_force?", "parties_needed?",
					"force_date?", "stage?")
				.with(Translations::agreement),
			edges("agreement_parties.csv", "Agreement", "parties", "agreement_id=key", "nation=target", "role",
					"since+", "until", "signed?", "ratified?", "needed?"),
			nodes("agreement_steps.csv", "AgreementStep", "step_id=key", "agreement_id", "stage", "date", "note"),
			nodes("approvals.csv", "Approval", "approval_id=key", "agreement_id", "nation", "body", "date", "result",
					"note"),
			nodes("agreement_reversals.csv", "AgreementReversal", "reversal_id=key", "agreement_id", "what", "date",
					"reason", "nation", "step", "approval"),
			nodes("threats.csv", "Threat", "threat_id=key", "name", "kind", "description", "agreements=answeredBy"),
			nodes("clauses.csv", "Clause", "clause_id=key", "agreement_id", "section", "number",
					"text_own_words=ownWords"),
			nodes("programs.csv", "Program", "program_id=key", "name", "domain", "kind", "start_year", "end_year",
					"status", "status_as_of", "managing_org=managingOrganization", "lead_nation",
					"cost_amount_millions", "cost_currency", "cost_price_year", "cost_scope", "agreement_id",
					"parent_program=parent"),
			edges("program_stages.csv", "Program", "stages", "program=key", "stage=target", "entered", "left",
					"gate_result", "gate_decided", "note"),
			edges("participations.csv", "Program", "participants", "program=key", "nation=target", "role",
					"cost_share_pct", "work_share_pct", "share_basis", "joined+", "left", "note"),
			edges("cost_share_keys.csv", "CostShareKey", "shares", "key_id=key", "scheme", "valid_from", "valid_to",
					"nation=target", "share_pct", "basis", "programs?"),
			edges("cost_share_applications.csv", "CostShareKey", "programs", "key_id=key", "program=target"),
			nodes("exchange_rates.csv", "ExchangeRate", "rate_key=key", "base_currency", "quote_currency", "rate",
					"date"),
			nodes("cost_ceilings.csv", "CostCeiling", "ceiling_id=key", "program", "phase", "amount_millions",
					"currency", "price_year", "valid_from", "valid_to"),
			nodes("funding_mechanisms.csv", "FundingMechanism", "mechanism_id=key", "program=programs", "kind",
					"description", "key_id=costShareKey"),
			nodes("contractors.csv", "Contractor", "contractor_id=key", "name", "nation", "kind", "parent_id", "note"),
			edges("ownerships.csv", "Contractor", "owners", "entity_id=key", "owner_id=target", "owner_name=",
					"pct=share", "as_of+")
				.with(Translations::ownership),
			nodes("governance.csv", "GovernanceBody", "body_id=key", "name", "level", "program", "community",
					"agreement_id", "decision_rule=ruleInWords", "meets", "composition", "threshold_pct?",
					"rule=decisionRule!")
				.with(Translations::governanceBody),
			edges("seats.csv", "GovernanceBody", "seats", "body_id=key", "nation=target", "weight", "since+", "until"),
			nodes("contributions.csv", "Contribution", "contribution_id=key", "program=programs",
					"contributor=contributors", "contributor_type=", "phase", "kind", "form", "amount_millions",
					"currency", "price_year", "period", "valuation_basis", "agreement_id", "note", "value_date?",
					"reverses?", "reason?")
				.with(Translations::contribution),
			edges("contribution_successions.csv", "Contribution", "supersedes", "contribution_id=key",
					"supersedes=target"),
			nodes("workshares.csv", "WorkShare", "program+", "contractor+", "role", "tier", "component", "share_pct",
					"since", "until"),
			nodes("work_share_deliveries.csv", "WorkShareDelivery", "delivery_id=key", "work_share", "program",
					"contractor", "item", "delivered", "value_millions", "currency", "status", "note"),
			nodes("work_packages.csv", "WorkPackage", "package_id=key", "program", "parent", "designation", "title",
					"description", "state", "share_pct", "since", "until", "lead_nation", "lead_contractor",
					"work_shares"),
			nodes("milestones.csv", "Milestone", "milestone_id=key", "program", "work_package", "name", "kind",
					"baseline", "forecast", "actual", "note", "standing!", "days_late!")
				.with(Translations::milestone),
			nodes("milestone_baselines.csv", "MilestoneBaseline", "baseline_id=key", "milestone_id", "program", "date",
					"set_on", "reason"),
			nodes("hubs.csv", "InnovationHub", "hub_id=key", "name", "kind", "community", "host_nation=nation", "city",
					"founded", "note"),
			nodes("institutions.csv", "Institution", "institution_id=key", "name", "nation", "city", "kind",
					"joint_nations=maintainedBy", "pic", "edf_projects", "note"),
			nodes("contracts.csv", "Contract", "contract_id=key", "program", "agreement_id", "title", "number", "kind",
					"award", "state", "authority", "contractor", "licensor", "parent", "work_share", "value_millions",
					"currency", "price_year", "signed", "since", "until", "note"),
			nodes("offsets.csv", "Offset", "offset_id=key", "contract_id", "contractor", "nation", "program",
					"description", "kind", "value_millions", "fulfilled_millions", "currency", "due", "released",
					"note", "state!")
				.with(Translations::offset),
			nodes("decisions.csv", "Decision", "decision_id=key", "body_id", "program", "decided", "title",
					"outcome=state", "affects", "description?", "proposed?", "awaits?", "contracts?"),
			edges("votes.csv", "Decision", "votes", "decision_id=key", "nation=target", "vote", "weight", "date",
					"statement"),
			nodes("risks.csv", "Risk", "risk_id=key", "program", "title", "description", "category", "likelihood",
					"impact", "state", "owner", "mitigation", "raised", "reviewed", "closed", "milestones",
					"work_packages", "score!")
				.with(Translations::risk),
			edges("funding_stakes.csv", "FundingMechanism", "partners", "mechanism_id=key", "party=target", "brings+",
					"description", "share_pct", "since", "until"),
			nodes("obligations.csv", "Obligation", "obligation_id=key", "agreement_id", "program", "obligor=debtors",
					"beneficiary=creditors", "kind", "text_own_words=ownWords", "amount_millions", "currency", "due",
					"status", "fulfilled?", "clause_id?", "due_terms!", "creditor_program!")
				.with(Translations::obligation),
			nodes("technologies.csv", "Technology", "technology_id=key", "name", "area", "us_category",
					"eu_military_list", "dual_use", "programs", "note"),
			edges("derivations.csv", "Technology", "derivedFrom", "technology=key", "derived_from=target", "since",
					"note"),
			edges("levy_rules.csv", "LevyRule", "beneficiaries", "rule_id=key", "program", "technology_id", "base",
					"description", "rate_pct", "valid_from", "valid_to", "nation=target", "share_pct"),
			nodes("disputes.csv", "Dispute", "dispute_id=key", "program", "subject", "parties", "raised", "resolved",
					"status", "stage=procedure", "claim_millions=claimAmount", "claim_currency",
					"settled_millions=settledAmount", "outcome", "legal_route", "cause?", "agreement_id?", "raised_by?",
					"obligation_id?", "contract_id?", "settled_currency!", "height=stage!", "days=daysToResolution!")
				.with(Translations::dispute),
			nodes("levy_payments.csv", "LevyPayment", "payment_id=key", "rule_id", "program", "kind", "amount_millions",
					"currency", "date", "payer", "beneficiary", "note"),
			edges("ip_rights.csv", "Technology", "rightHolders", "ip_id=right+", "program", "technology_id=key",
					"subject", "ip_class=", "owner=target", "owner_type=", "usage_rights", "royalty_or_levy=levy",
					"restrictions=restriction", "publicly_known_scope", "agreement_id=agreements", "grant?", "since?",
					"until?", "class!", "joint!", "derived!")
				.with(Translations::right),
			nodes("control_regimes.csv", "ControlRegime", "regime_id=key", "name", "nation", "licence_required",
					"consent_required", "note"),
			nodes("export_licences.csv", "ExportLicence", "licence_id=key", "program", "issuer", "holder", "regime",
					"type", "number", "scope", "provisos", "state", "applied", "decided", "grounds", "valid_from",
					"valid_until"),
			nodes("consent_requests.csv", "ConsentRequest", "request_id=key", "program*", "asked_by", "from_party=from",
					"to_party=to", "technology_id", "subject", "purpose", "regime", "asked", "nations*"),
			nodes("consent_decisions.csv", "ConsentDecision", "decision_id=key", "request_id*", "program*", "nation*",
					"kind", "decided", "conditions", "reason", "revokes"),
			nodes("transfers.csv", "Transfer", "transfer_id=key", "program", "from_party=from", "to_party=to",
					"technology_id", "direction=kind", "regime", "instrument", "status", "decided", "note", "licences?",
					"consent_request?"),
			nodes("test_sites.csv", "TestSite", "site_id=key", "name", "capabilities", "city", "nation", "hub_id"),
			nodes("challenges.csv", "Challenge", "challenge_id=key", "name", "problem", "opened", "closed",
					"prize_millions", "currency", "hub_id", "program", "technologies"),
			nodes("cohorts.csv", "Cohort", "cohort_id=key", "name", "began", "ended", "challenge_id", "program",
					"test_sites"),
			edges("cohort_members.csv", "Cohort", "members", "cohort_id=key", "member=target", "project", "outcome"),
			nodes("exchange_arrangements.csv", "ExchangeArrangement", "arrangement_id=key", "name", "kind", "topics",
					"highest_level", "channel", "protocol", "since", "until", "agreement_id", "program",
					"technologies"),
			edges("exchange_parts.csv", "ExchangeArrangement", "parties", "arrangement_id=key", "nation=target", "role",
					"since+", "until"),
			nodes("supported_operations.csv", "SupportedOperation", "operation_id=key", "name", "kind", "mandate",
					"region", "began", "ended", "lead_community", "programs", "agreements"),
			edges("operation_parts.csv", "SupportedOperation", "contributors", "operation_id=key", "nation=target",
					"contribution", "since+", "until"),
			nodes("restricted_list_entries.csv", "RestrictedListEntry", "entry_id=key", "list", "category",
					"description", "technologies"),
			nodes("compliance_checks.csv", "ComplianceCheck", "check_id=key", "transfer_id", "program", "entry_id",
					"regime", "result", "checked_on", "checked_by", "note"),
			nodes("standards.csv", "Standard", "standard_id=key", "title", "body", "area", "status", "note"),
			edges("interop.csv", "Program", "standards", "program=key", "standard_id=target", "relation=status", "note",
					"since?"),
			nodes("exercises.csv", "Exercise", "exercise_id=key", "name", "organiser", "host_nation", "first_year",
					"periodicity", "edition", "edition_year", "nations_count", "scale", "programs_tested=programs",
					"standards_tested=standards?", "threats?"),
			edges("exercise_participants.csv", "Exercise", "participants", "exercise_id=key", "edition_year+",
					"nation=target"),
			nodes("evaluations.csv", "Evaluation", "evaluation_id=key", "subject_kind=", "subject=", "indicator",
					"measure", "value=", "unit", "as_of", "evaluator", "program!", "agreement!", "community!", "hub!",
					"number=value!", "words=finding!")
				.with(Translations::evaluation));

	private FileFormats() {
	}

	static List<FileFormat> all() {
		return ALL;
	}

	static Optional<FileFormat> find(String file) {
		return ALL.stream().filter((format) -> format.file().equals(file)).findFirst();
	}

}
