package org.jointregistry.technology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Relationship;

import org.jointregistry.read.Ways;

/**
 * The relationships along which technology flows, and which way.
 */
enum FlowStep {

	/**
	 * From the holder of a right to the technology, unless it waits to be confirmed or
	 * was refused.
	 */
	RIGHT("HOLDS_RIGHT", true, Station.PARTY, Station.TECHNOLOGY),

	/** From a technology to what was derived from it. */
	DERIVATION("DERIVED_FROM", false, Station.TECHNOLOGY, Station.TECHNOLOGY),

	/** From a technology to a program that uses it. */
	USE("USES", false, Station.TECHNOLOGY, Station.PROGRAM),

	/** From a program to a nation that takes part. */
	PARTICIPATION("PARTICIPATES_IN", false, Station.PROGRAM, Station.PARTY),

	/** From a program to a part of its work. */
	WORK("PART_OF_WORK", false, Station.PROGRAM, Station.WORK),

	/** From a part of the work to the contractor that does it. */
	CONTRACT("PERFORMED_BY", true, Station.WORK, Station.PARTY),

	/** From a part of the work to the institution that does it. */
	RESEARCH("RESEARCHED_BY", true, Station.WORK, Station.PARTY),

	/** From a giver to a transfer. */
	TRANSFER_FROM("FROM", false, Station.PARTY, Station.TRANSFER),

	/** From a transfer to its receiver. */
	TRANSFER_TO("TO", true, Station.TRANSFER, Station.PARTY),

	/** From a transfer to the technology that it is of. */
	TRANSFER_OF("OF", true, Station.TRANSFER, Station.TECHNOLOGY);

	/** The confirmation of a right that industry declared and a manager confirmed. */
	static final String CONFIRMED = "CONFIRMED";

	private final String relationship;

	private final boolean along;

	private final Station from;

	private final Station to;

	FlowStep(String relationship, boolean along, Station from, Station to) {
		this.relationship = relationship;
		this.along = along;
		this.from = from;
		this.to = to;
	}

	String relationship() {
		return this.relationship;
	}

	static FlowStep of(String relationship) {
		return Arrays.stream(values())
			.filter((step) -> step.relationship.equals(relationship))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * What paths from party to party may take, hop after hop: what leads to a party in
	 * the hops that are left is followed wherever it leads, and what would lead to none
	 * but the last is followed to that alone.
	 * @param most hops of a path at most
	 * @return as many hops
	 */
	static List<Ways.Hop> hops(int most) {
		List<Ways.Hop> hops = new ArrayList<>();
		Set<Station> reached = EnumSet.of(Station.PARTY);
		for (int left = most - 1; left >= 0; left--) {
			List<Ways.Step> onwards = new ArrayList<>();
			List<Ways.Step> arriving = new ArrayList<>();
			Set<Station> next = EnumSet.noneOf(Station.class);
			for (FlowStep step : values()) {
				if (!reached.contains(step.from)) {
					continue;
				}
				if (step.to.hopsToParty <= left) {
					onwards.add(step.taken());
					next.add(step.to);
				}
				else if (step.to == Station.PARTY) {
					arriving.add(step.taken());
				}
			}
			hops.add(new Ways.Hop(onwards, arriving));
			reached = next;
		}
		return hops;
	}

	private Ways.Step taken() {
		return new Ways.Step(this.relationship, this.along);
	}

	/**
	 * The condition that technology flows by a relationship: a right is confirmed.
	 * @param edge the relationship
	 * @return the condition
	 */
	static Condition flows(Relationship edge) {
		return Cypher.coalesce(edge.property("confirmation"), Cypher.literalOf(CONFIRMED))
			.isEqualTo(Cypher.literalOf(CONFIRMED));
	}

	/**
	 * What a path meets, and how many hops further the next party is at least.
	 */
	private enum Station {

		PARTY(2), TECHNOLOGY(2), PROGRAM(1), WORK(1), TRANSFER(1);

		private final int hopsToParty;

		Station(int hopsToParty) {
			this.hopsToParty = hopsToParty;
		}

	}

}
