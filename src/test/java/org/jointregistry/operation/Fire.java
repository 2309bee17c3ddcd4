package org.jointregistry.operation;

/**
 * A while in which clients ask replicas that come and go.
 */
final class Fire {

	private final Fleet fleet;

	private volatile boolean burns = true;

	private volatile boolean rolling;

	/**
	 * Begins.
	 * @param fleet whose replicas are asked
	 */
	Fire(Fleet fleet) {
		this.fleet = fleet;
	}

	Fleet fleet() {
		return this.fleet;
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
