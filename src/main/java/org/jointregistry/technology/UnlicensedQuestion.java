package org.jointregistry.technology;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.ExposesWith;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.SymbolicName;

import org.jointregistry.access.Validity;
import org.jointregistry.read.FoundNode;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Projection;
import org.jointregistry.read.Weaving;
import org.jointregistry.shared.RegistryException;

/**
 * The statement behind {@code unlicensedTransfers}: transfers that {@link FlowRules}
 * would refuse for want of a licence.
 */
final class UnlicensedQuestion {

	private static final String TRANSFER = "Transfer";

	private static final String KEY = "key";

	private static final SymbolicName DAY = Cypher.name("day");

	private static final SymbolicName REGIME = Cypher.name("under");

	private static final Expression TODAY = Cypher.parameter(Validity.TODAY);

	private final Weaving weave;

	private UnlicensedQuestion(Weaving weave) {
		this.weave = weave;
	}

	/**
	 * Asks for transfers without a licence.
	 * @param program key of a program; null for all
	 * @param limit transfers at most
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<UnlicensedTransfers> of(@Nullable String program, int limit, Weaving weave) {
		UnlicensedQuestion question = new UnlicensedQuestion(weave);
		Projection shown = weave.projection(TRANSFER, "transfers");
		Parameter<Object> of = weave.parameter(program);
		Parameter<Object> most = weave.parameter((long) limit + 1);
		Supplier<Expression> answer = () -> (program == null) ? question.found(weave.listed(TRANSFER), shown, most)
				: question.ofProgram(of, shown, most);
		return new Insight<>(List.of(UnlicensedQuestion.class, program != null), answer,
				(returned) -> read(returned, shown, limit));
	}

	private static UnlicensedTransfers read(@Nullable Object returned, Projection shown, int limit) {
		if (!(returned instanceof List<?> found)) {
			throw RegistryException.notFound();
		}
		List<FoundNode> transfers = found.stream().limit(limit).map(shown::read).toList();
		return new UnlicensedTransfers(transfers, found.size() > limit);
	}

	private Expression ofProgram(Expression program, Projection shown, Expression most) {
		return this.weave.one("Program", program,
				(of) -> found(this.weave.follow(of, "Program", "transfers"), shown, most));
	}

	private Expression found(Guarded transfer, Projection shown, Expression most) {
		Node node = transfer.node();
		Function<String, Expression> fact = (name) -> this.weave.value(node, TRANSFER, name);
		ExposesWith flowing = transfer.once(Flowing.condition(fact).and(fact.apply("regime").isNotNull()));
		return Cypher.collect(flowing
			.with(node, fact.apply("regime").as(REGIME),
					Cypher.coalesce(Flowing.firstDay(fact.apply("decided")), TODAY).as(DAY))
			.where(needsLicence().and(isLicensed(node).not()))
			.with(node)
			.orderBy(node.property(KEY).ascending())
			.limit(most)
			.returning(shown.of(node))
			.build());
	}

	/** A regime that the registry does not know asks for a licence. */
	private Condition needsLicence() {
		Guarded regime = this.weave.all("ControlRegime");
		Condition free = this.weave.value(regime.node(), "ControlRegime", "licenceRequired").isFalse();
		return Cypher.exists(
				regime.match(regime.node().property(KEY).isEqualTo(REGIME).and(free)).returning(regime.node()).build())
			.not();
	}

	private Condition isLicensed(Node transfer) {
		Guarded licence = this.weave.follow(transfer, TRANSFER, "licences");
		return Cypher
			.exists(FlowRules.counting(licence, transfer, REGIME, DAY, this.weave).returning(licence.node()).build());
	}

}
