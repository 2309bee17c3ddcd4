package org.jointregistry.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids that are unique on every replica without asking another, and whose order as text is
 * the order in which they were made, to the millisecond: UUIDs of version 7 (RFC 9562).
 */
public final class TimeOrderedId {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int RANDOM_BITS = 12;

	private static final long VERSION = 0x7L << RANDOM_BITS;

	private static final long VARIANT = 0x2L << 62;

	private static final long VARIANT_MASK = 0x3L << 62;

	private TimeOrderedId() {
	}

	/**
	 * An id of a moment.
	 * @param moment a time after 1970
	 * @return an id that was never given before, in lower case
	 */
	public static String at(Instant moment) {
		long time = moment.toEpochMilli() << (Long.SIZE - 48);
		long high = time | VERSION | RANDOM.nextInt(1 << RANDOM_BITS);
		long low = (RANDOM.nextLong() & ~VARIANT_MASK) | VARIANT;
		return new UUID(high, low).toString();
	}

}
