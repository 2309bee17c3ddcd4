package org.jointregistry.program;

import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.StatementBuilder.OrderableOngoingReadingAndWithWithWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.costsharing.LedgerPatterns;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code doubleFunding}: the contractors of a program, with their
 * work there and in the programs that are alike, and where the money of those comes from.
 */
final class DoubleFundingQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String PROGRAM = "Program";

	private static final String WORK_SHARE = "WorkShare";

	private static final String CONTRACT = "Contract";

	private static final String KEY = "key";

	private static final SymbolicName ALIKE = Cypher.name("alike");

	private static final SymbolicName CONTRACTORS = Cypher.name("contractors");

	private static final Expression UNSIGNED = Cypher.listOf(Cypher.literalOf("PLANNED"), Cypher.literalOf("TENDERED"),
			Cypher.literalOf("ABANDONED"));

	private final Weaving weave;

	private final Projection programs;

	private final Projection contractors;

	private final Projection others;

	private DoubleFundingQuestion(Weaving weave) {
		this.weave = weave;
		this.programs = weave.projection(PROGRAM, "program");
		this.contractors = weave.projection("Contractor", "cases/contractor");
		this.others = weave.projection(PROGRAM, "cases/other");
	}

	/**
	 * Asks who may be funded twice.
	 * @param key of the program
	 * @param limit contractors and other programs at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<DoubleFunding> of(String key, int limit, Weaving weave) {
		DoubleFundingQuestion question = new DoubleFundingQuestion(weave);
		Place here = new Place("cases/here", weave);
		Place there = new Place("cases/there", weave);
		Parameter<Object> asked = weave.parameter(key);
		DoubleFundingReading reading = new DoubleFundingReading(limit, question.programs, question.contractors,
				question.others, here, there);
		return new Insight<>(DoubleFundingQuestion.class, () -> question.expression(asked, here, there), reading::read);
	}

	private Expression expression(Parameter<Object> key, Place here, Place there) {
		return this.weave.one(PROGRAM, key, (program) -> Cypher
			.last(Cypher.collect(Cypher.with(SimilarProgramsQuestion.alike(program, this.weave).as(ALIKE))
				.with(ALIKE, contractors(program, here, there).as(CONTRACTORS))
				.returning(Cypher.listOf(this.programs.of(program), funding(program, here), CONTRACTORS, others(there)))
				.build())));
	}

	/** Those who work on the program, with what they do here and there. */
	private Expression contractors(Node program, Place here, Place there) {
		Guarded share = this.weave.follow(program, PROGRAM, "workShares");
		Guarded contractor = this.weave.follow(share.node(), WORK_SHARE, "contractor");
		Node node = contractor.node();
		return Cypher.collect(contractor.matchAfter(share.once(SEEN).with(share.node()), SEEN)
			.withDistinct(node)
			.orderBy(node.property(KEY).ascending())
			.returning(Cypher.listOf(this.contractors.of(node),
					work(node, (of) -> of.property(KEY).isEqualTo(program.property(KEY)), here),
					work(node, (of) -> of.property(KEY).in(ALIKE), there)))
			.build());
	}

	/** Work shares and contracts of a contractor, each after the key of its program. */
	private Expression work(Node contractor, Function<Node, Condition> within, Place place) {
		Guarded share = this.weave.follow(contractor, "Contractor", "workShares");
		Guarded contract = this.weave.follow(contractor, "Contractor", "contracts");
		Guarded sharedProgram = this.weave.follow(share.node(), WORK_SHARE, "program");
		Guarded contractProgram = this.weave.follow(contract.node(), CONTRACT, "program");
		Condition isSigned = this.weave.value(contract.node(), CONTRACT, "state").in(UNSIGNED).not();
		Expression shares = Cypher
			.collect(sharedProgram.matchAfter(share.once(SEEN).with(share.node()), within.apply(sharedProgram.node()))
				.returning(Cypher.listOf(sharedProgram.node().property(KEY), place.workShares().of(share.node())))
				.orderBy(share.node().property(KEY))
				.build());
		Expression contracts = Cypher.collect(contractProgram
			.matchAfter(contract.once(SEEN).with(contract.node()).where(isSigned), within.apply(contractProgram.node()))
			.returning(Cypher.listOf(contractProgram.node().property(KEY), place.contracts().of(contract.node()),
					this.weave.value(contract.node(), CONTRACT, "currency"),
					this.weave.value(contract.node(), CONTRACT, "value")))
			.orderBy(contract.node().property(KEY))
			.build());
		return Cypher.listOf(shares, contracts);
	}

	/** The programs alike that one of the contractors works on, each once. */
	private Expression others(Place there) {
		SymbolicName worker = Cypher.name("worker");
		SymbolicName share = Cypher.name("share");
		SymbolicName key = Cypher.name("worked");
		Guarded other = this.weave.all(PROGRAM);
		Node node = other.node();
		return Cypher.collect(other
			.matchAfter(Cypher.unwind(CONTRACTORS)
				.as(worker)
				.unwind(Cypher.valueAt(Cypher.valueAt(worker, 2), 0))
				.as(share)
				.withDistinct(Cypher.valueAt(share, 0).as(key)), node.property(KEY).isEqualTo(key))
			.returning(Cypher.listOf(node.property(KEY), this.others.of(node), funding(node, there)))
			.build());
	}

	/** Where the money of a program comes from, each with its type and key. */
	private Expression funding(Node program, Place place) {
		Guarded mechanism = this.weave.follow(program, PROGRAM, "fundingMechanisms");
		LedgerPatterns ledger = new LedgerPatterns(this.weave);
		Guarded entry = ledger.of(program);
		Guarded funder = this.weave.follow(entry.node(), "Contribution", "contributors");
		OrderableOngoingReadingAndWithWithWhere entries = entry.once(SEEN)
			.with(entry.node())
			.where(ledger.stands(entry));
		Expression mechanisms = Cypher.collect(mechanism.match(SEEN)
			.withDistinct(mechanism.node())
			.returning(Cypher.listOf(mechanism.node().property(KEY), place.mechanisms().of(mechanism.node())))
			.build());
		Expression name = Cypher.head(Cypher.labels(funder.node()))
			.concat(Cypher.literalOf(":"))
			.concat(funder.node().property(KEY));
		Expression funders = Cypher.collect(funder.matchAfter(entries.with(entry.node()), SEEN)
			.withDistinct(funder.node())
			.returning(Cypher.listOf(name, place.funders().of(funder.node())))
			.build());
		return Cypher.listOf(mechanisms, funders);
	}

	/**
	 * What is shown of work on one of the two programs.
	 *
	 * @param workShares reads shares of the work
	 * @param contracts reads contracts
	 * @param mechanisms reads mechanisms
	 * @param funders reads those who give
	 */
	record Place(Projection workShares, Projection contracts, Projection mechanisms, Projection funders) {

		private Place(String path, Weaving weave) {
			this(weave.projection(WORK_SHARE, path + "/workShares"), weave.projection(CONTRACT, path + "/contracts"),
					weave.projection("FundingMechanism", path + "/mechanisms"),
					weave.projection("Party", path + "/funders"));
		}

	}

}
