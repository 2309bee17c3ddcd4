package org.jointregistry.costsharing;

import java.util.List;
import java.util.Map;

import org.neo4j.driver.TransactionContext;

import org.springframework.stereotype.Component;

import org.jointregistry.access.ReleaseStore;

/**
 * The ledger of contributions. Entries are added, and that is all.
 */
@Component
class Contributions {

	private static final String ADD = """
			MATCH (program:Program {key: $program})
			MATCH (contributor:%s {key: $contributor})
			CREATE (contribution:Contribution)
			SET contribution = $facts, contribution.fictional = coalesce(program.fictional, false)
			CREATE (contribution)-[:TOWARDS]->(program)
			CREATE (contributor)-[:CONTRIBUTES]->(contribution)
			RETURN contribution.key
			""";

	private static final String MAKE_UNDER = """
			MATCH (contribution:Contribution {key: $key})
			MATCH (agreement:Agreement {key: $agreement})
			CREATE (contribution)-[:MADE_UNDER]->(agreement)
			RETURN contribution.key
			""";

	private static final String RELEASE = ReleaseStore.statement("Contribution");

	/**
	 * Adds an entry. It is fictional where its program is.
	 * @param transaction the transaction that records it
	 * @param contribution the entry
	 * @throws org.neo4j.driver.exceptions.NoSuchRecordException if one of its parties is
	 * there no longer
	 */
	void add(TransactionContext transaction, Contribution contribution) {
		Parties parties = contribution.parties();
		transaction
			.run(ADD.formatted(parties.contributor().type().label()), Map.of("program", parties.program(),
					"contributor", parties.contributor().key(), "facts", contribution.stored()))
			.single();
		if (parties.agreement() != null) {
			transaction.run(MAKE_UNDER, Map.of("key", contribution.key(), "agreement", parties.agreement())).single();
		}
		transaction
			.run(RELEASE,
					Map.of("rows", List.of(ReleaseStore.row(contribution.key(), contribution.release(), List.of()))))
			.consume();
	}

}
