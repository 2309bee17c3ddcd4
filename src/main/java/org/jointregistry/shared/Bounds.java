package org.jointregistry.shared;

/**
 * Bounds of whole numbers that clients give.
 */
public final class Bounds {

	private Bounds() {
	}

	/**
	 * Requires that an argument lies from 1 to a bound.
	 * @param argument its name
	 * @param value what was given
	 * @param most the largest that is allowed
	 * @throws RegistryException with {@code BAD_INPUT} if it does not
	 */
	public static void require(String argument, int value, int most) {
		if (value < 1 || value > most) {
			throw new RegistryException(ErrorCode.BAD_INPUT,
					"%s is from 1 to %d; %d was asked for".formatted(argument, most, value));
		}
	}

}
