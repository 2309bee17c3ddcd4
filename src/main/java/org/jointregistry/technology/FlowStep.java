package org.jointregistry.technology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Relationship;

import org.jointregistry.read.Paths;

/**
 * The relationships along which technology flows, and which way.
 */
enum FlowStep {

	/**
	 * From the holder of a right to the technology, unless it waits to be confirmed or
	 * was refused.
	 */
	RIGHT("HOLDS_RIGHT", true, Station.PARTIES, EnumSet.of(Station.TECHNOLOGY)),

	/** From a technology to what was derived from it. */
	DERIVATION("DERIVED_FROM", false, EnumSet.of(Station.TECHNOLOGY), EnumSet.of(Station.TECHNOLOGY)),

	/** From a technology to a program that uses it. */
	USE("USES", false, EnumSet.of(Station.TECHNOLOGY), EnumSet.of(Station.PROGRAM)),

	/** From a program to a nation that takes part. */
	PARTICIPATION("PARTICIPATES_IN", false, EnumSet.of(Station.PROGRAM), EnumSet.of(Station.NATION)),

	/** From a program to a part of its work. */
	WORK("PART_OF_WORK", false, EnumSet.of(Station.PROGRAM), EnumSet.of(Station.WORK)),

	/** From a part of the work to the contractor that does it. */
	CONTRACT("PERFORMED_BY", true, EnumSet.of(Station.WORK), EnumSet.of(Station.ORGANIZATION)),

	/** From a part of the work to the institution that does it. */
	RESEARCH("RESEARCHED_BY", true, EnumSet.of(Station.WORK), EnumSet.of(Station.ORGANIZATION)),

	/** From a giver to a transfer. */
	TRANSFER_FROM("FROM", false, Station.PARTIES, EnumSet.of(Station.TRANSFER)),

	/** From a transfer to its receiver. */
	TRANSFER_TO("TO", true, EnumSet.of(Station.TRANSFER), Station.PARTIES),

	/** From a transfer to the technology that it is of. */
	TRANSFER_OF("OF", true, EnumSet.of(Station.TRANSFER), EnumSet.of(Station.TECHNOLOGY));

	/** The confirmation of a right that industry declared and a manager confirmed. */
	static final String CONFIRMED = "CONFIRMED";

	private final String relationship;

	private final boolean along;

	private final Set<Station> from;

	private final Set<Station> to;

	FlowStep(String relationship, boolean along, Set<Station> from, Set<Station> to) {
		this.relationship = relationship;
		this.along = along;
		this.from = from;
		this.to = to;
	}

	static FlowStep of(String relationship) {
		return Arrays.stream(values())
			.filter((step) -> step.relationship.equals(relationship))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * What paths between two parties may take, hop after hop: what may lead to the second
	 * in the hops that are left is followed wherever it leads, and what can lead to none
	 * but itself to that alone.
	 * @param from type of the first party
	 * @param to type of the second party
	 * @param most hops of a path at most
	 * @return as many hops
	 */
	static List<Paths.Hop> hops(String from, String to, int most) {
		Station end = Station.of(to);
		Map<Station, Integer> hopsToEnd = hopsTo(end, most);
		List<Paths.Hop> hops = new ArrayList<>();
		Set<Station> reached = EnumSet.of(Station.of(from));
		for (int hop = 1; hop <= most; hop++) {
			int left = most - hop;
			List<FlowStep> possible = startingFrom(reached);
			List<FlowStep> onwards = possible.stream()
				.filter((step) -> !step.leading(hopsToEnd, left).isEmpty())
				.toList();
			List<FlowStep> arriving = possible.stream()
				.filter((step) -> step.to.contains(end) && !onwards.contains(step))
				.toList();
			hops.add(new Paths.Hop(taken(onwards), taken(arriving)));
			reached = onwards.stream()
				.flatMap((step) -> step.leading(hopsToEnd, left).stream())
				.collect(Collectors.toSet());
		}
		return hops;
	}

	private static List<FlowStep> startingFrom(Set<Station> stations) {
		return Arrays.stream(values()).filter((step) -> !Collections.disjoint(step.from, stations)).toList();
	}

	private static List<Paths.Step> taken(List<FlowStep> steps) {
		return steps.stream().map((step) -> new Paths.Step(step.relationship, step.along)).toList();
	}

	/** How many hops there are at least from each station to an end, one or more. */
	private static Map<Station, Integer> hopsTo(Station end, int most) {
		Map<Station, Integer> hops = new EnumMap<>(Station.class);
		Set<Station> reaching = EnumSet.of(end);
		for (int hop = 1; hop <= most; hop++) {
			Set<Station> before = EnumSet.noneOf(Station.class);
			for (FlowStep step : values()) {
				if (!Collections.disjoint(step.to, reaching)) {
					before.addAll(step.from);
				}
			}
			for (Station station : before) {
				hops.putIfAbsent(station, hop);
			}
			reaching = before;
		}
		return hops;
	}

	private Set<Station> leading(Map<Station, Integer> hopsToEnd, int left) {
		Set<Station> leading = EnumSet.copyOf(this.to);
		leading.removeIf((station) -> hopsToEnd.getOrDefault(station, Integer.MAX_VALUE) > left);
		return leading;
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
	 * What a path meets.
	 */
	private enum Station {

		NATION, ORGANIZATION, OTHER_PARTY, TECHNOLOGY, PROGRAM, WORK, TRANSFER;

		private static final Set<Station> PARTIES = EnumSet.of(NATION, ORGANIZATION, OTHER_PARTY);

		private static Station of(String party) {
			return switch (party) {
				case "Nation" -> NATION;
				case "Contractor", "Institution", "InnovationHub" -> ORGANIZATION;
				default -> OTHER_PARTY;
			};
		}

	}

}
