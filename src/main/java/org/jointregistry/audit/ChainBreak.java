package org.jointregistry.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a chain.
 *
 * @param kind what is wrong
 * @param chain number of the chain; null where the entry is in none
 * @param sequence where in the chain; null where the entry is in none
 * @param key of the entry that is wrong; null where there is none
 */
record ChainBreak(Kind kind, @Nullable Long chain, @Nullable Long sequence, @Nullable String key) {

	/**
	 * What may be wrong, as the schema describes it.
	 */
	enum Kind {

		/** The entry's hash is not that of its facts. */
		ALTERED,

		/** No entry has the sequence. */
		REMOVED,

		/** The entry before is not the one that was there. */
		REPLACED,

		/** The chain ends before its head. */
		CUT,

		/** The entry is behind the head, or a second one in its place. */
		ADDED,

		/** The entry is in no chain. */
		UNCHAINED

	}

}
