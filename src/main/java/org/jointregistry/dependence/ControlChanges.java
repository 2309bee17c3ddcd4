package org.jointregistry.dependence;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * Changes by which suppliers came under foreign control, as
 * {@code schema/control-insight.graphqls} describes them.
 *
 * @param nation whose suppliers they are
 * @param changes the latest first
 * @param hasMore whether there are more
 */
record ControlChanges(FoundNode nation, List<ControlChange> changes, boolean hasMore) {

	/**
	 * A change by which a supplier came under foreign control.
	 *
	 * @param supplier who came under control
	 * @param seat the nation of its seat
	 * @param programs that it supplies
	 * @param asOf since when; null where unknown
	 * @param until when it ended; null while it lasts
	 * @param nation that controls it
	 * @param part that owners of that nation have together
	 * @param before the nation that controlled it before; null where none is known
	 * @param shares what changed
	 */
	record ControlChange(FoundNode supplier, FoundNode seat, List<FoundNode> programs, @Nullable String asOf,
			@Nullable String until, FoundNode nation, BigDecimal part, @Nullable FoundNode before,
			List<ChangedShare> shares) {

	}

	/**
	 * A share that changed.
	 *
	 * @param owned in whom
	 * @param owner who owns it
	 * @param nation of the owner's seat; null where unknown
	 * @param share the part owned since then; null where unknown
	 * @param before the part owned before; null where unknown
	 * @param source of the share; null where it was recorded in the registry itself
	 */
	record ChangedShare(FoundNode owned, FoundNode owner, @Nullable FoundNode nation, @Nullable BigDecimal share,
			@Nullable BigDecimal before, @Nullable String source) {

	}

}
