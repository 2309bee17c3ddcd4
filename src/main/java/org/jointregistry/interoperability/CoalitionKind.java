package org.jointregistry.interoperability;

import java.util.function.Function;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.PropertyContainer;

import org.jointregistry.access.Validity;

/**
 * What makes nations a coalition.
 */
enum CoalitionKind {

	/** Membership of a community today. */
	COMMUNITY("Community", "members", Validity::isMember),

	/** Participation in an exercise. */
	EXERCISE("Exercise", "participants", (part) -> Cypher.noCondition()),

	/** A part in a supported operation today. */
	OPERATION("SupportedOperation", "contributors", (part) -> Validity.holds(part, "since", "until"));

	private final String type;

	private final String nations;

	private final Function<PropertyContainer, Condition> counts;

	CoalitionKind(String type, String nations, Function<PropertyContainer, Condition> counts) {
		this.type = type;
		this.nations = nations;
		this.counts = counts;
	}

	/** The type of the coalitions. */
	String type() {
		return this.type;
	}

	/** The field that leads to the nations of one. */
	String nations() {
		return this.nations;
	}

	/** The condition that a nation counts, by the edge that ties it. */
	Condition counts(PropertyContainer part) {
		return this.counts.apply(part);
	}

}
