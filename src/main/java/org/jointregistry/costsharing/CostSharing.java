package org.jointregistry.costsharing;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * The sharing of one program's cost and work, as
 * {@code schema/cost-sharing-insight.graphqls} describes it.
 *
 * @param program the program
 * @param parties who bears what
 * @param totals sums by currency
 * @param total the same in one currency; null where none was asked for
 * @param unallocated sums of what was published unsplit
 */
record CostSharing(FoundNode program, List<PartyCostShare> parties, List<MoneyPosition> totals,
		@Nullable StatedTotal total, List<UnallocatedMoney> unallocated) {

	/**
	 * What one party bears.
	 *
	 * @param key the party's type and key
	 * @param party the party
	 * @param role as what it takes part; null where it only contributed
	 * @param joined when; null where unknown
	 * @param left when; null where it has not or it is unknown
	 * @param agreedShare in percent; null where unknown or not seen
	 * @param agreedUnder the key that it is taken from; null where it is the
	 * participation's
	 * @param workShare in percent; null where unknown or not seen
	 * @param money sums by currency
	 */
	record PartyCostShare(String key, FoundNode party, @Nullable String role, @Nullable String joined,
			@Nullable String left, @Nullable BigDecimal agreedShare, @Nullable FoundNode agreedUnder,
			@Nullable BigDecimal workShare, List<MoneyPosition> money) {

		/**
		 * The work share less the cost share.
		 * @return in percentage points; null where one is
		 */
		public @Nullable BigDecimal difference() {
			return (this.workShare != null && this.agreedShare != null) ? this.workShare.subtract(this.agreedShare)
					: null;
		}

	}

	/**
	 * Sums of what a group gave.
	 *
	 * @param parties the group
	 * @param severalPrograms whether it went to several programs
	 * @param money the sums
	 */
	record UnallocatedMoney(List<FoundNode> parties, boolean severalPrograms, MoneyPosition money) {

	}

}
