package org.jointregistry.costsharing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.AliasedExpression;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesMatch;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
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

	private static final String ENTRY = "Contribution";

	private static final String WORK = "WorkShare";

	private static final SymbolicName CURRENCY = Cypher.name("currency");

	private final Weaving weave;

	private final @Nullable YearSpan years;

	private final Projection programs;

	private final Projection nations;

	private final Projection balanced;

	private JusteRetourQuestion(Weaving weave, @Nullable YearSpan years) {
		this.weave = weave;
		this.years = years;
		this.programs = weave.projection("Program", "positions/program");
		this.nations = weave.projection("Nation", "positions/nation");
		this.balanced = weave.projection("Nation", "balance/nation");
	}

	/**
	 * Asks what came back of what was given.
	 * @param keys of the programs
	 * @param years that count; null for all
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<JusteRetour> of(List<String> keys, @Nullable YearSpan years, Weaving weave) {
		JusteRetourQuestion question = new JusteRetourQuestion(weave, years);
		JusteRetourReading reading = new JusteRetourReading(keys.size(), question.programs, question.nations,
				question.balanced);
		return new Insight<>(question.expression(keys), reading::read);
	}

	private Expression expression(List<String> keys) {
		Guarded program = this.weave.all("Program");
		Node node = program.node();
		return Cypher.collect(program.match(node.property("key").in(this.weave.parameter(keys)))
			.returning(Cypher.listOf(this.programs.of(node), given(node), worked(node),
					uncounted(node).add(unplaced(node))))
			.orderBy(node.property("key"))
			.build());
	}

	private Expression given(Node program) {
		Guarded entry = this.weave.follow(program, "Program", "contributions");
		Guarded nation = this.weave.follow(entry.node(), ENTRY, "contributors");
		ExposesMatch entries = entry.once(counted(entry).and(within(entry, ENTRY, "valueDate")))
			.with(entry.node(), value(entry, ENTRY, "amount").as("amount"),
					value(entry, ENTRY, "currency").as(CURRENCY));
		return Cypher.collect(nation.matchAfter(entries, SEEN)
			.with(nation.node(), CURRENCY, Weaving.sum(Cypher.name("amount")).as("given"))
			.returning(row(nation.node(), List.of(Cypher.name("given"))))
			.build());
	}

	/** Entries that others take back or the place of count in no sum. */
	private Condition standing(Guarded entry) {
		Guarded successor = this.weave.follow(entry.node(), ENTRY, "supersededBy");
		Guarded reversal = this.weave.follow(entry.node(), ENTRY, "reversedBy");
		return value(entry, ENTRY, "kind").in(Cypher.listOf(Cypher.literalOf("PAID"), Cypher.literalOf("DELIVERED")))
			.and(isThere(successor).not())
			.and(isThere(reversal).not());
	}

	private Condition counted(Guarded entry) {
		Guarded party = this.weave.follow(entry.node(), ENTRY, "contributors");
		Guarded nation = this.weave.follow(entry.node(), ENTRY, "contributors");
		Guarded program = this.weave.follow(entry.node(), ENTRY, "programs");
		Condition ofOne = count(party).isEqualTo(Cypher.literalOf(1))
			.and(count(program).isEqualTo(Cypher.literalOf(1)));
		Condition ofNation = Cypher
			.exists(nation.match(nation.node().hasLabels("Nation")).returning(nation.node()).build());
		return standing(entry).and(value(entry, ENTRY, "amount").isNotNull())
			.and(value(entry, ENTRY, "currency").isNotNull())
			.and(dated(entry, ENTRY, "valueDate"))
			.and(ofOne)
			.and(ofNation);
	}

	private Expression uncounted(Node program) {
		Guarded entry = this.weave.follow(program, "Program", "contributions");
		return Cypher.count(entry.once(standing(entry).and(counted(entry).not()))
			.with(entry.node())
			.returning(entry.node())
			.build());
	}

	private Expression worked(Node program) {
		Guarded work = this.weave.follow(program, "Program", "workShares");
		Guarded contractor = this.weave.follow(work.node(), WORK, "contractor");
		Guarded nation = this.weave.follow(contractor.node(), "Contractor", "nation");
		ExposesMatch works = work.once(valued(work).and(within(work, WORK, "since")))
			.with(work.node(), value(work, WORK, "planned").as("planned"),
					value(work, WORK, "contracted").as("contracted"), value(work, WORK, "paid").as("paid"),
					value(work, WORK, "currency").as(CURRENCY));
		OngoingReadingWithWhere seats = nation.matchAfter(contractor.matchAfter(works, SEEN), SEEN);
		return Cypher.collect(seats
			.with(nation.node(), CURRENCY, sum("planned"), known("planned"), sum("contracted"), known("contracted"),
					sum("paid"), known("paid"))
			.returning(row(nation.node(), List.of(whereKnown("planned"), whereKnown("contracted"), whereKnown("paid"))))
			.build());
	}

	private Condition valued(Guarded work) {
		Condition known = value(work, WORK, "planned").isNotNull()
			.or(value(work, WORK, "contracted").isNotNull())
			.or(value(work, WORK, "paid").isNotNull());
		return known.and(value(work, WORK, "currency").isNotNull()).and(dated(work, WORK, "since"));
	}

	private Expression unplaced(Node program) {
		Guarded work = this.weave.follow(program, "Program", "workShares");
		Guarded contractor = this.weave.follow(work.node(), WORK, "contractor");
		Guarded nation = this.weave.follow(contractor.node(), "Contractor", "nation");
		Condition seated = Cypher.exists(contractor.match(isThere(nation)).returning(contractor.node()).build());
		return Cypher.count(work.once(valued(work).and(seated).not()).with(work.node()).returning(work.node()).build());
	}

	private Expression row(Node nation, List<Expression> sums) {
		return Cypher.listOf(nation.property("key"), this.nations.of(nation), this.balanced.of(nation), CURRENCY,
				Cypher.listOf(sums));
	}

	private Condition dated(Guarded record, String type, String field) {
		return (this.years != null) ? value(record, type, field).isNotNull() : Cypher.noCondition();
	}

	/** Dates are texts that begin with the year. */
	private Condition within(Guarded record, String type, String field) {
		if (this.years == null) {
			return Cypher.noCondition();
		}
		Expression date = value(record, type, field);
		return date.gte(this.weave.parameter(String.valueOf(this.years.from())))
			.and(date.lt(this.weave.parameter(String.valueOf(this.years.to() + 1))));
	}

	private Expression value(Guarded record, String type, String field) {
		return this.weave.value(record.node(), type, field);
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

	private static Expression count(Guarded other) {
		return Cypher.count(other.match(SEEN).returning(other.node()).build());
	}

	private static Condition isThere(Guarded other) {
		return Cypher.exists(other.match(SEEN).returning(other.node()).build());
	}

}
