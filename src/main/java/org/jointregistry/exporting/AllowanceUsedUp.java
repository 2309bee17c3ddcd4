package org.jointregistry.exporting;

import java.time.Duration;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Refuses a file that its client's allowance does not cover yet.
 */
final class AllowanceUsedUp extends RegistryException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	AllowanceUsedUp(Duration wait) {
		super(ErrorCode.RATE_LIMITED, ErrorCode.RATE_LIMITED.words());
		this.wait = wait;
	}

	/**
	 * How long until it does.
	 * @return whole seconds, rounded up
	 */
	long seconds() {
		return this.wait.plusSeconds(1).minusNanos(1).toSeconds();
	}

}
