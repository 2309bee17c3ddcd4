package org.jointregistry.technology;

import java.util.List;
import java.util.function.Function;

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

	private static final String REQUEST = "ConsentRequest";

	private static final String DECISION = "ConsentDecision";

	private static final String LICENCE = "ExportLicence";

	private static final String KEY = "key";

	private final Weaving weave;

	private final PassingOn asked;

	private final Projection requests;

	private final Projection decisions;

	private final Projection licences;

	private ConsentQuestion(Weaving weave, PassingOn asked) {
		this.weave = weave;
		this.asked = asked;
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
		ConsentReading.Named named = new ConsentReading.Named(weave.projection("Technology", "technology"),
				weave.projection("Program", "program"), weave.projection("Party", "from"),
				weave.projection("Party", "to"));
		Insight<NeededConsents> needed = NeededConsents.of(asked.technology(), asked.program(), asked.regime(),
				List.of(asked.to()), weave);
		Expression answer = Cypher.listOf(weave.one("Technology", asked.technology(), named.technology()::of),
				weave.one(asked.from().type(), asked.from().key(), named.from()::of),
				weave.one(asked.to().type(), asked.to().key(), named.to()::of), question.program(named.program()),
				needed.expression(), question.licenceRequired());
		return new Insight<>(answer, new ConsentReading(asked.on(), named, needed.reading(), question.requests,
				question.decisions, question.licences)::read);
	}

	private Condition isIt(Node node, GlobalId id) {
		return node.property(KEY).isEqualTo(this.weave.parameter(id.key()));
	}

	private Expression program(Projection shown) {
		return this.weave.one("Program", this.asked.program(),
				(program) -> Cypher.listOf(shown.of(program), requests(program), licences(program)));
	}

	/** Requests to pass this on between these parties, with what stands of them. */
	private Expression requests(Node program) {
		Guarded request = this.weave.follow(program, "Program", "consentRequests");
		Node node = request.node();
		Condition isIt = leads(node, "technology", new GlobalId("Technology", this.asked.technology()))
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

	private Condition leads(Node request, String field, GlobalId to) {
		Guarded end = this.weave.follow(request, REQUEST, field);
		return Cypher
			.exists(end.match(end.node().hasLabels(to.type()).and(isIt(end.node(), to))).returning(end.node()).build());
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
		Condition counts = FlowRules.licenceCounts((name) -> this.weave.value(node, LICENCE, name),
				this.weave.parameter(this.asked.regime()), this.weave.parameter(this.asked.on()));
		return Cypher.collect(
				licence.once(counts).with(node).returning(this.licences.of(node)).orderBy(node.property(KEY)).build());
	}

	/** A regime that the registry does not know asks for a licence. */
	private Expression licenceRequired() {
		if (this.asked.regime() == null) {
			return Cypher.literalFalse();
		}
		Guarded regime = this.weave.all("ControlRegime");
		Condition isIt = regime.node().property(KEY).isEqualTo(this.weave.parameter(this.asked.regime()));
		return Cypher.coalesce(Cypher.head(Cypher.collect(regime.match(isIt)
			.returning(this.weave.value(regime.node(), "ControlRegime", "licenceRequired"))
			.build())), Cypher.literalTrue());
	}

}
