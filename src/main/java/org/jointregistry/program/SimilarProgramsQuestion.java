package org.jointregistry.program;

import java.util.ArrayList;
import java.util.List;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.IdentifiableElement;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

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

	/** The fields of programs that are compared. */
	private static final List<String> TOLD = List.of("startYear", "endYear", "domain");

	private static final SymbolicName OWN = Cypher.name("own");

	private static final SymbolicName OTHERS = Cypher.name("others");

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
		return this.weave.one("Program", key, (program) -> Cypher.last(Cypher.collect(Cypher.with(told(program).as(OWN))
			.returning(Cypher.listOf(reading.program().of(program), byTechnology(program, reading.technologies()),
					byPartner(program, reading.partners()), byContractor(program, reading.contractors())))
			.build())));
	}

	/** What programs are compared by: read behind what is matched, as {@link #alike}. */
	private Expression told(Node program) {
		return Cypher.listOf(TOLD.stream().map((field) -> this.weave.value(program, "Program", field)).toList());
	}

	private Expression byTechnology(Node program, Projection shown) {
		Guarded technology = this.weave.follow(program, "Program", "technologies");
		Guarded other = this.weave.follow(technology.node(), "Technology", "programs");
		return grouped(technology.node(), other.node(),
				other.matchAfter(technology.match(uses(technology)), isAnother(program, other.node()).and(uses(other))),
				shown);
	}

	private Condition uses(Guarded use) {
		return this.weave.fact(use.edge(), "TechnologyUse", "until").isNull();
	}

	private Expression byPartner(Node program, Projection shown) {
		Guarded nation = this.weave.follow(program, "Program", "participants");
		Guarded other = this.weave.follow(nation.node(), "Nation", "programs");
		Condition both = isAnother(program, other.node()).and(Validity.takesPart(other.edge()));
		return grouped(nation.node(), other.node(),
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
			.collect(alike(other.matchAfter(theirs.once(SEEN).with(theirs.node()), isAnother(program, other.node()))
				.withDistinct(other.node()), other.node()).returning(other.node().property("key")).build());
		return Cypher.collect(contractor.matchAfter(share.once(SEEN).with(share.node()), SEEN)
			.withDistinct(node)
			.orderBy(node.property("key").ascending())
			.returning(Cypher.listOf(shown.of(node), others))
			.build());
	}

	private static Condition isAnother(Node program, Node other) {
		return other.property("key").isNotEqualTo(program.property("key"));
	}

	/**
	 * Goes on with programs whose years overlap. What is compared is read behind what was
	 * matched: Neo4j tries many ways to match, and plans again with each what is asked
	 * beside, such as what a value was at a time.
	 */
	private OrderableOngoingReadingAndWithWithWhere alike(ExposesWith reading, Node other, Node... between) {
		List<IdentifiableElement> carried = new ArrayList<>(List.of(between));
		carried.add(other);
		carried.add(told(other).as(OTHERS));
		return reading.with(carried).where(begins(OWN, OTHERS).and(begins(OTHERS, OWN)));
	}

	private static Condition begins(SymbolicName one, SymbolicName beforeTheEndOf) {
		Expression begin = Cypher.valueAt(one, TOLD.indexOf("startYear"));
		Expression end = Cypher.valueAt(beforeTheEndOf, TOLD.indexOf("endYear"));
		return begin.isNull().or(end.isNull()).or(begin.lte(end));
	}

	/** Other programs, each once, with what lies between. */
	private Expression grouped(Node between, Node other, OngoingReadingWithWhere reading, Projection shown) {
		Expression ways = Cypher.collect(Cypher.listOf(between.property("key"), shown.of(between)));
		int domain = TOLD.indexOf("domain");
		Expression sameDomain = Cypher.caseExpression()
			.when(Cypher.valueAt(OTHERS, domain).isEqualTo(Cypher.valueAt(OWN, domain)))
			.then(Cypher.literalTrue())
			.elseDefault(Cypher.literalFalse());
		return Cypher
			.collect(alike(reading.withDistinct(between, other), other, between).with(other, OTHERS, ways.as("ways"))
				.returning(Cypher.listOf(other.property("key"), this.others.of(other), sameDomain, Cypher.name("ways")))
				.build());
	}

}
