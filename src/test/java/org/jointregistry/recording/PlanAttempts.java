package org.jointregistry.recording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jointregistry.costsharing.Stage;

/**
 * Attempts at milestones, work packages and risks of programs.
 */
final class PlanAttempts {

	/** Records that the inputs name. */
	static final String NAMED = """
			MATCH (program:Program {key: 'EFA'})
			CREATE (:Milestone {key: 'FX-REC-MILESTONE', name: 'Flight', kind: 'TEST', baseline: '2020', marking: 'PUBLIC',
			  releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true, version: 1})
			  -[:MILESTONE_OF]->(program)
			CREATE (:WorkPackage {key: 'FX-REC-PACKAGE', designation: 'FX-REC', title: 'Wing', state: 'PLANNED',
			  marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false, fictional: true,
			  version: 1})-[:PACKAGE_OF]->(program)
			CREATE (:Risk {key: 'FX-REC-RISK', title: 'Late', category: 'SCHEDULE', likelihood: 'RARE', impact: 'MINOR',
			  state: 'OPEN', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'], industryReleasable: false,
			  fictional: true, version: 1})-[:RISK_TO]->(program)
			""";

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String MILESTONE = Stage.id("Milestone", "FX-REC-MILESTONE");

	private static final String PACKAGE = Stage.id("WorkPackage", "FX-REC-PACKAGE");

	private static final List<String> WORK = List.of(Stage.id("WorkShare", "FX-REC-SHARE"));

	private static final String NATION = Stage.id("Nation", "XRA");

	private static final String WORKS = Stage.id("Contractor", "FX-REC-WORKS");

	private static final List<String> MANAGER = List.of("manager-efa");

	private PlanAttempts() {
	}

	static List<Attempt> all() {
		return Stream.of(milestones(), packages(), risks()).flatMap(List::stream).toList();
	}

	private static List<Attempt> milestones() {
		return List.of(
				new Attempt("milestoneAdd",
						Map.of("program", EUROFIGHTER, "workPackage", PACKAGE, "name", "Delivery", "kind", "DELIVERY",
								"baseline", "2020", "forecast", "2021", "actual", "2021-05"),
						MANAGER),
				new Attempt("milestoneRevise",
						Map.of("milestone", MILESTONE, "version", 1, "reason", "It is so", "forecast", "2022"),
						MANAGER),
				new Attempt("milestoneRebaseline",
						Map.of("milestone", MILESTONE, "version", 1, "reason", "A partner left", "baseline", "2021"),
						MANAGER));
	}

	private static List<Attempt> packages() {
		return List.of(
				new Attempt("workPackageAdd",
						Map.of("program", EUROFIGHTER, "parent", PACKAGE, "designation", "FX-REC-1", "title", "Flap",
								"share", "5", "leadNation", NATION, "leadContractor", WORKS, "workShares", WORK),
						MANAGER),
				new Attempt("workPackageRevise", Map.of("workPackage", PACKAGE, "version", 1, "reason", "It is so",
						"share", "6", "leadNation", NATION, "leadContractor", WORKS, "workShares", WORK), MANAGER));
	}

	private static List<Attempt> risks() {
		return List.of(
				new Attempt("riskAdd",
						Map.of("program", EUROFIGHTER, "title", "Late", "category", "SCHEDULE", "likelihood", "RARE",
								"impact", "MINOR", "owner", NATION, "milestones", List.of(MILESTONE), "workPackages",
								List.of(PACKAGE)),
						MANAGER),
				new Attempt("riskRevise",
						Map.of("risk", Stage.id("Risk", "FX-REC-RISK"), "version", 1, "reason", "It is so", "impact",
								"SEVERE", "owner", NATION, "milestones", List.of(MILESTONE), "workPackages",
								List.of(PACKAGE)),
						MANAGER));
	}

}
