package org.jointregistry.dependence;

import java.util.List;

import org.jointregistry.read.FoundNode;

/**
 * What one nation alone supplies, as {@code schema/dependence-insight.graphqls} describes
 * it.
 *
 * @param supplies by program and component
 * @param undecided how many components it cannot be said of
 */
record SoleSupplies(List<SoleSupply> supplies, long undecided) {

	/**
	 * What one nation alone supplies.
	 *
	 * @param program to which program
	 * @param component what
	 * @param nation by which nation
	 * @param workShares by which work
	 */
	record SoleSupply(FoundNode program, String component, FoundNode nation, List<FoundNode> workShares) {

	}

}
