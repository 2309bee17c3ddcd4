package org.jointregistry.synthetic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The chance of one thing, which follows from what it is and from nothing else: not from
 * what was made before it, nor from how much is made in all.
 */
final class Dice {

	private final SplittableRandom random;

	private Dice(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/**
	 * The dice of a thing.
	 * @param seed of the whole registry
	 * @param kind what kind of thing it is
	 * @param number which of its kind it is
	 * @return dice that always fall alike for the same thing
	 */
	static Dice of(long seed, String kind, long number) {
		long mixed = seed;
		for (int i = 0; i < kind.length(); i++) {
			mixed = mixed * 31 + kind.charAt(i);
		}
		return new Dice(mix(mix(mixed) ^ number));
	}

	private static long mix(long bits) {
		long once = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
		long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
		return twice ^ (twice >>> 31);
	}

	/** From 0 to below 1. */
	double part() {
		return (this.random.nextLong() >>> 11) * 0x1.0p-53;
	}

	boolean chance(double probability) {
		return part() < probability;
	}

	/** A whole number, both bounds included. */
	int between(int least, int most) {
		return least + (int) (part() * (most - least + 1));
	}

	<T> T pick(List<T> of) {
		return of.get(between(0, of.size() - 1));
	}

	double normal() {
		return StrictMath.sqrt(-2 * StrictMath.log(1 - part())) * StrictMath.cos(2 * StrictMath.PI * part());
	}

	/** A number whose logarithm has that mean and deviation. */
	double logNormal(double mean, double deviation) {
		return StrictMath.exp(mean + deviation * normal());
	}

	double exponential(double mean) {
		return -mean * StrictMath.log(1 - part());
	}

	/** How many of something come where it is {@code mean} on average. */
	int poisson(double mean) {
		double least = StrictMath.exp(-mean);
		int count = 0;
		for (double left = part(); left > least; left *= part()) {
			count++;
		}
		return count;
	}

	/** One of the keys, each as often as its weight says. */
	String weighted(Map<String, Double> weights) {
		double left = part() * weights.values().stream().mapToDouble(Double::doubleValue).sum();
		String last = "";
		for (Map.Entry<String, Double> each : weights.entrySet()) {
			last = each.getKey();
			left -= each.getValue();
			if (left < 0) {
				return last;
			}
		}
		return last;
	}

	/** Different keys, in the order in which they came. */
	List<String> several(int count, Map<String, Double> weights) {
		Map<String, Double> left = new LinkedHashMap<>(weights);
		List<String> picked = new ArrayList<>();
		while (picked.size() < count && !left.isEmpty()) {
			String next = weighted(left);
			left.remove(next);
			picked.add(next);
		}
		return picked;
	}

	/** Different elements; all of them where there are no more. */
	<T> List<T> several(int count, List<T> of) {
		List<T> left = new ArrayList<>(of);
		List<T> picked = new ArrayList<>();
		while (picked.size() < count && !left.isEmpty()) {
			picked.add(Objects.requireNonNull(left.remove(between(0, left.size() - 1))));
		}
		return picked;
	}

	/** A division of a whole by chance: a Dirichlet distribution of concentration 3. */
	List<Double> divided(int parts) {
		List<Double> weights = new ArrayList<>();
		for (int i = 0; i < parts; i++) {
			weights.add(exponential(1) + exponential(1) + exponential(1));
		}
		return weights;
	}

}
