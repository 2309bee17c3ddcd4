package org.jointregistry.acceptance;

import java.util.List;
import java.util.stream.Stream;

import org.jointregistry.Answer;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.jointregistry.embedded.DemoClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointregistry.acceptance.Question.edges;
import static org.jointregistry.acceptance.Question.list;
import static org.jointregistry.acceptance.Question.relation;
import static org.jointregistry.acceptance.Question.single;

/**
 * The curated data is public: every client gets all of it, as the files have it, and each
 * relation from both of its ends.
 */
@RegistryTest
class CuratedAnswersTests {

	@Autowired
	private RegistryClient registry;

	static Stream<Question> questions() {
		return Stream
			.of(records(), partners(), obligations(), programs(), money(), industry(), technology(), transfers(),
					interoperability(), governance(), disputes(), life(), contracts())
			.flatMap(List::stream);
	}

	private static List<Question> records() {
		return List.of(
				list("nations", "key name iso2 region currency independent cowCode confidence checked", "nations.csv",
						"iso3", "name", "iso2", "region", "currency", "independent?", "cow_code", "confidence^",
						"checked^"),
				list("communities", "key name type founded source", "communities.csv", "community_id", "name", "type^",
						"founded", "source"),
				list("programs", "key name domain kind startYear status statusAsOf costAmount costCurrency",
						"programs.csv", "program_id", "name", "domain", "kind^", "start_year", "status^",
						"status_as_of", "cost_amount_millions$", "cost_currency"),
				list("agreements", "key title type instrument signed inForce status", "agreements.csv", "agreement_id",
						"title", "type", "instrument^", "signed", "in_force", "status"),
				list("standards", "key title body area", "standards.csv", "standard_id", "title", "body", "area"),
				list("contributions", "key form amount currency priceYear phase period note", "contributions.csv",
						"contribution_id", "form", "amount_millions$", "currency", "price_year", "phase", "period",
						"note"),
				list("exercises", "key name firstYear edition nationsCount", "exercises.csv", "exercise_id", "name",
						"first_year", "edition", "nations_count"));
	}

	private static List<Question> partners() {
		return List.of(
				edges("communities", "members", "role since until source confidence checked", "memberships.csv",
						"community_id", "role^", "since", "until", "source", "confidence^", "checked^", "nation"),
				edges("nations", "communities", "role since until source confidence checked", "memberships.csv",
						"nation", "role^", "since", "until", "source", "confidence^", "checked^", "community_id"),
				edges("agreements", "parties", "role since until", "agreement_parties.csv", "agreement_id", "role",
						"since", "until", "nation"),
				edges("nations", "agreements", "role since until", "agreement_parties.csv", "nation", "role", "since",
						"until", "agreement_id"),
				single("communities", "seat", "communities.csv", "community_id", "seat_nation;"),
				relation("nations", "seatedCommunities", "communities.csv", "seat_nation;", "community_id"),
				relation("agreements", "supersedes", "agreements.csv", "agreement_id", "supersedes;"),
				relation("agreements", "supersededBy", "agreements.csv", "supersedes;", "agreement_id"));
	}

	private static List<Question> obligations() {
		List<String> due = Csv.rows("obligations.csv").stream().map(CuratedAnswersTests::due).toList();
		List<String> owed = Stream.of("NATION", "COMMUNITY", "ROLE")
			.flatMap((kind) -> Csv.lines("obligations.csv", "obligation_id", "beneficiary:" + kind).stream())
			.toList();
		return List.of(
				list("obligations", "key kind ownWords amount currency status source confidence checked",
						"obligations.csv", "obligation_id", "kind", "text_own_words", "amount_millions$", "currency",
						"status", "source", "confidence^", "checked^"),
				new Question("when obligations are due",
						"{ obligations(first: 500, where: {fictional: {eq: false}}) { nodes { key due dueTerms } } }",
						due),
				single("obligations", "agreement", "obligations.csv", "obligation_id", "agreement_id;"),
				relation("agreements", "obligations", "obligations.csv", "agreement_id;", "obligation_id"),
				single("obligations", "program", "obligations.csv", "obligation_id", "program;"),
				relation("programs", "obligations", "obligations.csv", "program;", "obligation_id"),
				relation("obligations", "debtors", "obligations.csv", "obligation_id", "obligor:"),
				relation("nations", "obligations", "obligations.csv", "obligor:NATION", "obligation_id"),
				new Question("obligations.creditors",
						"{ obligations(first: 500, where: {fictional: {eq: false}}) { nodes { key creditors { nodes { key } } } } }",
						owed),
				relation("nations", "entitlements", "obligations.csv", "beneficiary:NATION", "obligation_id"),
				single("obligations", "creditorProgram", "obligations.csv", "obligation_id", "beneficiary:PROGRAM"));
	}

	/** A date is a date, and everything else is words. */
	private static String due(Csv row) {
		String due = row.text("due");
		boolean date = due.matches("[0-9-]+");
		return "|" + row.text("obligation_id") + "|" + (date ? due : "null") + "|"
				+ (date || due.isEmpty() ? "null" : due);
	}

	private static List<Question> programs() {
		String facts = "role costShare workShare shareBasis joined left note source";
		return List.of(
				edges("programs", "participants", facts, "participations.csv", "program", "role^", "cost_share_pct%",
						"work_share_pct%", "share_basis", "joined", "left", "note", "source", "nation"),
				edges("nations", "programs", facts, "participations.csv", "nation", "role^", "cost_share_pct%",
						"work_share_pct%", "share_basis", "joined", "left", "note", "source", "program"),
				single("programs", "leadNation", "programs.csv", "program_id", "lead_nation;"),
				relation("nations", "ledPrograms", "programs.csv", "lead_nation;", "program_id"),
				single("programs", "agreement", "programs.csv", "program_id", "agreement_id;"),
				relation("agreements", "programs", "programs.csv", "agreement_id;", "program_id"),
				single("programs", "parent", "programs.csv", "program_id", "parent_program;"),
				relation("programs", "children", "programs.csv", "parent_program;", "program_id"));
	}

	private static List<Question> money() {
		return List.of(relation("programs", "contributions", "contributions.csv", "program;", "contribution_id"),
				relation("contributions", "programs", "contributions.csv", "contribution_id", "program;"),
				relation("contributions", "contributors", "contributions.csv", "contribution_id", "contributor:"),
				relation("nations", "contributions", "contributions.csv", "contributor:NATION", "contribution_id"),
				relation("contractors", "contributions", "contributions.csv", "contributor:CONTRACTOR",
						"contribution_id"),
				relation("communities", "contributions", "contributions.csv", "contributor:COMMUNITY",
						"contribution_id"),
				relation("agreements", "contributions", "contributions.csv", "agreement_id;", "contribution_id"),
				edges("costShareKeys", "shares", "share basis", "cost_share_keys.csv", "key_id", "share_pct%", "basis",
						"nation"),
				edges("nations", "costShareKeys", "share basis", "cost_share_keys.csv", "nation", "share_pct%", "basis",
						"key_id"),
				relation("costShareKeys", "programs", "cost_share_applications.csv", "key_id", "program"),
				relation("programs", "costShareKeys", "cost_share_applications.csv", "program", "key_id"),
				relation("programs", "fundingMechanisms", "funding_mechanisms.csv", "program;", "mechanism_id"));
	}

	private static List<Question> industry() {
		return List.of(single("contractors", "nation", "contractors.csv", "contractor_id", "nation;"),
				relation("nations", "contractors", "contractors.csv", "nation;", "contractor_id"),
				single("contractors", "parent", "contractors.csv", "contractor_id", "parent_id;"),
				relation("contractors", "subsidiaries", "contractors.csv", "parent_id;", "contractor_id"),
				edges("contractors", "owners", "share asOf", "ownerships.csv", "entity_id", "pct%", "as_of",
						"owner_id/owner_name"),
				edges("contractors", "holdings", "share asOf", "ownerships.csv", "owner_id/owner_name", "pct%", "as_of",
						"entity_id"),
				new Question("workShares of programs",
						"{ programs(first: 500, where: {fictional: {eq: false}}) { nodes { key workShares(first: 500) "
								+ "{ nodes { role tier component share contractor { key } } } } } }",
						Csv.lines("workshares.csv", "program", "role^", "tier", "component", "share_pct%",
								"contractor")),
				new Question("workShares of contractors",
						"{ contractors(first: 500) { nodes { key workShares(first: 500, where: {fictional: {eq: false}}) "
								+ "{ nodes { role since until program { key } } } } } }",
						Csv.lines("workshares.csv", "contractor", "role^", "since", "until", "program")),
				relation("nations", "hubs", "hubs.csv", "host_nation;", "hub_id"),
				relation("communities", "hubs", "hubs.csv", "community;", "hub_id"),
				single("innovationHubs", "community", "hubs.csv", "hub_id", "community;"),
				relation("institutions", "maintainedBy", "institutions.csv", "institution_id", "joint_nations;"),
				relation("nations", "jointInstitutions", "institutions.csv", "joint_nations;", "institution_id"));
	}

	private static List<Question> technology() {
		String right = "right subject levy restriction";
		return List.of(edges("technologies", "programs", "", "technologies.csv", "technology_id", "programs;"),
				edges("programs", "technologies", "", "technologies.csv", "programs;", "technology_id"),
				edges("technologies", "rightHolders", right, "ip_rights.csv", "technology_id/ip_id", "ip_id", "subject",
						"royalty_or_levy", "restrictions", "owner:"),
				edges("nations", "rights", right, "ip_rights.csv", "owner:NATION", "ip_id", "subject",
						"royalty_or_levy", "restrictions", "technology_id/ip_id"),
				edges("contractors", "rights", right, "ip_rights.csv", "owner:CONTRACTOR", "ip_id", "subject",
						"royalty_or_levy", "restrictions", "technology_id/ip_id"));
	}

	private static List<Question> transfers() {
		return List.of(
				list("transfers", "key kind regime status decided", "transfers.csv", "transfer_id", "direction",
						"regime", "status", "decided"),
				relation("transfers", "from", "transfers.csv", "transfer_id", "from_party:"),
				relation("transfers", "to", "transfers.csv", "transfer_id", "to_party:"),
				relation("nations", "transfersFrom", "transfers.csv", "from_party:NATION", "transfer_id"),
				relation("nations", "transfersTo", "transfers.csv", "to_party:NATION", "transfer_id"),
				single("transfers", "technology", "transfers.csv", "transfer_id", "technology_id;"),
				relation("technologies", "transfers", "transfers.csv", "technology_id;", "transfer_id"),
				single("transfers", "program", "transfers.csv", "transfer_id", "program;"),
				relation("programs", "transfers", "transfers.csv", "program;", "transfer_id"));
	}

	private static List<Question> interoperability() {
		return List.of(
				edges("programs", "standards", "status note", "interop.csv", "program", "relation^", "note",
						"standard_id"),
				edges("standards", "programs", "status note", "interop.csv", "standard_id", "relation^", "note",
						"program"),
				edges("exercises", "participants", "editionYear", "exercise_participants.csv", "exercise_id",
						"edition_year", "nation"),
				edges("nations", "exercises", "editionYear", "exercise_participants.csv", "nation", "edition_year",
						"exercise_id"),
				edges("exercises", "programs", "", "exercises.csv", "exercise_id", "programs_tested;"),
				edges("programs", "exercises", "", "exercises.csv", "programs_tested;", "exercise_id"),
				single("exercises", "hostNation", "exercises.csv", "exercise_id", "host_nation;"),
				relation("nations", "hostedExercises", "exercises.csv", "host_nation;", "exercise_id"));
	}

	private static List<Question> governance() {
		return List.of(
				list("governanceBodies", "key name level ruleInWords meets composition source confidence checked",
						"governance.csv", "body_id", "name", "level^", "decision_rule", "meets", "composition",
						"source", "confidence^", "checked^"),
				single("governanceBodies", "program", "governance.csv", "body_id", "program;"),
				relation("programs", "governanceBodies", "governance.csv", "program;", "body_id"),
				single("governanceBodies", "community", "governance.csv", "body_id", "community;"),
				relation("communities", "governanceBodies", "governance.csv", "community;", "body_id"),
				single("governanceBodies", "agreement", "governance.csv", "body_id", "agreement_id;"),
				relation("agreements", "governanceBodies", "governance.csv", "agreement_id;", "body_id"),
				list("decisions", "key decided title state source confidence checked", "decisions.csv", "decision_id",
						"decided", "title", "outcome", "source", "confidence^", "checked^"),
				new Question("decisions.affects",
						"{ decisions(where: {fictional: {eq: false}}, first: 500) { nodes { key affects } } }",
						Csv.lines("decisions.csv", "decision_id", "affects;")),
				single("decisions", "body", "decisions.csv", "decision_id", "body_id;"),
				relation("governanceBodies", "decisions", "decisions.csv", "body_id;", "decision_id"),
				single("decisions", "program", "decisions.csv", "decision_id", "program;"),
				relation("programs", "decisions", "decisions.csv", "program;", "decision_id"));
	}

	private static List<Question> disputes() {
		return List.of(
				list("disputes",
						"key subject raised resolved status procedure claimAmount claimCurrency settledAmount outcome "
								+ "legalRoute source confidence checked",
						"disputes.csv", "dispute_id", "subject", "raised", "resolved", "status^", "stage^",
						"claim_millions$", "claim_currency", "settled_millions$", "outcome", "legal_route", "source",
						"confidence^", "checked^"),
				single("disputes", "program", "disputes.csv", "dispute_id", "program;"),
				relation("programs", "disputes", "disputes.csv", "program;", "dispute_id"),
				new Question("disputes.parties",
						"{ disputes(where: {fictional: {eq: false}}, first: 500) { nodes { key parties(first: 500) "
								+ "{ nodes { ... on Nation { key } ... on Contractor { key } } } } } }",
						Csv.lines("disputes.csv", "dispute_id", "parties:")));
	}

	private static List<Question> life() {
		List<String> treated = Csv.rows("markings.csv")
			.stream()
			.filter((row) -> !row.text("scheme").equals("NATO") && !row.text("equivalent_nato").isEmpty())
			.map((row) -> "|" + row.text("scheme") + "|" + row.text("level") + "|" + row.text("equivalent_nato"))
			.toList();
		return List.of(list("lifecycleStages", "scheme sequence name gate note source confidence checked",
				"lifecycle_stages.csv", "scheme", "seq", "stage", "gate", "note", "source", "confidence^", "checked^"),
				edges("lifecycleStages", "correspondsTo", "extent note", "stage_correspondences.csv", "stage",
						"extent^", "note", "corresponds_to"),
				edges("lifecycleStages", "comparedBy", "extent note", "stage_correspondences.csv", "corresponds_to",
						"extent^", "note", "stage"),
				list("protectiveMarkings", "scheme level rank label note source", "markings.csv", "scheme", "level",
						"rank", "label", "note", "source"),
				new Question("protectiveMarkings.natoEquivalent",
						"{ protectiveMarkings(first: 500, where: {fictional: {eq: false}, natoEquivalent: "
								+ "{level: {isNull: false}}}) { nodes { scheme level natoEquivalent { level } } } }",
						treated));
	}

	private static List<Question> contracts() {
		return List.of(
				list("contracts", "key title kind state value currency priceYear signed until note", "contracts.csv",
						"contract_id", "title", "kind^", "state^", "value_millions$", "currency", "price_year",
						"signed", "until", "note"),
				single("contracts", "program", "contracts.csv", "contract_id", "program;"),
				relation("programs", "contracts", "contracts.csv", "program;", "contract_id"),
				single("contracts", "contractor", "contracts.csv", "contract_id", "contractor;"),
				relation("contractors", "contracts", "contracts.csv", "contractor;", "contract_id"),
				edges("fundingMechanisms", "partners", "brings description share", "funding_stakes.csv", "mechanism_id",
						"brings^", "description", "share_pct%", "party:"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("questions")
	void everyClientGetsWhatTheFilesSay(Question question) {
		assertThat(question.lines()).isNotEmpty();
		for (DemoClient client : DemoClient.values()) {
			Answer answer = this.registry.as(client.id()).query(question.document());
			assertThat(Flat.lines(answer.data())).as(client + " " + answer.errors())
				.containsExactlyInAnyOrderElementsOf(question.lines());
		}
	}

}
