package org.jointregistry.technology;

import java.util.Arrays;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Node;
import org.neo4j.cypherdsl.core.Relationship;

import org.jointregistry.read.Weaving;

/**
 * The relationships along which technology flows, and which way.
 */
enum FlowStep {

	/**
	 * From the holder of a right to the technology, unless it waits to be confirmed or
	 * was refused.
	 */
	RIGHT("HOLDS_RIGHT", true),

	/** From a technology to what was derived from it. */
	DERIVATION("DERIVED_FROM", false),

	/** From a technology to a program that uses it. */
	USE("USES", false),

	/** From a program to a nation that takes part. */
	PARTICIPATION("PARTICIPATES_IN", false),

	/** From a program to a part of its work. */
	WORK("PART_OF_WORK", false),

	/** From a part of the work to who does it. */
	CONTRACT("PERFORMED_BY", true),

	/** From a giver to a transfer. */
	TRANSFER_FROM("FROM", false),

	/** From a transfer to its receiver. */
	TRANSFER_TO("TO", true),

	/** From a transfer to the technology that it is of. */
	TRANSFER_OF("OF", true);

	/** The confirmation of a right that industry declared and a manager confirmed. */
	static final String CONFIRMED = "CONFIRMED";

	private final String relationship;

	private final boolean along;

	FlowStep(String relationship, boolean along) {
		this.relationship = relationship;
		this.along = along;
	}

	String relationship() {
		return this.relationship;
	}

	static String[] relationships() {
		return Arrays.stream(values()).map(FlowStep::relationship).toArray(String[]::new);
	}

	static FlowStep of(String relationship) {
		return Arrays.stream(values())
			.filter((step) -> step.relationship.equals(relationship))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * The condition that a relationship is followed the way that technology flows.
	 * @param from the node that it is followed from
	 * @param edge the relationship
	 * @return the condition
	 */
	static Condition flows(Node from, Relationship edge, Weaving weave) {
		Condition flows = Cypher.noCondition();
		for (FlowStep step : values()) {
			Condition isIt = weave.isOfType(edge, step.relationship);
			Condition way = (step.along ? Cypher.startNode(edge) : Cypher.endNode(edge))
				.isEqualTo(from.getRequiredSymbolicName());
			flows = flows.or(isIt.and(way));
		}
		return flows.and(Cypher.coalesce(edge.property("confirmation"), Cypher.literalOf(CONFIRMED))
			.isEqualTo(Cypher.literalOf(CONFIRMED)));
	}

}
