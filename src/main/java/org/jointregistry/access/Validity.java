package org.jointregistry.access;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;
import org.neo4j.cypherdsl.core.Parameter;
import org.neo4j.cypherdsl.core.PropertyContainer;

/**
 * What holds today. The day is a parameter of every statement, in UTC; a date known only
 * to the year or month counts from its first day; an unknown date limits nothing.
 */
public final class Validity {

	/** The name of the parameter that holds the day. */
	public static final String TODAY = "today";

	private static final Parameter<Object> DAY = Cypher.parameter(TODAY);

	/** Where an agreement stands that binds nobody yet. */
	private static final Expression SIGNED_ONLY = Cypher.listOf(Cypher.literalOf("NEGOTIATED"),
			Cypher.literalOf("SIGNED"));

	private Validity() {
	}

	/**
	 * A nation takes part in a program today; a former partner does not, whatever is
	 * known of its dates.
	 * @param participation the relationship PARTICIPATES_IN
	 * @return the condition
	 */
	public static Condition takesPart(PropertyContainer participation) {
		return participation.property("role")
			.isNotEqualTo(Cypher.literalOf("FORMER_PARTNER"))
			.and(holds(participation, "joined", "left"));
	}

	/**
	 * A nation is a member of a community today; one that takes part in programs without
	 * membership is none.
	 * @param membership the relationship MEMBER_OF
	 * @return the condition
	 */
	public static Condition isMember(PropertyContainer membership) {
		return membership.property("role")
			.isEqualTo(Cypher.literalOf("MEMBER"))
			.and(holds(membership, "since", "until"));
	}

	/**
	 * An agreement in force binds a nation today. Where no day is told since when, it
	 * does if the agreement is kept as history and is known to be more than signed: of
	 * one that is taken through its life, a day that is not there has not come.
	 * @param party the relationship PARTY_TO
	 * @param agreement the agreement to which it leads
	 * @return the condition
	 */
	static Condition isBound(PropertyContainer party, PropertyContainer agreement) {
		Condition told = party.property("since").isNotNull();
		Condition history = agreement.property("entryIntoForce").isNull();
		Condition signedOnly = agreement.property("status").in(SIGNED_ONLY);
		return holds(party, "since", "until").and(history.or(told))
			.and(signedOnly.not().or(told))
			.and(holds(agreement, "inForce", "ended"));
	}

	/**
	 * A fact holds today.
	 * @param fact the node or relationship that carries it
	 * @param from name of the property with its first day
	 * @param until name of the property with the first day without it
	 * @return the condition
	 */
	public static Condition holds(PropertyContainer fact, String from, String until) {
		return holds(fact.property(from), fact.property(until));
	}

	/**
	 * What has a beginning and an end holds today.
	 * @param first its first day
	 * @param end the first day without it
	 * @return the condition
	 */
	public static Condition holds(Expression first, Expression end) {
		return hasBegun(first).and(lasts(end));
	}

	/**
	 * What has a beginning has begun.
	 * @param first its first day
	 * @return the condition
	 */
	public static Condition hasBegun(Expression first) {
		return first.isNull().or(first.lte(DAY));
	}

	/**
	 * What has an end is not over.
	 * @param end the first day without it
	 * @return the condition
	 */
	public static Condition lasts(Expression end) {
		return end.isNull().or(end.gt(DAY));
	}

}
