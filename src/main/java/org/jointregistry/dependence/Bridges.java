package org.jointregistry.dependence;

import java.util.List;

import org.jointregistry.read.FoundNode;

/**
 * Organizations that alone connect something, as {@code schema/bridge-insight.graphqls}
 * describes them.
 *
 * @param bridges those without which most pairs would be apart first
 * @param hasMore whether there are more than were asked for
 */
record Bridges(List<Bridge> bridges, boolean hasMore) {

	/**
	 * An organization that alone connects something.
	 *
	 * @param organization who it is
	 * @param pairs how many pairs would be apart without it
	 * @param partCount how many parts it connects
	 * @param parts the largest of them
	 */
	record Bridge(FoundNode organization, long pairs, int partCount, List<BridgedPart> parts) {

	}

	/**
	 * What would stay connected.
	 *
	 * @param size programs, nations and communities in it
	 * @param records the first of them
	 */
	record BridgedPart(int size, List<FoundNode> records) {

	}

}
