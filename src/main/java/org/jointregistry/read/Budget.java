package org.jointregistry.read;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * What one root field may ask for, spent while it is planned and before anything runs.
 * The database plans a statement in time that grows with its nesting, outside the time
 * limit of its execution: the bounds keep that in fractions of a second.
 */
final class Budget {

	/** Relations that may be followed one after the other. */
	static final int DEPTH = 8;

	/**
	 * Relations that may be followed in all, each object type of an interface counted.
	 */
	static final int SUBQUERIES = 120;

	/** Conditions of all filters. */
	static final int CONDITIONS = 200;

	/** Nesting of {@code and}, {@code or}, {@code not} and relations in a filter. */
	static final int FILTER_DEPTH = 8;

	/** Nodes that the pages asked for may hold together, each nested in each. */
	static final long NODES = 500_000;

	private int depth;

	private int subqueries;

	private int conditions;

	private int filterDepth;

	private long nodes = 1;

	/**
	 * Follows a relation, until {@link #leave}.
	 * @param page elements on its page; 1 for a to-one relation
	 */
	void enter(int page) {
		require(++this.depth <= DEPTH, "A selection follows at most %d relations one after the other", DEPTH);
		require(++this.subqueries <= SUBQUERIES, "A field follows at most %d relations in all", SUBQUERIES);
		this.nodes *= page;
		require(this.nodes <= NODES, "The pages of a field hold at most %d nodes together", NODES);
	}

	void leave(int page) {
		this.depth--;
		this.nodes /= page;
	}

	/** Enters a part of a filter, until {@link #leaveFilter}. */
	void enterFilter() {
		require(++this.filterDepth <= FILTER_DEPTH, "A filter is nested at most %d deep", FILTER_DEPTH);
		require(++this.conditions <= CONDITIONS, "The filters of a field have at most %d conditions", CONDITIONS);
	}

	void leaveFilter() {
		this.filterDepth--;
	}

	/** Follows a relation in a filter or an order. */
	void follow() {
		require(++this.subqueries <= SUBQUERIES, "A field follows at most %d relations in all", SUBQUERIES);
	}

	private static void require(boolean within, String message, long most) {
		if (!within) {
			throw new RegistryException(ErrorCode.BAD_INPUT, message.formatted(most));
		}
	}

}
