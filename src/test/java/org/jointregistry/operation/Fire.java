package org.jointregistry.operation;

import java.util.List;

/**
 * A while in which clients ask replicas that come and go.
 */
final class Fire {

	private final Fleet fleet;

	private final List<Replica> replicas;

	private volatile boolean burns = true;

	private volatile boolean rolling;

	/**
	 * Begins.
	 * @param fleet of the replicas
	 * @param replicas whom to ask: two
	 */
	Fire(Fleet fleet, List<Replica> replicas) {
		this.fleet = fleet;
		this.replicas = List.copyOf(replicas);
	}

	Fleet fleet() {
		return this.fleet;
	}

	List<Replica> replicas() {
		return this.replicas;
	}

	/** Whether clients go on. */
	boolean burns() {
		return this.burns;
	}

	/** Whether replicas end by SIGTERM alone from now on. */
	boolean isRolling() {
		return this.rolling;
	}

	/** Has replicas end by SIGTERM alone from now on. */
	void roll() {
		this.rolling = true;
	}

	/** Has clients stop. */
	void end() {
		this.burns = false;
	}

}
