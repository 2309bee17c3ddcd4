package org.jointregistry.dependence;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Reached;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code ownershipChains}: a contractor and all who own a part of
 * it, by whatever way, each with its owners.
 */
final class OwnershipQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String CONTRACTOR = "Contractor";

	private static final String KEY = "key";

	private final Weaving weave;

	private final Projection owners;

	private final Projection seats;

	private OwnershipQuestion(Weaving weave) {
		this.weave = weave;
		this.owners = weave.projection(CONTRACTOR, "chains/owners");
		this.seats = weave.projection("Nation", "chains/nation");
	}

	/**
	 * Asks who owns a contractor.
	 * @param key of the contractor
	 * @param limit chains at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<OwnershipChains> of(String key, int limit, Weaving weave) {
		OwnershipQuestion question = new OwnershipQuestion(weave);
		Projection shown = weave.projection(CONTRACTOR, "contractor");
		Projection nation = weave.projection("Nation", "nation");
		Parameter<Object> asked = weave.parameter(key);
		return new Insight<>(OwnershipQuestion.class,
				() -> weave.one(CONTRACTOR, asked,
						(of) -> Cypher.listOf(shown.of(of), question.seat(of, nation), question.owning(of))),
				new OwnershipReading(key, limit, shown, nation, question.owners, question.seats)::read);
	}

	private Expression seat(Node contractor, Projection shown) {
		Guarded nation = this.weave.follow(contractor, CONTRACTOR, "nation");
		return Cypher.head(Cypher.collect(nation.match(SEEN)
			.returning(Cypher.listOf(nation.node().property(KEY), shown.of(nation.node())))
			.build()));
	}

	private Expression owning(Node contractor) {
		Reached owner = this.weave.throughout(contractor, CONTRACTOR, "owners", (ownership) -> SEEN);
		Node node = owner.node();
		Guarded next = this.weave.follow(node, CONTRACTOR, "owners");
		Expression owners = Cypher.collect(next.match(SEEN)
			.returning(Cypher.listOf(next.node().property(KEY), this.weave.fact(next.edge(), "Ownership", "share")))
			.orderBy(Cypher
				.sort(Cypher.coalesce(this.weave.fact(next.edge(), "Ownership", "asOf"), Cypher.literalOf("")))
				.ascending(), next.edge().property(KEY).ascending())
			.build());
		return Cypher.collect(owner.match()
			.returning(Cypher.listOf(node.property(KEY), this.owners.of(node), seat(node, this.seats), owners))
			.build());
	}

}
