package org.jointregistry.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was found of the chains.
 *
 * @param checked how many entries were checked
 * @param breaks what is wrong
 * @param heads the ends of all chains at one moment
 * @param next where to go on; null where all was checked
 */
record AuditVerification(int checked, List<ChainBreak> breaks, List<ChainHead> heads, @Nullable ChainPosition next) {

	/**
	 * Whether nothing is wrong with what was checked.
	 * @return true without breaks
	 */
	public boolean intact() {
		return this.breaks.isEmpty();
	}

}
