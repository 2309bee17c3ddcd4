package org.jointregistry.oracle;

import java.util.stream.LongStream;

/**
 * How much is generated, by system properties.
 */
public final class Sizes {

	private static final long SEED = Long.getLong("oracle.seed", 20_261_124L);

	private static final int GRAPHS = Integer.getInteger("oracle.graphs", 0);

	private Sizes() {
	}

	/**
	 * Whether more is asked for than at every build.
	 * @return true in the profile {@code nightly}
	 */
	public static boolean isNightly() {
		return GRAPHS > 0;
	}

	/** How many graphs are asked for; 0 where nothing is said. */
	static int graphs() {
		return GRAPHS;
	}

	/**
	 * One seed for each graph.
	 * @param count how many where {@code oracle.graphs} does not say
	 * @return the seeds
	 */
	static LongStream seeds(int count) {
		return LongStream.range(SEED, SEED + ((GRAPHS > 0) ? GRAPHS : count));
	}

	/**
	 * One seed for each of some graphs, whatever {@code oracle.graphs} says.
	 * @param count how many
	 * @return the seeds
	 */
	static LongStream exactly(int count) {
		return LongStream.range(SEED, SEED + count);
	}

}
