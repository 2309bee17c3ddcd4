package org.jointregistry.technology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.Statement;

import org.jointregistry.access.Validity;
import org.jointregistry.read.GlobalId;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * Of which nations those are who would receive, as far as the viewer sees, and which
 * nations are partners of the program today.
 *
 * @param nations codes of the nations of each receiver that the viewer sees
 * @param partners codes of the partners
 */
record Receivers(List<Set<String>> nations, Set<String> partners) {

	/** Roles that take part in a program without a partner's use of its results. */
	static final Set<String> NO_PARTNERS = Set.of("CUSTOMER", "HOST_NATION", "INDUSTRY_BENEFICIARY_NATION", "OBSERVER",
			"SECURITY_COOPERATION_PARTICIPANT", "THIRD_STATE");

	private static final Expression ROLES = Cypher
		.listOf(NO_PARTNERS.stream().sorted().map((role) -> (Expression) Cypher.literalOf(role)).toList());

	/**
	 * Asks who receives.
	 * @param parties who would receive
	 * @param program key of the program
	 * @param weave what the statement is built from
	 * @return gives what {@link #read} reads
	 */
	static Supplier<Expression> of(List<GlobalId> parties, Expression program, Weaving weave) {
		PartyNations nations = new PartyNations(weave, weave.projection("Nation", ""));
		List<Parameter<Object>> keys = parties.stream().map((party) -> weave.parameter(party.key())).toList();
		return () -> {
			List<Expression> receivers = new ArrayList<>();
			for (int i = 0; i < keys.size(); i++) {
				receivers.add(receiver(parties.get(i).type(), keys.get(i), nations));
			}
			Guarded of = weave.all("Program");
			Expression partners = Cypher
				.collect(partner(of.node(), of, weave, of.node().property("key").isEqualTo(program)));
			return Cypher.listOf(Cypher.listOf(receivers), partners);
		};
	}

	private static Expression receiver(String type, Expression key, PartyNations nations) {
		Guarded receiver = nations.weave().all(type);
		return Cypher.head(Cypher.collect(receiver.match(receiver.node().property("key").isEqualTo(key))
			.returning(nations.of(receiver.node()))
			.build()));
	}

	private static Statement partner(Node program, Guarded of, Weaving weave, Condition isIt) {
		Guarded nation = weave.follow(program, "Program", "participants");
		Condition uses = Validity.takesPart(nation.edge()).and(nation.edge().property("role").in(ROLES).not());
		return nation.matchAfter(of.match(isIt), uses).returningDistinct(nation.node().property("key")).build();
	}

	/**
	 * Reads who receives.
	 * @param returned what the statement returned
	 * @return without receivers that are hidden
	 */
	static Receivers read(@Nullable Object returned) {
		List<?> values = (List<?>) Objects.requireNonNull(returned);
		List<Set<String>> nations = new ArrayList<>();
		for (Object each : (List<?>) values.getFirst()) {
			if (each instanceof List<?> found) {
				Set<String> codes = new HashSet<>();
				found.forEach((nation) -> codes.add((String) ((List<?>) nation).getFirst()));
				nations.add(codes);
			}
		}
		Set<String> partners = new HashSet<>();
		((List<?>) values.get(1)).forEach((code) -> partners.add((String) code));
		return new Receivers(nations, partners);
	}

	/**
	 * Whether one of them is no partner of the program, or not known to be one.
	 * @return true where the nation of one takes no part in the program today that the
	 * viewer sees, or takes part without a partner's use of the results; and where nobody
	 * is seen to receive
	 */
	boolean areThird() {
		return this.nations.isEmpty()
				|| this.nations.stream().anyMatch((codes) -> codes.isEmpty() || !this.partners.containsAll(codes));
	}

	/**
	 * Whether a nation is that of one of them, which is not asked.
	 * @param code the nation's code
	 * @return true where one is of it
	 */
	boolean areOf(String code) {
		return this.nations.stream().anyMatch((codes) -> codes.contains(code));
	}

}
