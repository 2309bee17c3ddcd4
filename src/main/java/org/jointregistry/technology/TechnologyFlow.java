package org.jointregistry.technology;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * The paths by which technology may flow from one party to another, as
 * {@code schema/technology-insight.graphqls} describes them.
 *
 * @param from where the flow starts
 * @param to where it leads
 * @param paths the shortest first
 * @param hasMore whether there are more
 */
record TechnologyFlow(FoundNode from, FoundNode to, List<Path> paths, boolean hasMore) {

	/**
	 * One path.
	 *
	 * @param steps its relationships
	 */
	record Path(List<Step> steps) {

		public int hops() {
			return this.steps.size();
		}

	}

	/**
	 * One relationship of a path.
	 *
	 * @param kind how technology flows
	 * @param from from what
	 * @param to to what
	 * @param regime the transfer's control regime; null where there is none
	 * @param consent what the step rests on or needs; null where nothing is known
	 * @param until when it ended; null where it has not
	 */
	record Step(String kind, FoundNode from, FoundNode to, @Nullable String regime, @Nullable String consent,
			@Nullable String until) {

	}

}
