package org.jointregistry.technology;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Parameter;

import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Insight;
import org.jointregistry.read.Weaving;
import org.jointregistry.technology.ConsentClaims.Claim;

/**
 * The consents that it takes to pass a technology on to somebody: the one place that
 * decides, for the rules and for the insight.
 *
 * @param claims of nations, of what the viewer sees
 * @param receivers who would receive
 */
record NeededConsents(List<Claim> claims, Receivers receivers) {

	/**
	 * Asks whose consent it takes.
	 * @param technology key of the technology; null where it is none of the register
	 * @param program key of the program that it is passed on from
	 * @param regime key of the regime that it is passed on under; null where there is
	 * none
	 * @param to who would receive
	 * @param weave what the statement is built from
	 * @return the question
	 */
	static Insight<NeededConsents> of(@Nullable String technology, String program, @Nullable String regime,
			List<GlobalId> to, Weaving weave) {
		ConsentClaims claims = ConsentClaims.shown(weave);
		ConsentHolders holders = new ConsentHolders(weave, claims);
		Parameter<Object> what = weave.parameter(technology);
		Parameter<Object> from = weave.parameter(program);
		Parameter<Object> under = weave.parameter(regime);
		Supplier<Expression> receivers = Receivers.of(to, from, weave);
		List<Object> form = List.of(NeededConsents.class, to.stream().map(GlobalId::type).toList());
		return new Insight<>(form, () -> Cypher.listOf(holders.of(what, from, under), receivers.get()), (returned) -> {
			List<?> values = (List<?>) Objects.requireNonNull(returned);
			return new NeededConsents(claims.read(values.getFirst()), Receivers.read(values.get(1)));
		});
	}

	/**
	 * What a request asks for: the consent of all but the receivers' own nations.
	 * @return the claims of the nations to ask
	 */
	List<Claim> asked() {
		return this.claims.stream().filter((claim) -> !this.receivers.areOf(claim.code())).toList();
	}

	/**
	 * What a transfer needs: partners use what their program has, and everyone else
	 * receives with the consents that a request asks for.
	 * @return the claims of the nations whose consent is needed
	 */
	List<Claim> needed() {
		return this.receivers.areThird() ? asked() : List.of();
	}

}
