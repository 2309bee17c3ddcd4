package org.jointregistry.governance;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.jointregistry.read.FoundNode;

/**
 * What waits to be done, as {@code schema/pending-insight.graphqls} describes it.
 *
 * @param on the day that was asked about
 * @param actions those that were due first
 * @param hasMore whether there are more
 */
record PendingActions(String on, List<PendingAction> actions, boolean hasMore) {

	/**
	 * Something that waits to be done.
	 *
	 * @param kind what is to be done
	 * @param record of what
	 * @param awaited who is to act
	 * @param since when it was asked for; null where unknown or due
	 * @param due when; null where it has no day
	 * @param daysOverdue at least 1; null where it has no day
	 */
	record PendingAction(PendingActionKind kind, FoundNode record, List<FoundNode> awaited, @Nullable String since,
			@Nullable String due, @Nullable Long daysOverdue) {

	}

}
