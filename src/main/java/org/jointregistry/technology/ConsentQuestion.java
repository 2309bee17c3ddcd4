package org.jointregistry.technology;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;

/**
 * The statement behind {@code consentNeed}: what would be passed on, whose consent it
 * takes, what was decided on requests for it, and the program's licences.
 */
final class ConsentQuestion {

	private static final Condition SEEN = Cypher.noCondition();

	private static final String TECHNOLOGY = "Technology";

	private static final String REQUEST = "ConsentRequest";

	private static final String DECISION = "ConsentDecision";

	private static final String LICENCE = "ExportLicence";

	private static final String KEY = "key";

	private final Weaving weave;

	private final Asked asked;

	private final Projection requests;

	private final Projection decisions;

	private final Projection licences;

	private ConsentQuestion(Weaving weave, PassingOn asked) {
		this.weave = weave;
		this.asked = Asked.of(asked, weave);
		this.requests = weave.projection(REQUEST, "coveredBy");
		this.decisions = weave.projection(DECISION, "nations/decisions");
		this.licences = weave.projection(LICENCE, "licences");
	}

	/**
	 * Asks whose consent it takes.
	 * @param asked what would be passed on
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<ConsentNeed> of(PassingOn asked, Weaving weave) {
		ConsentQuestion question = new ConsentQuestion(weave, asked);
		ConsentReading.Named named = new ConsentReading.Named(weave.projection(TECHNOLOGY, "technology"),
				weave.projection("Program", "program"), weave.projection("Party", "from"),
				weave.projection("Party", "to"));
		Insight<NeededConsents> needed = NeededConsents.of(asked.technology(), asked.program(), asked.regime(),
				List.of(asked.to()), weave);
		List<Object> form = List.of(ConsentQuestion.class, asked.from().type(), asked.to().type(),
				asked.regime() != null, needed.form());
		return new Insight<>(form, () -> question.expression(named, needed.expression()), new ConsentReading(asked.on(),
				named, needed.reading(), question.requests, question.decisions, question.licences)::read);
	}

	private Expression expression(ConsentReading.Named named, Supplier<Expression> needed) {
		Party from = this.asked.from();
		Party to = this.asked.to();
		return Cypher.listOf(this.weave.one(TECHNOLOGY, this.asked.technology(), named.technology()::of),
				this.weave.one(from.type(), from.key(), named.from()::of),
				this.weave.one(to.type(), to.key(), named.to()::of), program(named.program()), needed.get(),
				licenceRequired());
	}

	private Expression program(Projection shown) {
		return this.weave.one("Program", this.asked.program(),
				(program) -> Cypher.listOf(shown.of(program), requests(program), licences(program)));
	}

	/** Requests to pass this on between these parties, with what stands of them. */
	private Expression requests(Node program) {
		Guarded request = this.weave.follow(program, "Program", "consentRequests");
		Node node = request.node();
		Condition isIt = leads(node, "technology", new Party(TECHNOLOGY, this.asked.technology()))
			.and(leads(node, "from", this.asked.from()))
			.and(leads(node, "to", this.asked.to()));
		Guarded nation = this.weave.follow(node, REQUEST, "nations");
		return Cypher.collect(request.once(isIt)
			.with(node)
			.returning(Cypher.listOf(this.requests.of(node),
					Cypher.collect(nation.match(SEEN).returning(nation.node().property(KEY)).build()), decisions(node)))
			.orderBy(node.property(KEY))
			.build());
	}

	private Condition leads(Node request, String field, Party to) {
		Guarded end = this.weave.follow(request, REQUEST, field);
		Condition isIt = end.node().hasLabels(to.type()).and(end.node().property(KEY).isEqualTo(to.key()));
		return Cypher.exists(end.match(isIt).returning(end.node()).build());
	}

	private Expression decisions(Node request) {
		Guarded decision = this.weave.follow(request, REQUEST, "decisions");
		Node node = decision.node();
		Guarded revocation = this.weave.follow(node, DECISION, "revokedBy");
		Guarded nation = this.weave.follow(node, DECISION, "nation");
		Function<String, Expression> fact = (name) -> this.weave.value(node, DECISION, name);
		Condition stands = fact.apply("kind")
			.isNotEqualTo(Cypher.literalOf("REVOKED"))
			.and(Cypher.exists(revocation.match(SEEN).returning(revocation.node()).build()).not());
		return Cypher.collect(nation.matchAfter(decision.match(stands), SEEN)
			.returning(Cypher.listOf(this.decisions.of(node), nation.node().property(KEY), fact.apply("kind"),
					fact.apply("decided")))
			.orderBy(Cypher.sort(fact.apply("decided")), node.property(KEY).ascending())
			.build());
	}

	private Expression licences(Node program) {
		Guarded licence = this.weave.follow(program, "Program", "exportLicences");
		Node node = licence.node();
		Condition counts = FlowRules.licenceCounts((name) -> this.weave.value(node, LICENCE, name), this.asked.regime(),
				this.asked.on());
		return Cypher.collect(
				licence.once(counts).with(node).returning(this.licences.of(node)).orderBy(node.property(KEY)).build());
	}

	/** A regime that the registry does not know asks for a licence. */
	private Expression licenceRequired() {
		if (!this.asked.underRegime()) {
			return Cypher.literalFalse();
		}
		Guarded regime = this.weave.all("ControlRegime");
		Condition isIt = regime.node().property(KEY).isEqualTo(this.asked.regime());
		return Cypher.coalesce(Cypher.head(Cypher.collect(regime.match(isIt)
			.returning(this.weave.value(regime.node(), "ControlRegime", "licenceRequired"))
			.build())), Cypher.literalTrue());
	}

	/**
	 * What would be passed on, as the statement names it.
	 *
	 * @param technology its key
	 * @param program key of the program
	 * @param from who would pass it on
	 * @param to who would receive it
	 * @param regime key of the regime, null in the database's sense where there is none
	 * @param underRegime whether there is a regime
	 * @param on the day
	 */
	private record Asked(Expression technology, Expression program, Party from, Party to, Expression regime,
			boolean underRegime, Expression on) {

		static Asked of(PassingOn asked, Weaving weave) {
			return new Asked(weave.parameter(asked.technology()), weave.parameter(asked.program()),
					Party.of(asked.from(), weave), Party.of(asked.to(), weave), weave.parameter(asked.regime()),
					asked.regime() != null, weave.parameter(asked.on()));
		}

	}

	/**
	 * A party, as the statement names it.
	 *
	 * @param type its type
	 * @param key its key
	 */
	private record Party(String type, Expression key) {

		static Party of(GlobalId id, Weaving weave) {
			return new Party(id.type(), weave.parameter(id.key()));
		}

	}

}
