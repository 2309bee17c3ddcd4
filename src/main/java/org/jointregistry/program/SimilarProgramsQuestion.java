package org.jointregistry.program;

import java.util.List;
import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
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
 * The statement behind {@code similarPrograms}: the programs that are like one, and for
 * each way that leads there what lies between.
 */
final class SimilarProgramsQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String PROGRAM = "Program";

	private static final String DOMAIN = "domain";

	private static final String KEY = "key";

	/** The fields of programs that are compared. */
	private static final List<String> TOLD = List.of("startYear", "endYear", DOMAIN);

	private static final SymbolicName OWN = Cypher.name("own");

	private static final SymbolicName OTHERS = Cypher.name("others");

	private static final SymbolicName ALIKE = Cypher.name("alike");

	private final Weaving weave;

	private SimilarProgramsQuestion(Weaving weave) {
		this.weave = weave;
	}

	/**
	 * Asks which programs are like one.
	 * @param key of the program
	 * @param limit programs at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<SimilarPrograms> of(String key, int limit, Weaving weave) {
		SimilarProgramsReading reading = new SimilarProgramsReading(limit, weave.projection(PROGRAM, "program"),
				weave.projection(PROGRAM, "alike/program"), weave.projection("Technology", "alike/technologies"),
				weave.projection("Nation", "alike/partners"), weave.projection("Contractor", "alike/contractors"));
		SimilarProgramsQuestion question = new SimilarProgramsQuestion(weave);
		Parameter<Object> asked = weave.parameter(key);
		return new Insight<>(SimilarProgramsQuestion.class, () -> question.expression(asked, reading), reading::read);
	}

	/**
	 * Which programs are like one.
	 * @param program a node that is matched already
	 * @param weave what the statement is built from
	 * @return a list of their keys, some of which may stand there twice
	 */
	static Expression alike(Node program, Weaving weave) {
		SimilarProgramsQuestion question = new SimilarProgramsQuestion(weave);
		Function<Node, Condition> another = (other) -> other.property(KEY).isNotEqualTo(program.property(KEY));
		Way technology = question.throughTechnology(program, another);
		Way partner = question.throughPartner(program, another);
		Condition sameDomain = told(OTHERS, DOMAIN).isEqualTo(told(OWN, DOMAIN));
		Expression keys = Cypher.collect(question.overlapping(technology).returning(technology.otherKey()).build())
			.concat(Cypher
				.collect(question.overlapping(partner).and(sameDomain).returning(partner.otherKey()).build()));
		return Cypher.last(Cypher.collect(Cypher.with(question.told(program).as(OWN)).returning(keys).build()));
	}

	private Expression expression(Parameter<Object> key, SimilarProgramsReading reading) {
		return this.weave
			.one(PROGRAM, key, (program) -> Cypher.last(Cypher.collect(Cypher.with(alike(program, this.weave).as(ALIKE))
				.returning(Cypher.listOf(reading.program().of(program),
						grouped(program, throughTechnology(program, SimilarProgramsQuestion::isAlike), reading.others(),
								reading.technologies()),
						grouped(program, throughPartner(program, SimilarProgramsQuestion::isAlike), reading.others(),
								reading.partners()),
						byContractor(program, reading.contractors())))
				.build())));
	}

	private static Condition isAlike(Node other) {
		return other.property(KEY).in(ALIKE);
	}

	private Way throughTechnology(Node program, Function<Node, Condition> further) {
		Guarded technology = this.weave.follow(program, PROGRAM, "technologies");
		Guarded other = this.weave.follow(technology.node(), "Technology", "programs");
		Condition both = uses(other).and(further.apply(other.node()));
		return new Way(technology.node(), other.node(), other.matchAfter(technology.match(uses(technology)), both));
	}

	private Condition uses(Guarded use) {
		return this.weave.fact(use.edge(), "TechnologyUse", "until").isNull();
	}

	private Way throughPartner(Node program, Function<Node, Condition> further) {
		Guarded nation = this.weave.follow(program, PROGRAM, "participants");
		Guarded other = this.weave.follow(nation.node(), "Nation", "programs");
		Condition both = Validity.takesPart(other.edge()).and(further.apply(other.node()));
		return new Way(nation.node(), other.node(),
				other.matchAfter(nation.match(Validity.takesPart(nation.edge())), both));
	}

	/**
	 * The other programs whose years overlap, each once. What is compared is read behind
	 * what was matched: Neo4j tries many ways to match, and plans again with each what is
	 * asked beside, such as what a value was at a time.
	 */
	private OrderableOngoingReadingAndWithWithWhere overlapping(Way way) {
		return way.reading()
			.withDistinct(way.other())
			.with(way.other(), told(way.other()).as(OTHERS))
			.where(begins(OWN, OTHERS).and(begins(OTHERS, OWN)));
	}

	private Expression told(Node program) {
		return Cypher.listOf(TOLD.stream().map((field) -> this.weave.value(program, PROGRAM, field)).toList());
	}

	private static Expression told(SymbolicName values, String field) {
		return Cypher.valueAt(values, TOLD.indexOf(field));
	}

	private static Condition begins(SymbolicName one, SymbolicName beforeTheEndOf) {
		Expression begin = told(one, "startYear");
		Expression end = told(beforeTheEndOf, "endYear");
		return begin.isNull().or(end.isNull()).or(begin.lte(end));
	}

	/** Other programs, each once, with what lies between. */
	private Expression grouped(Node program, Way way, Projection others, Projection shown) {
		Node between = way.between();
		Expression ways = Cypher.collect(Cypher.listOf(between.property(KEY), shown.of(between)));
		Expression sameDomain = Cypher.caseExpression()
			.when(this.weave.value(way.other(), PROGRAM, DOMAIN).isEqualTo(this.weave.value(program, PROGRAM, DOMAIN)))
			.then(Cypher.literalTrue())
			.elseDefault(Cypher.literalFalse());
		return Cypher.collect(way.reading()
			.withDistinct(between, way.other())
			.with(way.other(), ways.as("ways"))
			.returning(Cypher.listOf(way.otherKey(), others.of(way.other()), sameDomain, Cypher.name("ways")))
			.build());
	}

	/**
	 * The contractors, each with the keys of the programs that are alike and that it
	 * works on.
	 */
	private Expression byContractor(Node program, Projection shown) {
		Guarded share = this.weave.follow(program, PROGRAM, "workShares");
		Guarded contractor = this.weave.follow(share.node(), "WorkShare", "contractor");
		Node node = contractor.node();
		Guarded theirs = this.weave.follow(node, "Contractor", "workShares");
		Guarded other = this.weave.follow(theirs.node(), "WorkShare", "program");
		Expression others = Cypher
			.collect(other.matchAfter(theirs.once(SEEN).with(theirs.node()), isAlike(other.node()))
				.withDistinct(other.node())
				.returning(other.node().property(KEY))
				.build());
		return Cypher.collect(contractor.matchAfter(share.once(SEEN).with(share.node()), SEEN)
			.withDistinct(node)
			.orderBy(node.property(KEY).ascending())
			.returning(Cypher.listOf(shown.of(node), others))
			.build());
	}

	/**
	 * A way from the program to others.
	 *
	 * @param between what both have
	 * @param other the other program
	 * @param reading what matches both
	 */
	private record Way(Node between, Node other, OngoingReadingWithWhere reading) {

		Expression otherKey() {
			return this.other.property(KEY);
		}

	}

}
