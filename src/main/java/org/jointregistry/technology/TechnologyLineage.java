package org.jointregistry.technology;

import java.util.List;

import org.jointregistry.read.FoundNode;

/**
 * What is inside a technology and where it may go, as
 * {@code schema/lineage-insight.graphqls} describes it.
 *
 * @param technology the technology
 * @param inside itself and what it was derived from, the nearest first
 * @param unrestricted whether all of it is public
 * @param releasability of each party that a part of it may go to
 */
record TechnologyLineage(FoundNode technology, List<InsideTechnology> inside, boolean unrestricted,
		List<Releasability> releasability) {

	/**
	 * What is inside.
	 *
	 * @param technology which technology
	 * @param depth derivations between
	 */
	record InsideTechnology(FoundNode technology, long depth) {

	}

	/**
	 * Whether it may go to a party.
	 *
	 * @param party the nation or community
	 * @param excludedBy what inside it may not go there
	 */
	record Releasability(FoundNode party, List<FoundNode> excludedBy) {

		public boolean releasable() {
			return this.excludedBy.isEmpty();
		}

	}

}
