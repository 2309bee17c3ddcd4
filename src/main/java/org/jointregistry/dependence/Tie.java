package org.jointregistry.dependence;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Node;

import org.jointregistry.access.Validity;
import org.jointregistry.read.Guarded;
import org.jointregistry.read.Weaving;

/**
 * A relation by which an organization is tied to something.
 *
 * @param source the type that it leads from
 * @param field the field that follows it
 * @param target the type that it leads to
 * @param since the field with the first day of what it leads to; null where it always
 * holds
 * @param until the field with the first day without it; null where it always holds
 */
record Tie(String source, String field, String target, @Nullable String since, @Nullable String until) implements Hop {

	private static final Hop CHALLENGE_PROGRAM = new Tie("Challenge", "program", "Program");

	private static final Hop CHALLENGE_HUB = new Tie("Challenge", "hub", "InnovationHub");

	private static final Hop COHORT_PROGRAM = new Tie("Cohort", "program", "Program");

	private static final Hop COHORT_CHALLENGE = new Tie("Cohort", "challenge", "Challenge");

	Tie(String source, String field, String target) {
		this(source, field, target, null, null);
	}

	/**
	 * The ways from contractors to what they are tied to.
	 * @return each with its relations in their order
	 */
	static List<TieWay> ofContractors() {
		return List.of(TieWay.of(Reliance.WORK, TieWay.of(Reliance.WORK_FOR)),
				TieWay.of(Reliance.CONTRACT, TieWay.of(Reliance.CONTRACT_FOR)),
				TieWay.of(new Tie("Contractor", "parent", "Contractor")),
				TieWay.of(new Tie("Contractor", "owners", "Contractor")), byCohorts("Contractor"));
	}

	/**
	 * The ways from institutions to what they are tied to.
	 * @return each with its relations in their order
	 */
	static List<TieWay> ofInstitutions() {
		return List.of(
				TieWay.of(new Tie("Institution", "workShares", "WorkShare", "since", "until"),
						TieWay.of(Reliance.WORK_FOR)),
				TieWay.of(new Tie("Institution", "maintainedBy", "Nation")), byCohorts("Institution"));
	}

	/**
	 * The ways from innovation hubs to what they are tied to.
	 * @return each with its relations in their order
	 */
	static List<TieWay> ofHubs() {
		return List.of(TieWay.of(new Tie("InnovationHub", "community", "Community")), TieWay
			.of(new Tie("InnovationHub", "challenges", "Challenge", "opened", "closed"), TieWay.of(CHALLENGE_PROGRAM)),
				byCohorts("InnovationHub"));
	}

	private static TieWay byCohorts(String member) {
		return TieWay.of(new Tie(member, "cohorts", "Cohort", "began", "ended"), TieWay.of(COHORT_PROGRAM),
				TieWay.of(COHORT_CHALLENGE, TieWay.of(CHALLENGE_HUB)));
	}

	@Override
	public Guarded from(Node record, Weaving weave) {
		return weave.follow(record, this.source, this.field);
	}

	@Override
	public List<String> telling() {
		return (this.since != null && this.until != null) ? List.of(this.since, this.until) : List.of();
	}

	@Override
	public Condition holds(Guarded found, Weaving weave, Function<String, Expression> value) {
		return (this.since != null && this.until != null)
				? Validity.holds(value.apply(this.since), value.apply(this.until)) : Cypher.noCondition();
	}

}
