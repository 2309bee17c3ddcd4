package org.jointregistry.limit;

import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.ConsumptionProbe;
import org.jspecify.annotations.Nullable;

/**
 * What a request took of its client's allowance: once, however often it is answered.
 */
final class Charge {

	/** Name of the charge in the context of a request. */
	static final String NAME = "charge";

	private int points;

	private @Nullable ConsumptionProbe left;

	/**
	 * Notes what was asked of the allowance.
	 * @param asked how many points
	 * @param state whether they were taken, and what is left
	 */
	void note(int asked, ConsumptionProbe state) {
		this.points = asked;
		this.left = state;
	}

	/**
	 * Whether the allowance covered the request.
	 * @return false also before it was asked
	 */
	boolean isTaken() {
		return this.left != null && this.left.isConsumed();
	}

	/**
	 * How long to wait until the allowance covers the request.
	 * @return seconds; 0 where it does, and before it was asked
	 */
	long secondsToWait() {
		return (this.left == null || this.left.isConsumed()) ? 0
				: TimeUnit.NANOSECONDS.toSeconds(this.left.getNanosToWaitForRefill()) + 1;
	}

	/**
	 * What the field {@code rateLimit} tells.
	 * @param limit points for each minute
	 * @param now the time
	 * @return the field's value
	 * @throws IllegalStateException if the allowance was not asked
	 */
	RateLimit toRateLimit(int limit, OffsetDateTime now) {
		if (this.left == null) {
			throw new IllegalStateException("The allowance was not asked");
		}
		return new RateLimit(this.points, limit, Math.toIntExact(this.left.getRemainingTokens()),
				now.plusNanos(this.left.getNanosToWaitForReset()));
	}

}
