package org.jointregistry.industry;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a contract stands; {@code ContractState} in the schema.
 */
enum ContractState {

	/** It is intended. */
	PLANNED,
	/** Offers are sought or compared. */
	TENDERED,
	/** It is signed, and not known to have ended. */
	SIGNED,
	/** The work is halted. */
	SUSPENDED,
	/** What was contracted is done. */
	COMPLETED,
	/** It ended before that was done. */
	TERMINATED,
	/** It was given up before it was signed. */
	ABANDONED;

	/**
	 * Whether it is or was signed, so that its contractor stands.
	 * @return false while another may be chosen
	 */
	boolean isBinding() {
		return EnumSet.of(SIGNED, SUSPENDED, COMPLETED, TERMINATED).contains(this);
	}

	/**
	 * Whether a contract may go from here to another state.
	 * @param next the state to come
	 * @return true also where it stays as it is
	 */
	boolean mayBecome(ContractState next) {
		return next == this || following().contains(next);
	}

	private Set<ContractState> following() {
		return switch (this) {
			case PLANNED -> EnumSet.of(TENDERED, SIGNED, ABANDONED);
			case TENDERED -> EnumSet.of(SIGNED, ABANDONED);
			case SIGNED -> EnumSet.of(SUSPENDED, COMPLETED, TERMINATED);
			case SUSPENDED -> EnumSet.of(SIGNED, COMPLETED, TERMINATED);
			case COMPLETED, TERMINATED, ABANDONED -> EnumSet.noneOf(ContractState.class);
		};
	}

}
