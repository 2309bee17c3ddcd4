package org.jointregistry.evaluation;

import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement of {@code partnerBalance} that asks who takes part in a program or bears
 * a share of its cost, and for nations' seats and rights.
 */
final class HoldingQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String PROGRAM = "Program";

	private static final String NATION = "Nation";

	private static final String BODY = "GovernanceBody";

	private final Weaving weave;

	private final NationRows nations;

	private final Projection bodies;

	private final Projection spread;

	private HoldingQuestion(Weaving weave) {
		this.weave = weave;
		this.nations = new NationRows(weave);
		this.bodies = weave.projection(BODY, "nations/parts/body");
		this.spread = weave.projection(BODY, "dimensions/body");
	}

	/**
	 * Asks for seats and rights.
	 * @param key of the program
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<Portions> of(String key, Weaving weave) {
		HoldingQuestion question = new HoldingQuestion(weave);
		Parameter<Object> program = weave.parameter(key);
		return new Insight<>(HoldingQuestion.class, () -> question.expression(program),
				(returned) -> new HoldingReading(question.nations, question.bodies, question.spread).read(returned));
	}

	private Expression expression(Parameter<Object> key) {
		return this.weave.one(PROGRAM, key, (program) -> Cypher.listOf(participants(program), bearers(program),
				votes(program), rights(program), contractorsRights(program)));
	}

	private Expression participants(Node program) {
		Guarded nation = this.weave.follow(program, PROGRAM, "participants");
		return this.nations.rows(nation.match(SEEN), nation.node(), List.of());
	}

	private Expression bearers(Node program) {
		Guarded key = this.weave.follow(program, PROGRAM, "costShareKeys");
		Guarded nation = this.weave.follow(key.node(), "CostShareKey", "shares");
		return this.nations.rows(nation.matchAfter(key.match(SEEN), SEEN), nation.node(), List.of());
	}

	private Expression votes(Node program) {
		Guarded body = this.weave.follow(program, PROGRAM, "governanceBodies");
		Guarded nation = this.weave.follow(body.node(), BODY, "seats");
		return this.nations.rows(nation.matchAfter(body.match(SEEN), SEEN), nation.node(),
				List.of(body.node().property("key"), this.bodies.of(body.node()), this.spread.of(body.node()),
						seat(nation, "weight"), seat(nation, "since"), seat(nation, "until")));
	}

	private Expression seat(Guarded nation, String field) {
		return this.weave.fact(nation.edge(), "Seat", field);
	}

	private Expression rights(Node program) {
		Guarded nation = this.weave.follow(program, PROGRAM, "participants");
		Guarded technology = this.weave.follow(nation.node(), NATION, "rights");
		return this.nations.rows(technology.matchAfter(nation.match(SEEN), isOf(technology, program)), nation.node(),
				right(technology));
	}

	private Expression contractorsRights(Node program) {
		Guarded nation = this.weave.follow(program, PROGRAM, "participants");
		Guarded contractor = this.weave.follow(nation.node(), NATION, "contractors");
		Guarded technology = this.weave.follow(contractor.node(), "Contractor", "rights");
		ExposesMatch seated = contractor.matchAfter(nation.match(SEEN), SEEN);
		return this.nations.rows(technology.matchAfter(seated, isOf(technology, program)), nation.node(),
				right(technology));
	}

	private Condition isOf(Guarded technology, Node program) {
		return fact(technology, "program").isEqualTo(program.property("key"));
	}

	private List<Expression> right(Guarded technology) {
		return List.of(fact(technology, "right"), fact(technology, "class"), fact(technology, "confirmation"),
				fact(technology, "since"), fact(technology, "until"));
	}

	private Expression fact(Guarded technology, String field) {
		return this.weave.fact(technology.edge(), "IpRight", field);
	}

}
