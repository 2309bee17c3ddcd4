package org.jointregistry.program;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;

import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code similarPrograms}: the programs that are reached from one
 * through what both have, for each way with what lies between.
 */
final class SimilarProgramsQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private final Weaving weave;

	private final Projection others;

	private SimilarProgramsQuestion(Weaving weave, Projection others) {
		this.weave = weave;
		this.others = others;
	}

	/**
	 * Asks which programs are like one.
	 * @param key of the program
	 * @param limit programs at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<SimilarPrograms> of(String key, int limit, Weaving weave) {
		SimilarProgramsReading reading = new SimilarProgramsReading(limit, weave.projection("Program", "program"),
				weave.projection("Program", "alike/program"), weave.projection("Technology", "alike/technologies"),
				weave.projection("Nation", "alike/partners"), weave.projection("Contractor", "alike/contractors"));
		SimilarProgramsQuestion question = new SimilarProgramsQuestion(weave, reading.others());
		Parameter<Object> asked = weave.parameter(key);
		return new Insight<>(SimilarProgramsQuestion.class, () -> question.expression(asked, reading), reading::read);
	}

	private Expression expression(Parameter<Object> key, SimilarProgramsReading reading) {
		return this.weave.one("Program", key,
				(program) -> Cypher.listOf(reading.program().of(program), byTechnology(program, reading.technologies()),
						byPartner(program, reading.partners()), byContractor(program, reading.contractors())));
	}

	private Expression byTechnology(Node program, Projection shown) {
		Guarded technology = this.weave.follow(program, "Program", "technologies");
		Guarded other = this.weave.follow(technology.node(), "Technology", "programs");
		return grouped(program, technology.node(), other.node(),
				other.matchAfter(technology.match(uses(technology)), differs(program, other.node()).and(uses(other))),
				shown);
	}

	private Condition uses(Guarded use) {
		return this.weave.fact(use.edge(), "TechnologyUse", "until").isNull();
	}

	private Expression byPartner(Node program, Projection shown) {
		Guarded nation = this.weave.follow(program, "Program", "participants");
		Guarded other = this.weave.follow(nation.node(), "Nation", "programs");
		Condition both = differs(program, other.node()).and(Validity.takesPart(other.edge()));
		return grouped(program, nation.node(), other.node(),
				other.matchAfter(nation.match(Validity.takesPart(nation.edge())), both), shown);
	}

	/** The contractors, each with the keys of the other programs that it works on. */
	private Expression byContractor(Node program, Projection shown) {
		Guarded share = this.weave.follow(program, "Program", "workShares");
		Guarded contractor = this.weave.follow(share.node(), "WorkShare", "contractor");
		Node node = contractor.node();
		Guarded theirs = this.weave.follow(node, "Contractor", "workShares");
		Guarded other = this.weave.follow(theirs.node(), "WorkShare", "program");
		Expression others = Cypher
			.collect(other.matchAfter(theirs.once(SEEN).with(theirs.node()), differs(program, other.node()))
				.returningDistinct(other.node().property("key"))
				.build());
		return Cypher.collect(contractor.matchAfter(share.once(SEEN).with(share.node()), SEEN)
			.withDistinct(node)
			.orderBy(node.property("key").ascending())
			.returning(Cypher.listOf(shown.of(node), others))
			.build());
	}

	/** Another program, whose years overlap. */
	private Condition differs(Node program, Node other) {
		return other.property("key")
			.isNotEqualTo(program.property("key"))
			.and(begins(program, other))
			.and(begins(other, program));
	}

	private Condition begins(Node one, Node beforeTheEndOf) {
		Expression begin = this.weave.value(one, "Program", "startYear");
		Expression end = this.weave.value(beforeTheEndOf, "Program", "endYear");
		return begin.isNull().or(end.isNull()).or(begin.lte(end));
	}

	/** Other programs, each once, with what lies between. */
	private Expression grouped(Node program, Node between, Node other, OngoingReadingWithWhere reading,
			Projection shown) {
		Expression ways = Cypher.collect(Cypher.listOf(between.property("key"), shown.of(between)));
		Expression sameDomain = Cypher.caseExpression()
			.when(this.weave.value(other, "Program", "domain")
				.isEqualTo(this.weave.value(program, "Program", "domain")))
			.then(Cypher.literalTrue())
			.elseDefault(Cypher.literalFalse());
		return Cypher.collect(reading.withDistinct(between, other)
			.with(other, ways.as("ways"))
			.returning(Cypher.listOf(other.property("key"), this.others.of(other), sameDomain, Cypher.name("ways")))
			.build());
	}

}
