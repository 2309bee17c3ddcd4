package org.jointregistry.evaluation;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.costsharing.LedgerPatterns;
import org.jointregistry.interoperability.Implementing;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * What measures of a program are reckoned from, as nested lists that {@link ProgramFacts}
 * reads.
 */
final class FactsQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String PROGRAM = "Program";

	private static final String REQUEST = "ConsentRequest";

	private static final String DECISION = "ConsentDecision";

	private static final SymbolicName CURRENCY = Cypher.name("currency");

	private static final SymbolicName KIND = Cypher.name("kind");

	private final Weaving weave;

	private final LedgerPatterns ledger;

	FactsQuestion(Weaving weave) {
		this.weave = weave;
		this.ledger = new LedgerPatterns(weave);
	}

	/**
	 * What is known of a program.
	 * @param program a node that is matched already
	 * @return five lists
	 */
	Expression of(Node program) {
		return Cypher.listOf(milestones(program), consents(program), money(program), standards(program),
				threats(program));
	}

	private Expression milestones(Node program) {
		Guarded milestone = this.weave.follow(program, PROGRAM, "milestones");
		Node node = milestone.node();
		Expression baseline = this.weave.value(node, "Milestone", "baseline");
		return Cypher.collect(milestone.once(baseline.isNotNull())
			.with(node)
			.returning(Cypher.listOf(baseline, this.weave.value(node, "Milestone", "actual"),
					this.weave.value(node, "Milestone", "standing")))
			.build());
	}

	private Expression consents(Node program) {
		Guarded request = this.weave.follow(program, PROGRAM, "consentRequests");
		Guarded asked = this.weave.follow(request.node(), REQUEST, "nations");
		Guarded decision = this.weave.follow(request.node(), REQUEST, "decisions");
		Guarded nation = this.weave.follow(decision.node(), DECISION, "nation");
		Condition decides = this.weave.value(decision.node(), DECISION, "kind")
			.isNotEqualTo(Cypher.literalOf("REVOKED"));
		Expression decisions = Cypher.collect(nation.matchAfter(decision.match(decides), SEEN)
			.returning(Cypher.listOf(nation.node().property("key"),
					this.weave.value(decision.node(), DECISION, "decided")))
			.build());
		return Cypher.collect(request.once(SEEN)
			.with(request.node())
			.returning(Cypher.listOf(this.weave.value(request.node(), REQUEST, "asked"), keys(asked), decisions))
			.build());
	}

	private static Expression keys(Guarded pattern) {
		return Cypher.collect(pattern.match(SEEN).returning(pattern.node().property("key")).build());
	}

	/** By currency and kind: the sum where an amount is known, and the entries. */
	private Expression money(Node program) {
		Guarded entry = this.ledger.of(program);
		Guarded of = this.weave.follow(entry.node(), "Contribution", "programs");
		Condition alone = LedgerPatterns.count(of).isEqualTo(Cypher.literalOf(1));
		Condition counts = this.ledger.stands(entry).and(alone).and(this.ledger.value(entry, "currency").isNotNull());
		return Cypher.collect(entry.once(counts)
			.with(this.ledger.value(entry, "currency").as(CURRENCY), this.ledger.value(entry, "kind").as(KIND),
					this.ledger.value(entry, "amount").as("amount"))
			.with(CURRENCY, KIND, Weaving.sum(Cypher.name("amount")).as("sum"),
					Cypher.count(Cypher.name("amount")).as("known"))
			.returning(Cypher.listOf(CURRENCY, KIND, Cypher.name("sum"), Cypher.name("known")))
			.build());
	}

	private Expression standards(Node program) {
		Guarded standard = this.weave.follow(program, PROGRAM, "standards");
		return Cypher.collect(standard.match(Implementing.has(standard.edge()))
			.returning(Cypher.listOf(standard.node().property("key"),
					this.weave.fact(standard.edge(), "Implementation", "since")))
			.build());
	}

	private Expression threats(Node program) {
		Guarded exercise = this.weave.follow(program, PROGRAM, "exercises");
		Guarded threat = this.weave.follow(exercise.node(), "Exercise", "threats");
		return Cypher.collect(threat.matchAfter(exercise.match(SEEN), SEEN)
			.returning(Cypher.listOf(threat.node().property("key"),
					this.weave.value(exercise.node(), "Exercise", "editionYear")))
			.build());
	}

}
