package org.jointregistry.costsharing;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code withdrawalProposal}: the key, who bears its shares, and for
 * each of its programs the sums of what one nation pledged, was called for and gave.
 */
final class WithdrawalQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private final Weaving weave;

	private final LedgerPatterns ledger;

	private final Projection keys;

	private final Projection leaving;

	private final Projection staying;

	private final Parameter<Object> key;

	private final Parameter<Object> nation;

	private WithdrawalQuestion(String key, String nation, Weaving weave) {
		this.weave = weave;
		this.key = weave.parameter(key);
		this.nation = weave.parameter(nation);
		this.ledger = new LedgerPatterns(weave);
		this.keys = weave.projection("CostShareKey", "costShareKey");
		this.leaving = weave.projection("Nation", "nation");
		this.staying = weave.projection("Nation", "others/nation");
	}

	/**
	 * Asks what it would mean if a nation left.
	 * @param key of the cost-share key
	 * @param nation key of the nation
	 * @param weave what the statement is built from
	 * @return the question; its answer is null where there is no such key
	 */
	static Insight<WithdrawalProposal> of(String key, String nation, Weaving weave) {
		WithdrawalQuestion question = new WithdrawalQuestion(key, nation, weave);
		WithdrawalReading reading = new WithdrawalReading(nation, question.keys, question.leaving, question.staying);
		return new Insight<>(WithdrawalQuestion.class, question::expression, reading::read);
	}

	private Expression expression() {
		return this.weave.one("CostShareKey", this.key,
				(found) -> Cypher.listOf(this.keys.of(found), shares(found), programs(found)));
	}

	private Expression shares(Node key) {
		Guarded nation = this.weave.follow(key, "CostShareKey", "shares");
		return Cypher.collect(nation.match(SEEN)
			.returning(Cypher.listOf(nation.node().property("key"), this.leaving.of(nation.node()),
					this.staying.of(nation.node()), this.weave.fact(nation.edge(), "CostShare", "share")))
			.orderBy(nation.node().property("key").ascending(), nation.edge().property("key").ascending())
			.build());
	}

	private Expression programs(Node key) {
		Guarded program = this.weave.follow(key, "CostShareKey", "programs");
		return Cypher.collect(program.match(SEEN).returning(sums(program.node())).build());
	}

	private Expression sums(Node program) {
		Guarded entry = this.ledger.of(program);
		Condition own = this.ledger.isOfOne(entry).and(this.ledger.isOfNation(entry, this.nation));
		return Cypher.collect(entry.once(this.ledger.stands(entry).and(own))
			.with(this.ledger.value(entry, "currency").as("currency"), this.ledger.value(entry, "kind").as("kind"),
					this.ledger.value(entry, "amount").as("amount"))
			.with(Cypher.name("currency"), Cypher.name("kind"), Weaving.sum(Cypher.name("amount")).as("sum"))
			.returning(Cypher.listOf(Cypher.name("currency"), Cypher.name("kind"), Cypher.name("sum")))
			.build());
	}

}
