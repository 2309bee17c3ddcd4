package org.jointregistry.technology;

import java.util.List;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Reached;
import org.jointregistry.read.Weaving;

/**
 * Whose consent it takes to pass a technology on, of what the viewer sees and of nothing
 * else (sentence 14): the nations of those who own a right in it or in what it was
 * derived from, or may let others use it under a restriction; and the nations of the
 * control regimes that it comes or came to the program under, where these ask for
 * consent. The rules for requests and transfers and the insight ask it alike.
 */
final class ConsentHolders {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String TECHNOLOGY = "Technology";

	private static final String RIGHT = "IpRight";

	private static final String REGIME = "regime";

	private static final String KEY = "key";

	private final Weaving weave;

	private final PartyNations nations;

	private final ConsentClaims claims;

	/**
	 * The question for an answer.
	 * @param weave what the statement is built from
	 * @param claims reads the answer, and knows what is shown of it
	 */
	ConsentHolders(Weaving weave, ConsentClaims claims) {
		this.weave = weave;
		this.nations = new PartyNations(weave, claims.nations());
		this.claims = claims;
	}

	/**
	 * Whose consent it takes.
	 * @param technology key of the technology, null in the database's sense where it is
	 * none of the register
	 * @param program key of the program that it is passed on from
	 * @param regime key of the regime that it is passed on under, null in the database's
	 * sense where there is none
	 * @return what {@link ConsentClaims#read} reads
	 */
	Expression of(Expression technology, Expression program, Expression regime) {
		Expression inside = this.weave.one(TECHNOLOGY, technology, (of) -> inside(of, program));
		Guarded under = this.weave.all("ControlRegime");
		Expression asking = Cypher
			.head(Cypher.collect(under.match(under.node().property(KEY).isEqualTo(regime).and(asks(under)))
				.returning(regime(under.node()))
				.build()));
		return Cypher.listOf(inside, asking);
	}

	/**
	 * The condition that a right asks for the consent of its holder.
	 * @param fact gives a fact of the right by its name
	 * @return the condition
	 */
	static Condition asks(Function<String, Expression> fact) {
		Expression grant = fact.apply("grant");
		Condition lets = grant.isEqualTo(Cypher.literalOf("MAY_SUBLICENSE")).and(fact.apply("restriction").isNotNull());
		Expression confirmation = Cypher.coalesce(fact.apply("confirmation"), Cypher.literalOf(FlowStep.CONFIRMED));
		return grant.isEqualTo(Cypher.literalOf("OWNS"))
			.or(lets)
			.and(confirmation.isEqualTo(Cypher.literalOf(FlowStep.CONFIRMED)))
			.and(Validity.holds(fact.apply("since"), fact.apply("until")));
	}

	/** The technology and all that it was derived from, step by step. */
	private Expression inside(Node technology, Expression program) {
		Reached lineage = Lineage.ancestors(this.weave, technology);
		Node inside = lineage.node();
		return Cypher.collect(lineage.match()
			.returning(Cypher.listOf(lineage.depth(), this.claims.technologies().of(inside), rights(inside),
					came(inside, program)))
			.orderBy(Cypher.sort(lineage.depth()), inside.property(KEY).ascending())
			.build());
	}

	private Expression rights(Node technology) {
		Guarded right = this.weave.follow(technology, TECHNOLOGY, "rightHolders");
		Function<String, Expression> fact = (name) -> this.weave.fact(right.edge(), RIGHT, name);
		return Cypher.collect(right.match(asks(fact))
			.returning(Cypher.listOf(fact.apply("right"), fact.apply("class"), fact.apply("restriction"),
					this.claims.holders().of(right.node()), this.nations.of(right.node())))
			.orderBy(Cypher.sort(fact.apply("right")), right.node().property(KEY).ascending(),
					right.edge().property(KEY).ascending())
			.build());
	}

	/** The transfers by which it came to the program, where their regimes ask. */
	private Expression came(Node technology, Expression program) {
		Arrivals arrivals = Arrivals.of(this.weave, technology, program);
		Node transfer = arrivals.node();
		Guarded under = this.weave.all("ControlRegime");
		return Cypher.collect(under
			.matchAfter(arrivals.match().with(transfer, arrivals.regime().as(REGIME)),
					under.node().property(KEY).isEqualTo(Cypher.name(REGIME)).and(asks(under)))
			.returning(Cypher.listOf(this.claims.transfers().of(transfer), regime(under.node())))
			.orderBy(transfer.property(KEY))
			.build());
	}

	private Condition asks(Guarded regime) {
		return this.weave.value(regime.node(), "ControlRegime", "consentRequired").isTrue();
	}

	/** A regime, with the nations that it makes ask. */
	private Expression regime(Node regime) {
		Guarded nation = this.weave.follow(regime, "ControlRegime", "nation");
		Expression nations = Cypher.collect(nation.match(SEEN).returning(this.nations.shown(nation.node())).build());
		return Cypher.listOf(List.of(this.claims.regimes().of(regime), nations));
	}

}
