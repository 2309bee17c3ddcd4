package org.jointregistry.costsharing;

import java.util.List;

import org.jspecify.annotations.Nullable;
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
 * The statement behind {@code costSharing}: the program, its participations, the shares
 * of its keys, its contributions summed by contributors, currency and kind, and the
 * exchange rates of a day where totals are to be stated in one currency.
 */
final class CostSharingQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private final Weaving weave;

	private final LedgerPatterns ledger;

	private final Projection programs;

	private final Projection parties;

	private final Projection keys;

	private final Projection rates;

	private final Parameter<Object> program;

	private final @Nullable Parameter<Object> currency;

	private final @Nullable Parameter<Object> ratesOf;

	private CostSharingQuestion(String key, @Nullable TotalIn totalIn, Weaving weave) {
		this.weave = weave;
		this.program = weave.parameter(key);
		this.currency = (totalIn != null) ? weave.parameter(totalIn.currency()) : null;
		this.ratesOf = (totalIn != null) ? weave.parameter(totalIn.ratesOf()) : null;
		this.ledger = new LedgerPatterns(weave);
		this.programs = weave.projection("Program", "program");
		this.parties = weave.projection("Party", "parties/party");
		this.keys = weave.projection("CostShareKey", "parties/agreedUnder");
		this.rates = weave.projection("ExchangeRate", "total/rates");
	}

	/**
	 * Asks how a program's cost and work are shared.
	 * @param key of the program
	 * @param totalIn the currency to state totals in; null for none
	 * @param weave what the statement is built from
	 * @return the question; its answer is null where there is no such program
	 */
	static Insight<CostSharing> of(String key, @Nullable TotalIn totalIn, Weaving weave) {
		CostSharingQuestion question = new CostSharingQuestion(key, totalIn, weave);
		Projection groups = weave.projection("Party", "unallocated/parties");
		CostSharingReading reading = new CostSharingReading(question.programs, question.parties, groups, question.keys,
				question.rates, totalIn);
		return new Insight<>(List.of(CostSharingQuestion.class, totalIn != null), () -> question.expression(groups),
				reading::read);
	}

	private Expression expression(Projection groups) {
		return this.weave.one("Program", this.program,
				(program) -> Cypher.listOf(this.programs.of(program), participations(program), shares(program),
						contributors(program, groups), sums(program), (this.currency != null && this.ratesOf != null)
								? rates(this.currency, this.ratesOf) : Cypher.listOf()));
	}

	private Expression participations(Node program) {
		Guarded nation = this.weave.follow(program, "Program", "participants");
		return Cypher.collect(nation.match(SEEN)
			.returning(Cypher.listOf(typed(nation.node()), this.parties.of(nation.node()), fact(nation, "role"),
					fact(nation, "joined"), fact(nation, "left"), fact(nation, "costShare"), fact(nation, "workShare")))
			.orderBy(nation.node().property("key").ascending(), nation.edge().property("key").ascending())
			.build());
	}

	private Expression fact(Guarded participation, String field) {
		return this.weave.fact(participation.edge(), "Participation", field);
	}

	private Expression shares(Node program) {
		Guarded key = this.weave.follow(program, "Program", "costShareKeys");
		Guarded nation = this.weave.follow(key.node(), "CostShareKey", "shares");
		Expression borne = Cypher.collect(nation.match(SEEN)
			.returning(Cypher.listOf(typed(nation.node()), this.parties.of(nation.node()),
					this.weave.fact(nation.edge(), "CostShare", "share")))
			.orderBy(nation.edge().property("key"))
			.build());
		return Cypher
			.collect(key.match(SEEN)
				.returning(Cypher.listOf(this.keys.of(key.node()),
						this.weave.value(key.node(), "CostShareKey", "validFrom"),
						this.weave.value(key.node(), "CostShareKey", "validTo"), borne))
				.orderBy(key.node().property("key"))
				.build());
	}

	private Expression contributors(Node program, Projection groups) {
		Guarded entry = this.ledger.of(program);
		Guarded party = this.weave.follow(entry.node(), "Contribution", "contributors");
		Expression found = Cypher.collect(party.match(SEEN)
			.returning(Cypher.listOf(typed(party.node()), this.parties.of(party.node()), groups.of(party.node())))
			.build());
		return Cypher.collect(
				entry.once(SEEN).with(entry.node()).returning(found).orderBy(entry.node().property("key")).build());
	}

	private Expression sums(Node program) {
		Guarded entry = this.ledger.of(program);
		Guarded party = this.weave.follow(entry.node(), "Contribution", "contributors");
		Guarded other = this.weave.follow(entry.node(), "Contribution", "programs");
		Expression by = Cypher
			.collect(party.match(SEEN).returning(typed(party.node())).orderBy(typed(party.node())).build());
		Expression several = LedgerPatterns.count(other).gt(Cypher.literalOf(1));
		return Cypher.collect(entry.once(this.ledger.stands(entry))
			.with(by.as("contributors"), several.as("several"), this.ledger.value(entry, "currency").as("currency"),
					this.ledger.value(entry, "kind").as("kind"), this.ledger.value(entry, "amount").as("amount"))
			.with(Cypher.name("contributors"), Cypher.name("several"), Cypher.name("currency"), Cypher.name("kind"),
					Weaving.sum(Cypher.name("amount")).as("sum"), Cypher.count(Cypher.name("amount")).as("known"),
					Cypher.count(Cypher.asterisk()).as("entries"))
			.returning(Cypher.listOf(Cypher.name("contributors"), Cypher.name("several"), Cypher.name("currency"),
					Cypher.name("kind"),
					Cypher.caseExpression().when(Cypher.name("known").gt(Cypher.literalOf(0))).then(Cypher.name("sum")),
					Cypher.name("entries")))
			.build());
	}

	private Expression rates(Expression currency, Expression day) {
		Guarded rate = this.weave.all("ExchangeRate");
		Expression base = this.weave.value(rate.node(), "ExchangeRate", "baseCurrency");
		Expression quote = this.weave.value(rate.node(), "ExchangeRate", "quoteCurrency");
		Condition ofDay = this.weave.value(rate.node(), "ExchangeRate", "date").isEqualTo(day);
		return Cypher.collect(rate.once(ofDay.and(base.isEqualTo(currency).or(quote.isEqualTo(currency))))
			.with(rate.node())
			.returning(Cypher.listOf(base, quote, this.weave.value(rate.node(), "ExchangeRate", "rate"),
					this.rates.of(rate.node())))
			.orderBy(rate.node().property("key"))
			.build());
	}

	private static Expression typed(Node node) {
		return Cypher.head(node.labels()).concat(Cypher.literalOf(":")).concat(node.property("key"));
	}

}
