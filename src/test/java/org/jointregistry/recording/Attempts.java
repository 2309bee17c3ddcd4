package org.jointregistry.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jointregistry.costsharing.Stage;

/**
 * A row or more for each mutation of the schema. A mutation without one fails
 * {@link MutationPolicyTests}.
 */
final class Attempts {

	/** Records that the inputs name besides those of the curated data. */
	static final String NAMED = """
			UNWIND ['PAID', 'PLEDGED'] AS kind
			MATCH (program:Program {key: 'EFA'}), (nation:Nation {key: 'DEU'})
			CREATE (nation)-[:CONTRIBUTES]->(entry:Contribution {key: 'FX-REC-' + kind, kind: kind, form: 'CASH',
			  amount: 50000, currency: 'EUR', marking: 'PUBLIC', releasableTo: [], releasedTo: ['public'],
			  industryReleasable: false, fictional: true, recordedBy: 'someone-else'})-[:TOWARDS]->(program)
			""";

	private static final String EUROFIGHTER = Stage.id("Program", "EFA");

	private static final String GERMANY = Stage.id("Nation", "DEU");

	private static final String PAID = Stage.id("Contribution", "FX-REC-PAID");

	private static final String PLEDGED = Stage.id("Contribution", "FX-REC-PLEDGED");

	private Attempts() {
	}

	static List<Attempt> all() {
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
		return all;
	}

}
