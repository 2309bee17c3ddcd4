package org.jointregistry.costsharing;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * Years, both included.
 *
 * @param from the first
 * @param to the last
 */
record YearSpan(int from, int to) {

	private static final int FIRST = 1900;

	private static final int LAST = 2100;

	/**
	 * Checks the years.
	 * @throws RegistryException with {@code BAD_INPUT} if they are out of their range or
	 * in the wrong order
	 */
	YearSpan {
		if (from < FIRST || to > LAST || from > to) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"Years go from %d to %d, the first before the last".formatted(FIRST, LAST));
		}
	}

}
