package org.jointregistry.dependence;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * Who owns a contractor in the end, as {@code schema/dependence-insight.graphqls}
 * describes it.
 *
 * @param contractor who is owned
 * @param nation of its seat; null where unknown
 * @param chains one for each way up
 * @param hasMore whether there are more
 */
record OwnershipChains(FoundNode contractor, @Nullable FoundNode nation, List<OwnershipChain> chains, boolean hasMore) {

	/**
	 * A way from a contractor up to an owner.
	 *
	 * @param owners the nearest first
	 * @param share of the last of them; null where one on the way is unknown
	 * @param nation of the last; null where unknown
	 * @param foreign whether it is another than that of the contractor; null where one is
	 * unknown
	 */
	record OwnershipChain(List<FoundNode> owners, @Nullable BigDecimal share, @Nullable FoundNode nation,
			@Nullable Boolean foreign) {

	}

}
