package org.jointregistry.costsharing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.AliasedExpression;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.StatementBuilder.OngoingReadingWithWhere;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code justeRetour}: of each program, what single nations paid and
 * delivered, and the work of contractors seated in them, summed by nation and currency.
 */
final class JusteRetourQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String WORK = "WorkShare";

	private static final SymbolicName CURRENCY = Cypher.name("currency");

	private final Weaving weave;

	private final LedgerPatterns ledger;

	private final Parameter<Object> keys;

	/** Dates are texts that begin with the year. */
	private final @Nullable Parameter<Object> from;

	private final @Nullable Parameter<Object> before;

	private final Projection programs;

	private final Projection nations;

	private final Projection balanced;

	private JusteRetourQuestion(List<String> keys, @Nullable YearSpan years, Weaving weave, Paths paths) {
		this.weave = weave;
		this.ledger = new LedgerPatterns(weave);
		this.keys = weave.parameter(keys);
		this.from = (years != null) ? weave.parameter(String.valueOf(years.from())) : null;
		this.before = (years != null) ? weave.parameter(String.valueOf(years.to() + 1)) : null;
		this.programs = weave.projection("Program", "positions/program");
		this.nations = weave.projection("Nation", paths.single());
		this.balanced = weave.projection("Nation", paths.balanced());
	}

	/**
	 * Asks what came back of what was given.
	 * @param keys of the programs
	 * @param years that count; null for all
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<JusteRetour> of(List<String> keys, @Nullable YearSpan years, Weaving weave) {
		return of(keys, years, weave, new Paths("positions/nation", "balance/nation"));
	}

	/**
	 * Asks the same for an answer that holds the nations elsewhere.
	 * @param keys of the programs
	 * @param years that count; null for all
	 * @param weave what the statement is built from
	 * @param paths where the answer holds nations
	 * @return the question
	 */
	static Insight<JusteRetour> of(List<String> keys, @Nullable YearSpan years, Weaving weave, Paths paths) {
		JusteRetourQuestion question = new JusteRetourQuestion(keys, years, weave, paths);
		JusteRetourReading reading = new JusteRetourReading(keys.size(), question.programs, question.nations,
				question.balanced);
		return new Insight<>(List.of(JusteRetourQuestion.class, years != null), question::expression, reading::read);
	}

	private Expression expression() {
		Guarded program = this.weave.all("Program");
		Node node = program.node();
		return Cypher.collect(program.match(node.property("key").in(this.keys))
			.returning(Cypher.listOf(this.programs.of(node), given(node), worked(node),
					uncounted(node).add(unplaced(node))))
			.orderBy(node.property("key"))
			.build());
	}

	private Expression given(Node program) {
		Guarded entry = this.ledger.of(program);
		Guarded nation = this.weave.follow(entry.node(), "Contribution", "contributors");
		ExposesMatch entries = entry.once(gives(entry).and(counted(entry)).and(within(date(entry))))
			.with(entry.node(), this.ledger.value(entry, "amount").as("amount"),
					this.ledger.value(entry, "currency").as(CURRENCY));
		return Cypher.collect(nation.matchAfter(entries, SEEN)
			.with(nation.node(), CURRENCY, Weaving.sum(Cypher.name("amount")).as("given"))
			.returning(row(nation.node(), List.of(Cypher.name("given"))))
			.build());
	}

	private Condition gives(Guarded entry) {
		return this.ledger.value(entry, "kind")
			.in(Cypher.listOf(Cypher.literalOf("PAID"), Cypher.literalOf("DELIVERED")))
			.and(this.ledger.stands(entry));
	}

	private Condition counted(Guarded entry) {
		return this.ledger.isOfOne(entry).and(this.ledger.isOfNation(entry)).and(dated(date(entry)));
	}

	private Expression date(Guarded entry) {
		return this.ledger.value(entry, "valueDate");
	}

	/** An entry for several of the programs is told at the first of them. */
	private Expression uncounted(Node program) {
		Guarded entry = this.ledger.of(program);
		Guarded earlier = this.weave.follow(entry.node(), "Contribution", "programs");
		Expression key = earlier.node().property("key");
		Condition told = Cypher.exists(earlier.match(key.in(this.keys).and(key.lt(program.property("key"))))
			.returning(earlier.node())
			.build());
		return Cypher
			.count(entry.once(gives(entry).and(counted(entry).not()).and(maybeWithin(date(entry))).and(told.not()))
				.with(entry.node())
				.returning(entry.node())
				.build());
	}

	private Expression worked(Node program) {
		Guarded work = this.weave.follow(program, "Program", "workShares");
		Guarded contractor = this.weave.follow(work.node(), WORK, "contractor");
		Guarded nation = this.weave.follow(contractor.node(), "Contractor", "nation");
		ExposesMatch works = work.once(valued(work).and(within(value(work, "since"))))
			.with(work.node(), value(work, "planned").as("planned"), value(work, "contracted").as("contracted"),
					value(work, "paid").as("paid"), value(work, "currency").as(CURRENCY));
		OngoingReadingWithWhere seats = nation.matchAfter(contractor.matchAfter(works, SEEN), SEEN);
		return Cypher.collect(seats
			.with(nation.node(), CURRENCY, sum("planned"), known("planned"), sum("contracted"), known("contracted"),
					sum("paid"), known("paid"))
			.returning(row(nation.node(), List.of(whereKnown("planned"), whereKnown("contracted"), whereKnown("paid"))))
			.build());
	}

	private Condition valued(Guarded work) {
		Condition known = value(work, "planned").isNotNull()
			.or(value(work, "contracted").isNotNull())
			.or(value(work, "paid").isNotNull());
		return known.and(value(work, "currency").isNotNull()).and(dated(value(work, "since")));
	}

	private Expression unplaced(Node program) {
		Guarded work = this.weave.follow(program, "Program", "workShares");
		Guarded contractor = this.weave.follow(work.node(), WORK, "contractor");
		Guarded nation = this.weave.follow(contractor.node(), "Contractor", "nation");
		Condition seated = Cypher
			.exists(contractor.match(LedgerPatterns.isThere(nation)).returning(contractor.node()).build());
		return Cypher.count(work.once(valued(work).and(seated).not().and(maybeWithin(value(work, "since"))))
			.with(work.node())
			.returning(work.node())
			.build());
	}

	private Expression row(Node nation, List<Expression> sums) {
		return Cypher.listOf(nation.property("key"), this.nations.of(nation), this.balanced.of(nation), CURRENCY,
				Cypher.listOf(sums));
	}

	private Condition dated(Expression date) {
		return (this.from != null) ? date.isNotNull() : Cypher.noCondition();
	}

	private Condition within(Expression date) {
		return (this.from != null && this.before != null) ? date.gte(this.from).and(date.lt(this.before))
				: Cypher.noCondition();
	}

	private Condition maybeWithin(Expression date) {
		return (this.from != null) ? date.isNull().or(within(date)) : Cypher.noCondition();
	}

	private Expression value(Guarded work, String field) {
		return this.weave.value(work.node(), WORK, field);
	}

	private static AliasedExpression sum(String name) {
		return Weaving.sum(Cypher.name(name)).as(name + "Sum");
	}

	private static AliasedExpression known(String name) {
		return Cypher.count(Cypher.name(name)).as(name + "Known");
	}

	private static Expression whereKnown(String name) {
		return Cypher.caseExpression()
			.when(Cypher.name(name + "Known").gt(Cypher.literalOf(0)))
			.then(Cypher.name(name + "Sum"));
	}

	/**
	 * Names of fields from the insight down to nations.
	 *
	 * @param single to those of single programs
	 * @param balanced to those of the balance
	 */
	record Paths(String single, String balanced) {

	}

}
