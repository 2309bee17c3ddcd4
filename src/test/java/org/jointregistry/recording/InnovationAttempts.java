package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at challenges, cohorts and test sites.
 */
final class InnovationAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			CREATE (challenge:Challenge {key: 'FX-REC-CHALLENGE', name: 'Challenge', problem: 'All'})
			  <-[:COHORT_OF]-(cohort:Cohort {key: 'FX-REC-COHORT', name: 'Cohort'}),
			  (site:TestSite {key: 'FX-REC-SITE', name: 'Site'})
			FOREACH (made IN [challenge, cohort, site] | SET made.marking = 'PUBLIC', made.releasableTo = [],
			  made.releasedTo = ['public'], made.industryReleasable = false, made.fictional = true, made.version = 1)
			WITH cohort
			MATCH (member:Contractor {key: 'LEONARDO'})
			CREATE (member)-[:IN_COHORT {key: 'FX-REC-IN', version: 1}]->(cohort)
			""";

	private static final String CHALLENGE = Stage.id("Challenge", "FX-REC-CHALLENGE");

	private static final String COHORT = Stage.id("Cohort", "FX-REC-COHORT");

	private static final String SITE = Stage.id("TestSite", "FX-REC-SITE");

	private static final String HUB = Stage.id("InnovationHub", "FX-REC-InnovationHub");

	private static final List<String> TECHNOLOGIES = List.of(Stage.id("Technology", "FX-REC-TECH"));

	private static final List<String> REGISTRAR = List.of("registrar");

	private InnovationAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(challenges(), cohorts(), sites()).flatMap(List::stream).toList();
	}

	private static List<Attempt> challenges() {
		return List.of(
				new Attempt("challengeAdd",
						Map.of("name", "New", "problem", "All", "hub", HUB, "program", Stage.id("Program", "EFA"),
								"technologies", TECHNOLOGIES, "prize", "5", "currency", "EUR", "marking", "PUBLIC"),
						REGISTRAR),
				new Attempt("challengeRevise", Map.of("challenge", CHALLENGE, "version", 1, "reason", "It is so",
						"prize", "5", "currency", "EUR", "technologies", TECHNOLOGIES), REGISTRAR));
	}

	private static List<Attempt> cohorts() {
		return List.of(
				new Attempt("cohortAdd",
						Map.of("name", "New", "challenge", CHALLENGE, "testSites", List.of(SITE), "marking", "PUBLIC"),
						REGISTRAR),
				new Attempt("cohortRevise",
						Map.of("cohort", COHORT, "version", 1, "reason", "It is so", "testSites", List.of(SITE)),
						REGISTRAR),
				new Attempt("cohortMemberAdd",
						Map.of("cohort", COHORT, "organization", Stage.id("Contractor", "FX-REC-WORKS")), REGISTRAR),
				new Attempt("cohortMemberRevise", Map.of("cohort", COHORT, "key", "FX-REC-IN", "version", 1, "reason",
						"It is so", "outcome", "Given up"), REGISTRAR));
	}

	private static List<Attempt> sites() {
		return List.of(new Attempt("testSiteAdd",
				Map.of("name", "New", "nation", Stage.id("Nation", "XRA"), "hub", HUB, "marking", "PUBLIC"), REGISTRAR),
				new Attempt("testSiteRevise",
						Map.of("testSite", SITE, "version", 1, "reason", "It is so", "city", "Town"), REGISTRAR));
	}

}
