package org.jointregistry.importing;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clocks that fail as if the process ended there. An import asks for the time after all
 * rows of a file or chunk were written, before they are committed.
 */
final class StoppingClock {

	private StoppingClock() {
	}

	/**
	 * A clock that tells the time some times, and then throws.
	 * @param times how often it tells it
	 * @return the clock
	 */
	static Clock after(int times) {
		AtomicInteger left = new AtomicInteger(times);
		InstantSource source = () -> {
			if (left.getAndDecrement() <= 0) {
				throw new IllegalStateException("Stopped");
			}
			return Instant.EPOCH;
		};
		return source.withZone(ZoneOffset.UTC);
	}

}
